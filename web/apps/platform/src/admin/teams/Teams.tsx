import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/states';
import { Table } from '../../ui/Table';
import { Deletion } from './Deletion';
import { Part } from './Part';
import { teamsQuery, useDeleteTeam } from './queries';
import { RowActions } from './RowActions';
import type { TeamEntry } from './team';
import { TeamForm } from './TeamForm';

/** Those of all tenants. */
export function Teams() {
  const [edited, setEdited] = useState<TeamEntry | 'new' | null>(null);
  const [doomed, setDoomed] = useState<TeamEntry | null>(null);
  const close = () => setEdited(null);
  return (
    <Part
      title="Teams"
      about="Who answers the texts that come in on which numbers."
      add="New team"
      onAdd={() => setEdited('new')}
    >
      <Loaded query={useQuery(teamsQuery)} label="Loading the teams">
        {(teams) =>
          teams.length === 0 ? (
            <EmptyState icon={Phone} title="No team yet">
              What is texted to a number that no team has reaches nobody.
            </EmptyState>
          ) : (
            <Table label="All teams" head={['Team', 'Tenant', 'Lines', 'Members', 'Actions']}>
              {teams.map((team) => (
                <tr key={team.id}>
                  <th scope="row">{team.name}</th>
                  <td>{team.tenant.name}</td>
                  <td className="tabular">
                    {team.lines.length === 0 ? '–' : team.lines.map((line) => <div key={line}>{line}</div>)}
                  </td>
                  <td className="wide">{team.members.map(({ name }) => name).join(', ') || 'Nobody'}</td>
                  <td>
                    <RowActions
                      name={`${team.name} of ${team.tenant.name}`}
                      onChange={() => setEdited(team)}
                      onDelete={() => setDoomed(team)}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
      <Dialog
        title={edited === null || edited === 'new' ? 'New team' : `Change ${edited.name}`}
        isOpen={edited !== null}
        onClose={close}
      >
        {edited && <TeamForm team={edited === 'new' ? undefined : edited} onDone={close} />}
      </Dialog>
      {doomed && <DeleteTeam team={doomed} onClose={() => setDoomed(null)} />}
    </Part>
  );
}

function DeleteTeam({ team: { id, name }, onClose }: { readonly team: TeamEntry; readonly onClose: () => void }) {
  return (
    <Deletion
      id={id}
      name={name}
      about="Its numbers are free for another team then. Only a team without contacts can be deleted."
      remove={useDeleteTeam()}
      onClose={onClose}
    />
  );
}
