import type { Described } from './described';
import { TextField } from './TextField';

interface InstantFieldProps extends Described {
  /** Local, as the browser's field has it: 2026-01-31T12:00, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** A day and a time, by the browser's own field. */
export function InstantField(props: InstantFieldProps) {
  return <TextField {...props} type="datetime-local" />;
}
