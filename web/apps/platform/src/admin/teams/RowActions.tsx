import { Button } from '../../ui/Button';

interface RowActionsProps {
  readonly name: string;
  readonly onChange: () => void;
  readonly onDelete?: () => void;
}

export function RowActions({ name, onChange, onDelete }: RowActionsProps) {
  return (
    <div className="admin-actions">
      <Button size="small" aria-label={`Change ${name}`} onPress={onChange}>
        Change
      </Button>
      {onDelete && (
        <Button size="small" look="danger" aria-label={`Delete ${name}`} onPress={onDelete}>
          Delete
        </Button>
      )}
    </div>
  );
}
