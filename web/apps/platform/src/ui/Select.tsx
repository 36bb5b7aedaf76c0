import { ChevronDown } from 'lucide-react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import './fields.css';
import './overlays.css';

interface SelectProps<T extends string> {
  readonly label: string;
  /** Empty while nothing is chosen. */
  readonly value: T | '';
  readonly options: ReadonlyArray<{ readonly value: T; readonly text: string }>;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
}

export function Select<T extends string>({ label, value, options, onChange, error }: SelectProps<T>) {
  return (
    <AriaSelect
      className="select field"
      value={value === '' ? null : value}
      onChange={(key) => key !== null && onChange(key as T)}
      isInvalid={error !== undefined}
      placeholder="Choose"
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <FieldError>{error}</FieldError>
      <Popover className="popover menu-popover">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu-item">
              {option.text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
