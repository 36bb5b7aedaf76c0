import type { ReactNode } from 'react';

/** What all fields say of themselves. */
export interface Described {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}
