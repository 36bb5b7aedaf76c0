import type { Person } from '../session/person';

/** What somebody types to mention one: from where its `@` is up to the caret. */
export interface TypedMention {
  readonly at: number;
  readonly part: string;
}

const wordEnd = /[\p{L}\p{Nd}]$/u;
const wordStart = /^[\p{L}\p{Nd}]/u;
const longestPart = 40;

/** Null where nobody is being mentioned, such as in an address. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const before = text.slice(0, Math.max(0, caret));
  const at = before.lastIndexOf('@');
  const part = before.slice(at + 1);
  return at < 0 || wordEnd.test(before.slice(0, at)) || part.length > longestPart || /^\s|\n/.test(part) ? null : { at, part };
}

/** Whose name, or a later word of it, begins so. Whoever is named in full is no longer offered. */
export function suggested(people: readonly Person[], part: string): readonly Person[] {
  const wanted = part.toLowerCase();
  return people.filter(({ name }) => {
    const lower = name.toLowerCase();
    return lower !== wanted && (lower.startsWith(wanted) || lower.includes(` ${wanted}`));
  });
}

/** The text with the whole name in place of what was typed, and where one goes on writing. */
export function completed(
  text: string,
  { at, part }: TypedMention,
  name: string,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(at + 1 + part.length).replace(/^ /, ''), caret: before.length };
}

export interface Segment {
  readonly text: string;
  /** Who is mentioned by it; several are if they are called the same. */
  readonly people: readonly Person[];
}

/** A text in pieces, as the server has found who is mentioned in it. */
export function segments(text: string, mentions: readonly Person[]): readonly Segment[] {
  const found: Segment[] = [];
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const people = wordEnd.test(text.slice(0, at)) ? [] : namedAt(text, at + 1, mentions);
    if (people[0]) {
      const end = at + 1 + people[0].name.length;
      found.push({ text: text.slice(done, at), people: [] }, { text: text.slice(at, end), people });
      done = end;
    }
  }
  found.push({ text: text.slice(done), people: [] });
  return found.filter((segment) => segment.text !== '');
}

/** Those with the longest name that stands there. */
function namedAt(text: string, from: number, people: readonly Person[]): readonly Person[] {
  const named = people.filter(({ name }) => {
    const end = from + name.length;
    return text.slice(from, end).toLowerCase() === name.toLowerCase() && !wordStart.test(text.slice(end));
  });
  const longest = Math.max(...named.map(({ name }) => name.length));
  return named.filter(({ name }) => name.length === longest);
}
