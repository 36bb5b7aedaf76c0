import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components';
import './fields.css';

export function Switch({ children, ...props }: Omit<SwitchProps, 'children' | 'className'> & { readonly children: ReactNode }) {
  return (
    <AriaSwitch {...props} className="switch">
      <span className="switch-track" aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  );
}
