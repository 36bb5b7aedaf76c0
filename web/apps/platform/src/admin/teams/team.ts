import type { Person } from '../../session/person';
import type { Tenant } from '../../session/tenants';

/** Those who answer texts together. */
export interface TeamEntry {
  readonly id: string;
  readonly name: string;
  readonly tenant: Tenant;
  /** Numbers, and services of the carrier's that have several. */
  readonly lines: readonly string[];
  readonly members: readonly Person[];
}

export interface NewTeam {
  readonly tenantId: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly memberIds: readonly string[];
}

/** A team as its form has it; one line of text for each of its lines. */
export interface Draft {
  readonly tenantId: string;
  readonly name: string;
  readonly lines: string;
  readonly members: readonly Person[];
}

export function emptyDraft(tenantId: string): Draft {
  return { tenantId, name: '', lines: '', members: [] };
}

export function draftOf({ tenant, name, lines, members }: TeamEntry): Draft {
  return { tenantId: tenant.id, name, lines: lines.join('\n'), members };
}

export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

type Errors = Partial<Record<'tenantId' | 'name', string>>;

/** What is wrong with a draft; nothing if it can be saved. */
export function checked({ tenantId, name }: Draft): Errors {
  const errors: Errors = {};
  if (tenantId === '') {
    errors.tenantId = 'Choose where it belongs.';
  }
  if (name.trim() === '') {
    errors.name = 'Give it a name.';
  }
  return errors;
}

export function toNewTeam({ tenantId, name, lines, members }: Draft): NewTeam {
  return { tenantId, name: name.trim(), lines: linesOf(lines), memberIds: members.map(({ id }) => id) };
}
