import { expect, test } from 'vitest';
import { cardsOf, checked, CUSTOM, emptyDraft, MOST_CARDS, MOST_TASKS, tasksOf, toNewSession } from './draft';

const draft = { ...emptyDraft, title: 'Sprint 12', tasks: 'Sign in\nSign out' };

test('tasks are pasted from lists of all kinds, without their marks and empty lines', () => {
  expect(tasksOf('- Sign in\r\n\n* [x] Sign out\n  2. Export\n• Import\n10) Print\n 3 lists')).toEqual([
    'Sign in',
    'Sign out',
    'Export',
    'Import',
    'Print',
    '3 lists',
  ]);
});

test('cards are there once, whatever stands between them', () => {
  expect(cardsOf('1, 2;3  5,5\n? ')).toEqual(['1', '2', '3', '5', '?']);
});

test('a draft needs a title and tasks, neither too many nor too long', () => {
  expect(checked(draft)).toEqual({});
  expect(Object.keys(checked(emptyDraft))).toEqual(['title', 'tasks']);
  expect(checked({ ...draft, tasks: 'x\n'.repeat(MOST_TASKS + 1) }).tasks).toContain(`${MOST_TASKS + 1}`);
  expect(checked({ ...draft, tasks: `ok\n${'x'.repeat(201)}` }).tasks).toContain('Task 2');
});

test('a deck of one’s own has cards that differ, also as numbers', () => {
  const errorOf = (cards: string) => checked({ ...draft, deck: CUSTOM, cards }).cards;
  expect(errorOf('1 2')).toBeUndefined();
  expect(errorOf('1')).toContain('two cards');
  expect(errorOf('1 1.0')).toContain('the same');
  expect(errorOf(`1 ${'x'.repeat(17)}`)).toContain('16');
  expect(errorOf(Array.from({ length: MOST_CARDS + 1 }, (_, i) => i).join(' '))).toContain(`${MOST_CARDS + 1}`);
  expect(checked({ ...draft, cards: '1' }).cards).toBeUndefined();
});

test('what is sent has the deck by its name, or its cards, and no empty project', () => {
  expect(toNewSession(draft)).toEqual({
    title: 'Sprint 12',
    deck: 'fibonacci',
    tasks: [{ title: 'Sign in' }, { title: 'Sign out' }],
    autoReveal: false,
  });
  expect(toNewSession({ ...draft, project: ' web ', deck: CUSTOM, cards: '1,2' })).toMatchObject({
    project: 'web',
    cards: ['1', '2'],
  });
  expect(toNewSession({ ...draft, deck: CUSTOM, cards: '1,2' })).not.toHaveProperty('deck');
});
