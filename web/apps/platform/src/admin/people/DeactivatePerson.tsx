import { explain } from '../../api/problem';
import { ConfirmDialog } from '../../ui/Dialog';
import { Failure } from '../../ui/states';
import { toast } from '../../ui/toasts';
import type { PersonEntry } from './person';
import { useChangePerson } from './queries';

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
