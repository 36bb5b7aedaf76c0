import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Menu as AriaMenu,
  MenuItem,
  type MenuItemProps,
  type MenuProps,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { Check, ChevronDown } from 'lucide-react';
import './fields.css';
import './overlays.css';

/** What opens below a button inside a `MenuTrigger`. */
export function Menu(props: Omit<MenuProps<object>, 'className'>) {
  return (
    <Popover placement="bottom end" className="popover menu-popover">
      <AriaMenu {...props} className="menu" />
    </Popover>
  );
}

export function Item({
  children,
  isDangerous,
  ...props
}: Omit<MenuItemProps, 'className' | 'children'> & { readonly children: ReactNode; readonly isDangerous?: boolean }) {
  return (
    <MenuItem {...props} className={isDangerous ? 'menu-item menu-item-danger' : 'menu-item'}>
      {({ isSelected }) => (
        <>
          {children}
          {isSelected && <Check aria-hidden className="menu-check" />}
        </>
      )}
    </MenuItem>
  );
}

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
