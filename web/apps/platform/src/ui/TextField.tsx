import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';
import type { Described } from './described';
import './fields.css';

export function TextField({
  label,
  hint,
  error,
  placeholder,
  rows,
  ...props
}: TextFieldProps & Described & { readonly placeholder?: string; readonly rows?: number }) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className="field">
      <Label>{label}</Label>
      {rows === undefined ? <Input placeholder={placeholder} /> : <TextArea rows={rows} placeholder={placeholder} />}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
