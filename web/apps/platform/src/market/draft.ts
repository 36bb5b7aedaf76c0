import { toMajor, toMinor } from '../ui/money';
import type { Product } from './product';
import type { NewProduct } from './queries';

export const MOST_PIECES = 9_999;

/** A product as its form has it: amounts in major units, NaN where empty. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  /** A path or a data URL, or empty for none. */
  readonly image: string;
  readonly categoryId: string;
  readonly currency: string;
  readonly price: number;
  readonly stock: number;
}

export const emptyDraft: Draft = {
  title: '',
  description: '',
  image: '',
  categoryId: '',
  currency: 'EUR',
  price: Number.NaN,
  stock: 1,
};

export function draftOf(product: Product): Draft {
  const { title, description, image, category, currency, priceMinor, stock } = product;
  return {
    title,
    description,
    image: image ?? '',
    categoryId: category.id,
    currency,
    price: toMajor(priceMinor, currency),
    stock,
  };
}

type Errors = Partial<Record<'title' | 'categoryId' | 'price' | 'stock', string>>;

/** What is wrong with a draft; nothing if it can be offered. */
export function checked(draft: Draft): Errors {
  const errors: Errors = {};
  if (draft.title.trim() === '') {
    errors.title = 'Give it a title.';
  }
  if (draft.categoryId === '') {
    errors.categoryId = 'Choose where it belongs.';
  }
  if (!(draft.price > 0)) {
    errors.price = 'Say what it costs.';
  }
  if (!Number.isInteger(draft.stock) || draft.stock < 0 || draft.stock > MOST_PIECES) {
    errors.stock = 'Say how many there are.';
  }
  return errors;
}

export function toNewProduct(draft: Draft): NewProduct {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    ...(draft.image === '' ? {} : { image: draft.image }),
    categoryId: draft.categoryId,
    currency: draft.currency,
    priceMinor: toMinor(draft.price, draft.currency),
    stock: draft.stock,
  };
}
