import { ArrowLeft } from 'lucide-react';
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

/** Leads to what the page belongs to. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <AriaLink href={href} className="button button-quiet button-small back-link">
      <ArrowLeft aria-hidden /> {children}
    </AriaLink>
  );
}

/** Shows a picture only; `label` is what it is called. */
export function IconButton({ label, ...props }: Omit<AriaButtonProps, 'className' | 'aria-label'> & { readonly label: string }) {
  return <AriaButton {...props} aria-label={label} className="icon-button" />;
}
