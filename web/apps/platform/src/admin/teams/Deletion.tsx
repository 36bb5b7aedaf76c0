import { explain } from '../../api/problem';
import { ConfirmDialog } from '../../ui/Dialog';
import { Failure } from '../../ui/states';
import { toast } from '../../ui/toasts';

interface DeletionProps {
  readonly name: string;
  readonly about: string;
  readonly remove: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (id: string, options: { readonly onSuccess: () => void }) => void;
  };
  readonly id: string;
  readonly onClose: () => void;
}

export function Deletion({ id, name, about, remove, onClose }: DeletionProps) {
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      isOpen
      onClose={onClose}
      action="Delete"
      isDangerous
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => {
            onClose();
            toast({ text: `${name} is deleted.` });
          },
        })
      }
    >
      <p>{about}</p>
      {remove.error && <Failure>{explain(remove.error)}</Failure>}
    </ConfirmDialog>
  );
}
