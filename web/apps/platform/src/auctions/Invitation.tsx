import { PeopleField } from '../conversations/PeopleField';
import { Switch } from '../ui/fields';
import type { Draft } from './draft';

interface InvitationProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly set: (change: Partial<Draft>) => void;
}

/** Whether all may bid, or only some. */
export function Invitation({ draft, error, set }: InvitationProps) {
  return (
    <div className="stack">
      <Switch isSelected={draft.isByInvitation} onChange={(isByInvitation) => set({ isByInvitation })}>
        By invitation only: nobody else sees it
      </Switch>
      {draft.isByInvitation && (
        <PeopleField label="Who is invited" error={error} people={draft.invited} onChange={(invited) => set({ invited })} />
      )}
    </div>
  );
}
