// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createElement as h, Fragment, useRef, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Person } from '../session/person';
import { TextField } from '../ui/TextField';
import { Announcements } from '../ui/toasts';
import { MentionList } from './MentionList';
import { NoteText } from './NoteText';
import { useMentions } from './useMentions';

const person = (id: string, name: string): Person => ({ id, name, avatar: null });
const team = [person('ada', 'Ada Seller'), person('dan', 'Dan Desk')];

function Field({ people, onKey }: { readonly people: readonly Person[]; readonly onKey: (key: string) => void }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions({ people, text, onChange: setText, field });
  return h(
    Fragment,
    null,
    h(TextField, {
      label: 'Note',
      rows: 1,
      value: text,
      onChange: setText,
      area: {
        ...mentions.fieldProps,
        ref: field,
        onKeyDown: (event) => {
          if (!mentions.onKeyDown(event)) {
            onKey(event.key);
          }
        },
      },
    }),
    h(MentionList, { mentions }),
    h(Announcements),
  );
}

function open(people: readonly Person[] = team) {
  const onKey = vi.fn<(key: string) => void>();
  render(h(Field, { people, onKey }));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  return {
    field,
    onKey,
    type: (text: string) => fireEvent.input(field, { target: { value: text, selectionStart: text.length } }),
    press: (key: string) => fireEvent.keyDown(field, { key }),
    chosen: () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.id,
  };
}

const optionIds = () => screen.getAllByRole('option').map(({ id }) => id);

afterEach(cleanup);

test('an at offers the team, which is said, and the field says which is chosen', () => {
  const { field, type, press, chosen } = open();
  expect(screen.queryByRole('listbox')).toBeNull();
  type('Ask @');
  expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox', { name: 'Mention' }).id);
  expect(screen.getByRole('status').textContent).toContain('To mention: Ada Seller, Dan Desk.');
  expect(chosen()).toBe(optionIds()[0]);
  press('ArrowDown');
  expect(chosen()).toBe(optionIds()[1]);
  expect(screen.getByRole('option', { selected: true }).id).toBe(optionIds()[1]);
  press('ArrowDown');
  expect(chosen()).toBe(optionIds()[0]);
  press('ArrowUp');
  expect(chosen()).toBe(optionIds()[1]);
});

test('Enter takes who is chosen and does nothing else, and after that it is for the field again', () => {
  const { field, type, press, onKey } = open();
  type('Ask @');
  press('ArrowDown');
  press('Enter');
  expect(field.value).toBe('Ask @Dan Desk ');
  expect(field.selectionStart).toBe(14);
  expect(document.activeElement).toBe(field);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onKey).not.toHaveBeenCalled();
  press('Enter');
  expect(onKey).toHaveBeenCalledWith('Enter');
});

test('Escape closes the list for this mention only and leaves the text', () => {
  const { field, type, press, onKey } = open();
  type('@a');
  press('Escape');
  expect(field.value).toBe('@a');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onKey).not.toHaveBeenCalled();
  type('@ad');
  expect(screen.queryByRole('listbox')).toBeNull();
  type('@ad @d');
  expect(screen.getAllByRole('option')).toHaveLength(1);
});

test('one is taken by a click, too', () => {
  const { field, type } = open();
  type('@se');
  fireEvent.click(screen.getByRole('option'));
  expect(field.value).toBe('@Ada Seller ');
});

test('nobody is offered elsewhere, where the focus has gone, or where nobody can be mentioned', () => {
  const { field, type } = open();
  type('me@');
  expect(screen.queryByRole('listbox')).toBeNull();
  type('@');
  expect(screen.queryByRole('listbox')).not.toBeNull();
  fireEvent.blur(field);
  expect(screen.queryByRole('listbox')).toBeNull();
  cleanup();
  const other = open([]);
  other.type('@');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(other.field.getAttribute('aria-autocomplete')).toBeNull();
});

test('mentions are marked in a note, and that of oneself stands out', () => {
  const { container } = render(h(NoteText, { text: 'Ask @Ada Seller or @Dan Desk', mentions: team, me: 'dan' }));
  expect(container.textContent).toBe('Ask @Ada Seller or @Dan Desk');
  expect(container.querySelector('span.mention')?.textContent).toBe('@Ada Seller');
  expect(container.querySelector('mark.mention')?.textContent).toBe('@Dan Desk');
});
