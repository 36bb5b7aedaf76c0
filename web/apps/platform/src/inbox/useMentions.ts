import {
  type KeyboardEvent,
  type RefObject,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Person } from '../session/person';
import { announce } from '../ui/toasts';
import { completed, suggested, typedMention } from './mentions';

interface MentionOptions {
  /** Who can be mentioned; nobody if nothing is to be offered. */
  readonly people: readonly Person[];
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

const nothing: TextareaHTMLAttributes<HTMLTextAreaElement> = {};

export type Mentions = ReturnType<typeof useMentions>;

/** Offers people after an `@`. The focus stays in the field: arrow keys choose, Enter takes, Escape writes on without. */
export function useMentions({ people, text, onChange, field }: MentionOptions) {
  const listId = useId();
  const [caret, setCaret] = useState(-1);
  const [chosen, setChosen] = useState({ part: '', index: 0 });
  const [refused, setRefused] = useState(-1);
  const next = useRef<number>(undefined);
  const typed = people.length === 0 ? null : typedMention(text, caret);
  const offered = typed === null || typed.at === refused ? [] : suggested(people, typed.part);
  const isOpen = offered.length > 0;
  const active = chosen.part === typed?.part ? Math.min(chosen.index, offered.length - 1) : 0;
  const names = offered.map(({ name }) => name).join(', ');

  useEffect(() => {
    if (names !== '') {
      announce(`To mention: ${names}. Arrow keys choose, Enter mentions.`);
    }
  }, [names]);

  useLayoutEffect(() => {
    if (next.current !== undefined) {
      field.current?.setSelectionRange(next.current, next.current);
      setCaret(next.current);
      next.current = undefined;
    }
  }, [text, field]);

  function take(person: Person | undefined) {
    if (typed && person) {
      const written = completed(text, typed, person.name);
      next.current = written.caret;
      onChange(written.text);
      field.current?.focus();
    }
  }

  function move(by: number) {
    setChosen({ part: typed?.part ?? '', index: (active + by + offered.length) % offered.length });
  }

  /** Whether it was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const act = isOpen && !event.nativeEvent.isComposing ? acts[event.key] : undefined;
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
    return act !== undefined;
  }

  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => take(offered[active]),
    Escape: () => setRefused(typed?.at ?? -1),
  };

  function look() {
    const now = field.current?.selectionStart ?? -1;
    setCaret(now);
    if (typedMention(field.current?.value ?? '', now)?.at !== refused) {
      setRefused(-1);
    }
  }

  const fieldProps: TextareaHTMLAttributes<HTMLTextAreaElement> = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': isOpen ? listId : undefined,
    'aria-activedescendant': isOpen ? optionId(listId, active) : undefined,
    onSelect: look,
    onInput: look,
    onBlur: () => setCaret(-1),
  };
  return { listId, offered, active, take, onKeyDown, fieldProps: people.length === 0 ? nothing : fieldProps };
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
