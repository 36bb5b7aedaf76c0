import type { ComponentProps } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';
import type { Described } from './described';
import './fields.css';

interface MoreOfTextField extends Described {
  readonly placeholder?: string;
  /** Of one that takes several lines. */
  readonly rows?: number;
  /** More for the element that takes them. */
  readonly area?: ComponentProps<typeof TextArea>;
}

export function TextField({ label, hint, error, placeholder, rows, area, ...props }: TextFieldProps & MoreOfTextField) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className="field">
      <Label>{label}</Label>
      {rows === undefined ? <Input placeholder={placeholder} /> : <TextArea {...area} rows={rows} placeholder={placeholder} />}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
