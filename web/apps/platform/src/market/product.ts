import type { Person } from '../session/person';

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly products: number;
}

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly image: string | null;
  readonly priceMinor: number;
  readonly currency: string;
  readonly stock: number;
  readonly status: 'active' | 'sold_out' | 'withdrawn';
  readonly category: { readonly id: string; readonly name: string };
  readonly seller: Person;
  readonly version: number;
  readonly createdAt: string;
  readonly you: { readonly isSeller: boolean; readonly conversationId: string | null };
}

/** As many as a presence channel lets in. */
export const MOST_VIEWERS = 100;

/** "1 person viewing", "2 people viewing"; nothing where it is not known. */
export function attendanceText(count: number, isFull: boolean, doing: string): string | undefined {
  if (isFull) {
    return `${MOST_VIEWERS}+ people ${doing}`;
  }
  return count === 0 ? undefined : `${count} ${count === 1 ? 'person' : 'people'} ${doing}`;
}

export function stockText({ status, stock }: Pick<Product, 'status' | 'stock'>): string {
  switch (status) {
    case 'withdrawn':
      return 'Not for sale any more';
    case 'sold_out':
      return 'Sold out';
    default:
      return stock === 1 ? 'The last one' : `${stock} left`;
  }
}
