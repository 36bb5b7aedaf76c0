import { useId } from 'react';
import './fields.css';

interface DateTimeFieldProps {
  readonly label: string;
  /** Local time, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

export function DateTimeField({ label, value, onChange, hint, error }: DateTimeFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
        aria-invalid={error !== undefined}
      />
      <span slot="description" id={`${id}-hint`}>
        {error ?? hint}
      </span>
    </div>
  );
}
