import { useQuery } from '@tanstack/react-query';
import { ShieldQuestion } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Badge, EmptyState, Failure } from '../ui/states';
import { Table } from '../ui/Table';
import { dateAndTime } from '../ui/time';
import { useSettled } from '../ui/useSettled';
import '../ui/forms.css';
import { Loaded } from '../ui/Loaded';
import { type Decision, decisionsQuery, type Explanation, useExplain } from './queries';

/** Who was let into which channel and who was not, and why. */
export function Decisions() {
  const [userId, setUserId] = useState('');
  const [channel, setChannel] = useState('');
  const query = useQuery(decisionsQuery(useSettled(userId.trim()), useSettled(channel.trim())));
  return (
    <>
      <ExplainForm />
      <h2>Last decisions</h2>
      <div className="form-pair">
        <TextField label="Only of this user" value={userId} onChange={setUserId} />
        <TextField label="Only of this channel" value={channel} onChange={setChannel} />
      </div>
      <Loaded query={query} label="Loading the decisions">
        {(decisions) =>
          decisions.length === 0 ? (
            <EmptyState icon={ShieldQuestion} title="No decision">
              Nobody has asked for that lately.
            </EmptyState>
          ) : (
            <Table label="Decisions" head={['Channel', 'User', 'Decision', 'Rule', 'Reason', 'When']}>
              {decisions.map((decision, row) => (
                <Row key={`${decision.at} ${row}`} decision={decision} />
              ))}
            </Table>
          )
        }
      </Loaded>
    </>
  );
}

function Row({ decision: { channel, userId, allowed, status, rule, reason, at } }: { readonly decision: Decision }) {
  return (
    <tr>
      <th scope="row">{channel ?? 'Signing in'}</th>
      <td>{userId ?? 'Nobody'}</td>
      <td>
        <Badge tone={allowed ? 'good' : 'danger'}>{allowed ? 'Allowed' : `Refused (${status})`}</Badge>
      </td>
      <td>{rule ?? '–'}</td>
      <td className="wide">{reason ?? '–'}</td>
      <td>
        <time dateTime={at}>{dateAndTime(at)}</time>
      </td>
    </tr>
  );
}

function ExplainForm() {
  const [userId, setUserId] = useState('');
  const [channel, setChannel] = useState('');
  const ask = useExplain();
  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate({ userId: userId.trim() || null, channel: channel.trim() });
  }
  return (
    <form className="form-card card" onSubmit={submit}>
      <div>
        <h2>Would they be let in?</h2>
        <p className="soft">The same rules decide as when somebody subscribes; nobody is subscribed.</p>
      </div>
      <div className="form-pair">
        <TextField
          label="User id"
          value={userId}
          onChange={setUserId}
          placeholder="bob"
          hint="Empty for somebody who is signed out."
        />
        <TextField label="Channel" value={channel} onChange={setChannel} placeholder="private-order-7" />
      </div>
      <Button type="submit" isPending={ask.isPending} isDisabled={channel.trim() === ''}>
        Explain
      </Button>
      {ask.isError && <Failure>{explain(ask.error)}</Failure>}
      {ask.data && <Answer explanation={ask.data} />}
    </form>
  );
}

function Answer({ explanation: { allowed, rule, reason } }: { readonly explanation: Explanation }) {
  return (
    <p className="row" role="status">
      <Badge tone={allowed ? 'good' : 'danger'}>{allowed ? 'Allowed' : 'Refused'}</Badge>
      <span>
        {rule === null ? 'No rule' : <code>{rule}</code>}
        {reason && `: ${reason}`}
      </span>
    </p>
  );
}
