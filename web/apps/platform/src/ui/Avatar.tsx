import './avatar.css';

export type Presence = 'online' | 'away' | 'offline';

interface AvatarProps {
  readonly name: string;
  readonly src?: string | null | undefined;
  readonly presence?: Presence | undefined;
  readonly size?: 'normal' | 'small';
}

const presenceText: Readonly<Record<Presence, string>> = { online: 'Online', away: 'Away', offline: 'Offline' };

/** A face or initials; a name always stands beside it, so that only the presence is read out. */
export function Avatar({ name, src, presence, size = 'normal' }: AvatarProps) {
  return (
    <span className={`avatar avatar-${size}`} data-tint={tint(name)}>
      {src ? <img src={src} alt="" /> : <span className="avatar-initials" data-initials={initials(name)} aria-hidden />}
      {presence && (
        <span
          className={`presence presence-${presence}`}
          role="img"
          aria-label={presenceText[presence]}
          title={presenceText[presence]}
        />
      )}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** One of six, the same for the same text. */
export function tint(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum = (sum * 31 + character.codePointAt(0)!) % 6_000;
  }
  return sum % 6;
}
