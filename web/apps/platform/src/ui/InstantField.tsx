import { useId } from 'react';

interface InstantFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Local, as the browser's field has it: 2026-01-31T12:00, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day and a time, by the browser's own field. */
export function InstantField({ label, hint, error, value, onChange }: InstantFieldProps) {
  const id = useId();
  const text = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={text === undefined ? undefined : `${id}-hint`}
        aria-invalid={error !== undefined}
        data-invalid={error === undefined ? undefined : true}
      />
      {text !== undefined && (
        <span slot={error === undefined ? 'description' : 'errorMessage'} id={`${id}-hint`}>
          {text}
        </span>
      )}
    </div>
  );
}

/** An instant as the browser's field has it. */
export function toLocal(instant: string): string {
  const at = Date.parse(instant);
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
