import { expect, test } from 'vitest';
import { checked, type Draft, draftOf, emptyDraft, toNewProduct } from './draft';
import { attendanceText, type Product, stockText } from './product';

const product: Product = {
  id: 'p1',
  title: 'Lamp',
  description: 'Brass',
  image: '/demo/lamp.svg',
  priceMinor: 1_999,
  currency: 'EUR',
  stock: 3,
  status: 'active',
  category: { id: 'home', name: 'Home' },
  seller: { id: 'ada', name: 'Ada Seller', avatar: null },
  version: 2,
  createdAt: '2026-01-01T10:00:00.000Z',
  you: { isSeller: true, conversationId: null },
};
const good: Draft = { ...emptyDraft, title: ' Lamp ', price: 19.99, categoryId: 'home', stock: 2 };

test('one person is a person, and more are people', () => {
  expect(attendanceText(1, false, 'viewing')).toBe('1 person viewing');
  expect(attendanceText(2, false, 'viewing')).toBe('2 people viewing');
});

test('where the channel lets nobody in any more there are more than it says, and where nothing is known nothing is said', () => {
  expect(attendanceText(0, true, 'viewing')).toBe('100+ people viewing');
  expect(attendanceText(0, false, 'viewing')).toBeUndefined();
});

test('the stock is told as long as it is for sale', () => {
  expect(stockText(product)).toBe('3 left');
  expect(stockText({ status: 'active', stock: 1 })).toBe('The last one');
  expect(stockText({ status: 'sold_out', stock: 0 })).toBe('Sold out');
  expect(stockText({ status: 'withdrawn', stock: 3 })).toBe('Not for sale any more');
});

test('an empty form says what is missing, and a good one nothing', () => {
  expect(Object.keys(checked(emptyDraft))).toEqual(['title', 'categoryId', 'price']);
  expect(checked(good)).toEqual({});
});

test('there is a whole number of pieces', () => {
  for (const stock of [Number.NaN, -1, 1.5, 10_000]) {
    expect(checked({ ...good, stock })).toHaveProperty('stock');
  }
});

test('what is left empty is not sent', () => {
  expect(toNewProduct(good)).toEqual({
    title: 'Lamp',
    description: '',
    categoryId: 'home',
    currency: 'EUR',
    priceMinor: 1_999,
    stock: 2,
  });
});

test('a product that is edited without a change stays as it is', () => {
  const { id: _, status: _s, seller: _r, version: _v, createdAt: _c, you: _y, category, ...same } = product;
  expect(toNewProduct(draftOf(product))).toEqual({ ...same, categoryId: category.id });
});
