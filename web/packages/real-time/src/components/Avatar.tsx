import type { ReactNode } from 'react';

/** Properties of {@link Avatar}. */
export interface AvatarProps {
  readonly user: { readonly name?: string | undefined; readonly avatar?: string | null | undefined };
}

/** Somebody's picture, or the first letters of their name. */
export function Avatar({ user: { name = '', avatar } }: AvatarProps): ReactNode {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
  return avatar ? (
    <img className="avatar" src={avatar} alt={name} title={name} />
  ) : (
    <span className="avatar" role="img" aria-label={name || 'Unknown'} title={name}>
      {initials || '?'}
    </span>
  );
}
