/** Who is in a presence channel. What is known of them is in `info` and beside it, so `member.name` works as well. */
export type Member<Info = MemberFields> = Partial<Info> & { readonly id: string; readonly info: Info };

/** What members usually say of themselves. */
export interface MemberFields {
  readonly name?: string;
  readonly avatar?: string;
  readonly [field: string]: unknown;
}

/** A member from what is on the wire. */
export function memberOf(id: string, info: unknown): Member {
  const fields = (typeof info === 'object' ? info : null) as MemberFields | null;
  return { ...fields, id: String(id), info: fields ?? {} };
}
