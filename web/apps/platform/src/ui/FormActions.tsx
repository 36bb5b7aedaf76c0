import { Button } from './Button';

interface FormActionsProps {
  /** What is written on the button that sends the form. */
  readonly action: string;
  readonly isPending: boolean;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** Ends a form in a dialog. */
export function FormActions({ action, isPending, isDisabled = false, onCancel }: FormActionsProps) {
  return (
    <div className="dialog-actions">
      <Button onPress={onCancel}>Cancel</Button>
      <Button type="submit" look="primary" isPending={isPending} isDisabled={isDisabled}>
        {action}
      </Button>
    </div>
  );
}
