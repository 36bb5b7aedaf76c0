import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberField,
  type NumberFieldProps,
  SearchField as AriaSearchField,
  Switch as AriaSwitch,
  type SwitchProps,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps,
} from 'react-aria-components';
import { Minus, Plus, Search } from 'lucide-react';
import './fields.css';

interface Described {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

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

/** An amount in major units, written as the user's language does. */
export function MoneyField({
  label,
  hint,
  error,
  currency,
  ...props
}: NumberFieldProps & Described & { readonly currency: string }) {
  return (
    <NumberField {...props} isInvalid={error !== undefined} formatOptions={{ style: 'currency', currency }} className="field">
      <Label>{label}</Label>
      <Input className="tabular" />
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </NumberField>
  );
}

/** How many of something. */
export function CountField({ label, hint, error, ...props }: NumberFieldProps & Described) {
  return (
    <NumberField {...props} isInvalid={error !== undefined} formatOptions={{ maximumFractionDigits: 0 }} className="field">
      <Label>{label}</Label>
      <Group className="count-field">
        <Button slot="decrement">
          <Minus aria-hidden />
        </Button>
        <Input className="tabular" />
        <Button slot="increment">
          <Plus aria-hidden />
        </Button>
      </Group>
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </NumberField>
  );
}

export function SearchField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="field search-field">
      <Search aria-hidden />
      <Input placeholder={label} />
    </AriaSearchField>
  );
}

export function Switch({ children, ...props }: Omit<SwitchProps, 'children' | 'className'> & { readonly children: ReactNode }) {
  return (
    <AriaSwitch {...props} className="switch">
      <span className="switch-track" aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  );
}
