import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps,
} from 'react-aria-components';
import './button.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Appearance {
  readonly look?: Look;
  readonly size?: 'normal' | 'small';
  readonly isWide?: boolean;
}

function classes({ look = 'secondary', size = 'normal', isWide }: Appearance): string {
  return `button button-${look} button-${size}${isWide ? ' button-wide' : ''}`;
}

export function Button({ look, size, isWide, ...props }: Omit<AriaButtonProps, 'className'> & Appearance) {
  return <AriaButton {...props} className={classes({ look, size, isWide } as Appearance)} />;
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ look, size, isWide, ...props }: Omit<LinkProps, 'className'> & Appearance) {
  return <AriaLink {...props} className={classes({ look, size, isWide } as Appearance)} />;
}

/** Shows a picture only; `label` is what it is called. */
export function IconButton({ label, ...props }: Omit<AriaButtonProps, 'className' | 'aria-label'> & { readonly label: string }) {
  return <AriaButton {...props} aria-label={label} className="icon-button" />;
}
