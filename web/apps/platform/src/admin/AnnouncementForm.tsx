import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../api/problem';
import { tenantsQuery } from '../session/tenants';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';
import { InstantField } from '../ui/InstantField';
import { Select } from '../ui/Menu';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { useChecked } from '../ui/useChecked';
import { useUnsaved } from '../ui/unsaved';
import '../ui/forms.css';
import { checked, type Draft, emptyDraft, hasTenant, hasTimes, type Kind, type Status, toNewAnnouncement } from './announcement';
import { useAnnounce } from './queries';

const kindOptions: ReadonlyArray<{ readonly value: Kind; readonly text: string }> = [
  { value: 'announcement', text: 'Announcement' },
  { value: 'status', text: 'Status of the service' },
  { value: 'maintenance', text: 'Maintenance ahead' },
  { value: 'reload', text: 'Reload all pages' },
];

const statusOptions: ReadonlyArray<{ readonly value: Status; readonly text: string }> = [
  { value: 'operational', text: 'Operational' },
  { value: 'degraded', text: 'Degraded' },
  { value: 'outage', text: 'Outage' },
];

const EVERYBODY = 'everybody';

export function AnnouncementForm() {
  const [draft, setDraft] = useState(emptyDraft);
  const [isAsking, setAsking] = useState(false);
  const tenants = useQuery(tenantsQuery).data ?? [];
  const announce = useAnnounce();
  useUnsaved(draft.message !== '');
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));

  const { errors, submit, beginAnew } = useChecked(
    (now) => checked(draft, now),
    () => setAsking(true),
  );

  function post() {
    announce.mutate(toNewAnnouncement(draft), {
      onSuccess: () => {
        setDraft(emptyDraft);
        beginAnew();
        toast({ text: 'It is posted.' });
      },
      onSettled: () => setAsking(false),
    });
  }

  return (
    <form className="form-card card" onSubmit={submit} noValidate>
      <h2>Tell everybody</h2>
      <div className="form-pair">
        <Select label="What" value={draft.kind} options={kindOptions} onChange={(kind) => set({ kind })} />
        {draft.kind === 'status' && (
          <Select label="Status" value={draft.status} options={statusOptions} onChange={(status) => set({ status })} />
        )}
        {hasTenant(draft.kind) && tenants.length > 0 && (
          <Select
            label="For whom"
            value={draft.tenantId === '' ? EVERYBODY : draft.tenantId}
            options={[
              { value: EVERYBODY, text: 'Everybody' },
              ...tenants.map(({ id, name }) => ({ value: id, text: `Only ${name}` })),
            ]}
            onChange={(tenantId) => set({ tenantId: tenantId === EVERYBODY ? '' : tenantId })}
          />
        )}
      </div>
      <TextField
        label="Message"
        isRequired
        maxLength={500}
        value={draft.message}
        onChange={(message) => set({ message })}
        error={errors.message}
        hint={
          draft.kind === 'reload'
            ? 'Said while pages load again: each once, at a moment of its own, and none with unsaved text.'
            : undefined
        }
      />
      {hasTimes(draft.kind) && (
        <div className="form-pair">
          <InstantField
            label={draft.kind === 'maintenance' ? 'Begins' : 'Begins (optional)'}
            value={draft.startsAt}
            onChange={(startsAt) => set({ startsAt })}
            error={errors.startsAt}
          />
          <InstantField
            label={draft.kind === 'maintenance' ? 'Is over' : 'Is over (optional)'}
            value={draft.endsAt}
            onChange={(endsAt) => set({ endsAt })}
            error={errors.endsAt}
          />
        </div>
      )}
      {announce.isError && <Failure>{explain(announce.error)}</Failure>}
      <Button type="submit" look="primary">
        Post
      </Button>
      <ConfirmDialog
        title={draft.kind === 'reload' ? 'Have all pages loaded again?' : 'Post this?'}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="Post it"
        isDangerous={draft.kind === 'reload'}
        isPending={announce.isPending}
        onConfirm={post}
      >
        <p>
          {draft.tenantId === '' || !hasTenant(draft.kind) ? 'Everybody' : `Everybody in ${draft.tenantId}`} is told at once: “
          {draft.message.trim()}”.
        </p>
      </ConfirmDialog>
    </form>
  );
}
