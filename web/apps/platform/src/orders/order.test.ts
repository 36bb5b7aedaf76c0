import { expect, test } from 'vitest';
import { actionText, isOver, type Order, type OrderStatus, roleIn, stepsOf, withStatus } from './order';

const ada = { id: 'ada', name: 'Ada Seller', avatar: null };
const at = (minute: number) => `2026-01-01T10:0${minute}:00.000Z`;

function order(...statuses: OrderStatus[]): Order {
  return {
    id: 'o1',
    product: { id: 'p1', title: 'Lamp', image: null },
    buyer: { id: 'bob', firstName: 'Bob', lastName: 'Buyer', imageUrl: null, name: 'Bob Buyer' },
    seller: ada,
    quantity: 1,
    totalMinor: 1_000,
    currency: 'EUR',
    status: statuses.at(-1) ?? 'PENDING',
    history: statuses.map((status, minute) => ({ status, by: ada, at: at(minute) })),
    allowed: ['SHIPPED'],
    version: statuses.length,
    createdAt: at(0),
    conversationId: null,
    channel: 'private-order-o1',
  };
}

const told = (of: Order) => stepsOf(of).map(({ status, state }) => `${status} ${state}`);

test('the steps say what is done, where it is and what is to come', () => {
  expect(told(order('PENDING', 'PAID'))).toEqual(['PENDING done', 'PAID current', 'SHIPPED coming', 'DELIVERED coming']);
});

test('what was passed over is not called done', () => {
  expect(told(order('PENDING', 'SHIPPED'))).toEqual(['PENDING done', 'PAID skipped', 'SHIPPED current', 'DELIVERED coming']);
});

test('an order that was cancelled or refunded has no more to come', () => {
  expect(told(order('PENDING', 'CANCELLED'))).toEqual(['PENDING done', 'CANCELLED current']);
  expect(told(order('PENDING', 'PAID', 'REFUNDED'))).toEqual(['PENDING done', 'PAID done', 'REFUNDED current']);
});

test('a step says when it was reached', () => {
  expect(stepsOf(order('PENDING', 'PAID')).map((step) => step.at)).toEqual([at(0), at(1), undefined, undefined]);
});

test('news change the status once, and what was allowed is allowed no more', () => {
  const before = order('PENDING', 'PAID');
  const after = withStatus(before, { status: 'SHIPPED', changedAt: at(3) });
  expect(after).toMatchObject({ status: 'SHIPPED', allowed: [] });
});

test('news that are not news change nothing', () => {
  const before = order('PENDING', 'PAID', 'SHIPPED');
  expect(withStatus(before, { status: 'PAID', changedAt: at(1) })).toBe(before);
  expect(withStatus(before, { status: 'SHIPPED', changedAt: at(2) })).toBe(before);
});

test('buyers say that it has arrived, sellers and supporters that it is delivered', () => {
  const role = (userId: string) => roleIn(order('PENDING'), userId);
  expect(['bob', 'ada', 'dan'].map(role)).toEqual(['buyer', 'seller', 'support']);
  expect(actionText('DELIVERED', role('bob'))).toBe('It has arrived');
  expect(actionText('DELIVERED', role('dan'))).toBe('Mark as delivered');
});

test('what is over is not followed in lists', () => {
  expect((['PENDING', 'SHIPPED', 'DELIVERED', 'CANCELLED'] as const).map((status) => isOver({ status }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
