import { pointsOf } from './poker';

export const MOST_TASKS = 100;
export const MOST_CARDS = 30;
const LONGEST_TITLE = 200;
const LONGEST_CARD = 16;

/** A session as its form has it. */
export interface Draft {
  readonly title: string;
  readonly project: string;
  /** One task a line. */
  readonly tasks: string;
  /** The name of a deck, or `custom`. */
  readonly deck: string;
  /** The cards of one's own, with commas or spaces between them. */
  readonly cards: string;
  readonly autoReveal: boolean;
}

export const CUSTOM = 'custom';

export const emptyDraft: Draft = { title: '', project: '', tasks: '', deck: 'fibonacci', cards: '', autoReveal: false };

export interface NewSession {
  readonly title: string;
  readonly project?: string;
  readonly deck?: string;
  readonly cards?: readonly string[];
  readonly tasks: ReadonlyArray<{ readonly title: string }>;
  readonly autoReveal: boolean;
}

/** The tasks of a text, as they are pasted from a list: without its marks and its empty lines. */
export function tasksOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+|\[[ x]?\]\s+)+/i, '').trim())
    .filter((line) => line !== '');
}

/** Each card once, in the order in which they are written. */
export function cardsOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((card) => card !== ''))];
}

type Errors = Partial<Record<'title' | 'tasks' | 'cards', string>>;

/** What is wrong with a draft; nothing if a session can begin. */
export function checked(draft: Draft): Errors {
  const errors: Errors = {};
  if (draft.title.trim() === '') {
    errors.title = 'Give it a title.';
  }
  const tasks = tasksOf(draft.tasks);
  const tooLong = tasks.findIndex((task) => task.length > LONGEST_TITLE);
  if (tasks.length === 0) {
    errors.tasks = 'Name at least one task.';
  } else if (tasks.length > MOST_TASKS) {
    errors.tasks = `At most ${MOST_TASKS} tasks; these are ${tasks.length}.`;
  } else if (tooLong >= 0) {
    errors.tasks = `Task ${tooLong + 1} is longer than ${LONGEST_TITLE} characters.`;
  }
  if (draft.deck === CUSTOM) {
    const cards = cardsOf(draft.cards);
    const values = new Set(cards.map(pointsOf));
    if (cards.length < 2) {
      errors.cards = 'A deck has at least two cards.';
    } else if (cards.length > MOST_CARDS) {
      errors.cards = `At most ${MOST_CARDS} cards; these are ${cards.length}.`;
    } else if (cards.some((card) => card.length > LONGEST_CARD)) {
      errors.cards = `At most ${LONGEST_CARD} characters on a card.`;
    } else if (values.size < cards.length) {
      errors.cards = 'Two cards mean the same.';
    }
  }
  return errors;
}

export function toNewSession(draft: Draft): NewSession {
  const project = draft.project.trim();
  return {
    title: draft.title.trim(),
    ...(project === '' ? {} : { project }),
    ...(draft.deck === CUSTOM ? { cards: cardsOf(draft.cards) } : { deck: draft.deck }),
    tasks: tasksOf(draft.tasks).map((title) => ({ title })),
    autoReveal: draft.autoReveal,
  };
}
