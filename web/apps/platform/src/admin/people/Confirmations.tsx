import { explain } from '../../api/problem';
import { ConfirmDialog } from '../../ui/Dialog';
import { Failure } from '../../ui/states';
import { toast } from '../../ui/toasts';
import type { Invitation, PersonEntry } from './person';
import { useChangePerson, useNewLink } from './queries';

interface NewLinkProps {
  readonly person: PersonEntry;
  readonly onMade: (name: string, invitation: Invitation) => void;
  readonly onClose: () => void;
}

export function NewLink({ person: { id, name, state }, onMade, onClose }: NewLinkProps) {
  const make = useNewLink();
  return (
    <ConfirmDialog
      title={`A new link for ${name}?`}
      isOpen
      onClose={onClose}
      action="Make a new link"
      isPending={make.isPending}
      onConfirm={() => make.mutate(id, { onSuccess: (invitation) => onMade(name, invitation) })}
    >
      <p>
        {state === 'invited'
          ? 'The one they have stops working.'
          : 'With it they choose another password, which signs them out everywhere else. Until then theirs goes on working.'}
      </p>
      {make.isError && <Failure>{explain(make.error)}</Failure>}
    </ConfirmDialog>
  );
}

export function DeactivatePerson({
  person: { id, name },
  onClose,
}: {
  readonly person: PersonEntry;
  readonly onClose: () => void;
}) {
  const change = useChangePerson();
  return (
    <ConfirmDialog
      title={`Deactivate ${name}?`}
      isOpen
      onClose={onClose}
      action="Deactivate"
      isDangerous
      isPending={change.isPending}
      onConfirm={() =>
        change.mutate(
          { id, change: { isActive: false } },
          {
            onSuccess: () => {
              onClose();
              toast({ text: `${name} is deactivated.` });
            },
          },
        )
      }
    >
      <p>They are signed out everywhere, at once, and cannot sign in until they are activated again. What they wrote stays.</p>
      {change.isError && <Failure>{explain(change.error)}</Failure>}
    </ConfirmDialog>
  );
}
