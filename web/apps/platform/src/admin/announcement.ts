import type { Announcement as Told } from '../announcements/announcement';

export type Kind = Told['kind'];
export type Status = NonNullable<Told['status']>;

/** What all are told, as administrators see it. */
export interface Announcement extends Told {
  readonly tenantId?: string | null;
  readonly createdAt?: string;
  readonly endedAt?: string | null;
}

export interface NewAnnouncement {
  readonly kind: Kind;
  readonly message: string;
  readonly status?: Status;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly tenantId?: string;
}

/** A post as its form has it; times are local, empty for none. */
export interface Draft {
  readonly kind: Kind;
  readonly message: string;
  readonly status: Status;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Empty for everybody. */
  readonly tenantId: string;
}

export const emptyDraft: Draft = {
  kind: 'announcement',
  message: '',
  status: 'operational',
  startsAt: '',
  endsAt: '',
  tenantId: '',
};

type Errors = Partial<Record<'message' | 'startsAt' | 'endsAt', string>>;

/** What is wrong with a draft; nothing if it can be posted. */
export function checked(draft: Draft, now: number): Errors {
  const errors: Errors = {};
  if (draft.message.trim() === '') {
    errors.message = 'Say what it is about.';
  }
  if (hasTimes(draft.kind)) {
    if (draft.kind === 'maintenance' && draft.startsAt === '') {
      errors.startsAt = 'Say when it begins.';
    }
    if (draft.kind === 'maintenance' && draft.endsAt === '') {
      errors.endsAt = 'Say when it is over.';
    } else if (draft.endsAt !== '' && !(Date.parse(draft.endsAt) > Math.max(now, Date.parse(draft.startsAt) || 0))) {
      errors.endsAt = 'That is before it begins, or over.';
    }
  }
  return errors;
}

/** Whether it is for a span of time. */
export function hasTimes(kind: Kind): boolean {
  return kind === 'announcement' || kind === 'maintenance';
}

/** Whether it may be for one tenant only. */
export function hasTenant(kind: Kind): boolean {
  return kind !== 'status';
}

export function toNewAnnouncement(draft: Draft): NewAnnouncement {
  const at = (local: string) => new Date(local).toISOString();
  return {
    kind: draft.kind,
    message: draft.message.trim(),
    ...(draft.kind === 'status' ? { status: draft.status } : {}),
    ...(hasTimes(draft.kind) && draft.startsAt !== '' ? { startsAt: at(draft.startsAt) } : {}),
    ...(hasTimes(draft.kind) && draft.endsAt !== '' ? { endsAt: at(draft.endsAt) } : {}),
    ...(hasTenant(draft.kind) && draft.tenantId !== '' ? { tenantId: draft.tenantId } : {}),
  };
}

/** Whether people still see it. */
export function isCurrent({ kind, endsAt, endedAt }: Announcement, now: number): boolean {
  return kind !== 'reload' && endedAt == null && (endsAt === null || Date.parse(endsAt) > now);
}
