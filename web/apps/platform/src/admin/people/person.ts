import type { User } from '../../session/session';
import type { Tenant } from '../../session/tenants';

export type Role = User['role'];
export type State = 'active' | 'invited' | 'deactivated';

/** Somebody, as administrators see them. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly tenants: readonly Tenant[];
  readonly state: State;
  readonly createdAt: string;
}

/** What somebody chooses a password with. Whoever has the link can. */
export interface Invitation {
  readonly url: string;
  readonly expiresAt: string;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly tenantIds: readonly string[];
}

export type PersonChange = Partial<Omit<NewPerson, 'email'> & { readonly isActive: boolean }>;

export const LONGEST_NAME = 100;

/** From the least to the most. */
export const roles = [
  { value: 'USER', text: 'User' },
  { value: 'AGENT', text: 'Agent' },
  { value: 'ADMIN', text: 'Administrator' },
] as const satisfies ReadonlyArray<{ readonly value: Role; readonly text: string }>;

export function roleName(role: Role): string {
  return roles.find(({ value }) => value === role)?.text ?? role;
}

export function isLower(role: Role, than: Role): boolean {
  const rank = (one: Role) => roles.findIndex(({ value }) => value === one);
  return rank(role) < rank(than);
}

export const emptyDraft: NewPerson = { name: '', email: '', role: 'USER', tenantIds: [] };

export function draftOf({ name, email, role, tenants }: PersonEntry): NewPerson {
  return { name, email, role, tenantIds: tenants.map(({ id }) => id) };
}

type Errors = Partial<Record<'name' | 'email' | 'tenantIds', string>>;

/** What is wrong with a draft; nothing if it can be sent. */
export function checked({ name, email, tenantIds }: NewPerson): Errors {
  const errors: Errors = {};
  if (name.trim() === '') {
    errors.name = 'Say what they are called.';
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
    errors.email = 'That is no e-mail address.';
  }
  if (tenantIds.length === 0) {
    errors.tenantIds = 'Choose at least one: who is in none sees nobody.';
  }
  return errors;
}

/** Only what is another than before. */
export function changeOf(person: PersonEntry, draft: NewPerson): PersonChange {
  const before = draftOf(person);
  const name = draft.name.trim();
  const isSame = [...before.tenantIds].sort().join() === [...draft.tenantIds].sort().join();
  return {
    ...(name === before.name ? {} : { name }),
    ...(draft.role === before.role ? {} : { role: draft.role }),
    ...(isSame ? {} : { tenantIds: draft.tenantIds }),
  };
}
