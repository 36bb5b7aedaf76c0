import { useQuery } from '@tanstack/react-query';
import { Radio } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button';
import { SearchField } from '../ui/fields';
import { EmptyState } from '../ui/states';
import { Table } from '../ui/Table';
import { useSettled } from '../ui/useSettled';
import { ChannelConsole } from './ChannelConsole';
import { Loaded } from '../ui/Loaded';
import { channelsQuery } from './queries';

/** Which channels somebody has subscribed, and what is told on one of them. */
export function Channels() {
  const [typed, setTyped] = useState('');
  const prefix = useSettled(typed.trim());
  const [followed, setFollowed] = useState('');
  return (
    <>
      <ChannelConsole key={followed} channel={followed} onFollow={setFollowed} />
      <SearchField label="Names that begin with" value={typed} onChange={setTyped} />
      <Loaded query={useQuery(channelsQuery(prefix))} label="Loading the channels">
        {(channels) =>
          channels.length === 0 ? (
            <EmptyState icon={Radio} title={prefix === '' ? 'No channel is in use' : 'No such channel'}>
              A channel is here while somebody has subscribed it.
            </EmptyState>
          ) : (
            <Table label="Channels" head={['Channel', 'Subscriptions', 'People', 'Rule', 'Events']}>
              {channels.map(({ name, subscriptionCount, userCount, rule }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="tabular">{subscriptionCount ?? '–'}</td>
                  <td className="tabular">{userCount ?? '–'}</td>
                  <td>{rule ?? 'None'}</td>
                  <td>
                    <Button size="small" look="quiet" onPress={() => setFollowed(name)} aria-label={`Follow ${name}`}>
                      Follow
                    </Button>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
    </>
  );
}
