import { Minus, Plus } from 'lucide-react';
import { Button, FieldError, Group, Input, Label, NumberField, type NumberFieldProps, Text } from 'react-aria-components';
import type { Described } from './described';
import './fields.css';

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
      <Input className="tabular" placeholder={new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(0)} />
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
