import { expect, test } from 'vitest';
import { typedCard } from './typedCard';

const cards = ['1', '2', '13', '21', '0.5', 'XS', 'XL', '?'];

test('a key that can mean one card only means it at once', () => {
  expect(typedCard(cards, '', '?')).toEqual({ text: '?', card: '?', isOpen: false });
});

test('a key that begins another card as well waits for one more', () => {
  expect(typedCard(cards, '', '1')).toEqual({ text: '1', card: '1', isOpen: true });
  expect(typedCard(cards, '1', '3')).toEqual({ text: '13', card: '13', isOpen: false });
});

test('what is no card yet is none, until it is', () => {
  expect(typedCard(cards, '', '0')).toEqual({ text: '0', card: null, isOpen: true });
  expect(typedCard(cards, '0.', '5')?.card).toBe('0.5');
  expect(typedCard(cards, 'x', 'l')?.card).toBe('XL');
});

test('a key that leads nowhere begins anew, or means nothing', () => {
  expect(typedCard(cards, '1', '2')).toEqual({ text: '2', card: '2', isOpen: true });
  expect(typedCard(cards, '', 'q')).toBeNull();
});
