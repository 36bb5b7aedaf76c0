/** What has been typed so far, and which card it means. */
export interface Typed {
  readonly text: string;
  /** The card that is written so, if there is one. */
  readonly card: string | null;
  /** Whether it may still become another card, so that one more key is worth waiting for. */
  readonly isOpen: boolean;
}

/** Takes one more key; one that leads to no card begins anew. */
export function typedCard(cards: readonly string[], before: string, key: string): Typed | null {
  for (const text of [before + key, key]) {
    const possible = cards.filter((card) => card.toLowerCase().startsWith(text.toLowerCase()));
    if (possible.length > 0) {
      const card = possible.find(({ length }) => length === text.length) ?? null;
      return { text, card, isOpen: card === null || possible.length > 1 };
    }
  }
  return null;
}
