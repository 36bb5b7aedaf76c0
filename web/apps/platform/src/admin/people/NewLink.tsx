import { explain } from '../../api/problem';
import { Button } from '../../ui/Button';
import { Failure } from '../../ui/states';
import type { Invitation, PersonEntry } from './person';
import { useNewLink } from './queries';

interface NewLinkProps {
  readonly person: PersonEntry;
  readonly onMade: (name: string, invitation: Invitation) => void;
  readonly onCancel: () => void;
}

/** Asks before links stop working that somebody may have. */
export function NewLink({ person: { id, name, state }, onMade, onCancel }: NewLinkProps) {
  const make = useNewLink();
  return (
    <>
      <p>
        {state === 'invited'
          ? 'The one they have stops working.'
          : 'With it they choose another password, which signs them out everywhere else. Until then theirs goes on working.'}
      </p>
      {make.isError && <Failure>{explain(make.error)}</Failure>}
      <div className="dialog-actions">
        <Button onPress={onCancel}>Cancel</Button>
        <Button
          look="primary"
          isPending={make.isPending}
          onPress={() => make.mutate(id, { onSuccess: (invitation) => onMade(name, invitation) })}
        >
          Make a new link
        </Button>
      </div>
    </>
  );
}
