import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, type MenuItemProps, type MenuProps, Popover } from 'react-aria-components';
import './overlays.css';

export { Select } from './Select';

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
