import { useState } from 'react';
import { explain, isProblem } from '../../api/problem';
import { PeopleField } from '../../conversations/PeopleField';
import { TextField } from '../../ui/fields';
import { FormActions } from '../../ui/FormActions';
import { Failure } from '../../ui/states';
import { useChecked } from '../../ui/useChecked';
import { useRefusal } from '../../ui/useRefusal';
import { membersQuery, useSaveTeam } from './queries';
import { checked, type Draft, draftOf, emptyDraft, type TeamEntry, toNewTeam } from './team';
import { TenantSelect } from './TenantSelect';

interface TeamFormProps {
  /** None makes a new one. */
  readonly team: TeamEntry | undefined;
  readonly onDone: () => void;
}

export function TeamForm({ team, onDone }: TeamFormProps) {
  const [draft, setDraft] = useState<Draft>(() => (team ? draftOf(team) : emptyDraft('')));
  const save = useSaveTeam(team?.id);
  const form = useRefusal(save.error);
  const { errors, submit } = useChecked(
    () => checked(draft),
    () => save.mutate(toNewTeam(draft), { onSuccess: onDone }),
  );
  const isOfLines = isProblem(save.error, 'line_taken') || isProblem(save.error, 'invalid_line');

  function set(change: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...change }));
    if (change.lines !== undefined && save.isError) {
      save.reset();
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate ref={form}>
      {!team && (
        <TenantSelect value={draft.tenantId} onChange={(tenantId) => set({ tenantId, members: [] })} error={errors.tenantId} />
      )}
      <TextField
        label="Name"
        autoFocus
        isRequired
        maxLength={100}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errors.name}
      />
      <TextField
        label="Lines"
        rows={3}
        hint="One in each row: a number with its country, such as +12025550123, or the id of a messaging service. It writes from the first."
        value={draft.lines}
        onChange={(lines) => set({ lines })}
        error={isOfLines ? explain(save.error) : undefined}
      />
      {draft.tenantId !== '' && (
        <PeopleField
          label="Members"
          people={draft.members}
          onChange={(members) => set({ members })}
          find={(q) => membersQuery(draft.tenantId, q)}
        />
      )}
      {team && <p className="soft small">Whoever is taken off loses its contacts at once.</p>}
      {save.isError && !isOfLines && <Failure>{explain(save.error)}</Failure>}
      <FormActions action="Save" isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}
