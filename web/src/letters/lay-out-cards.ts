export interface CardBox {
  /** Where it would like to begin; undefined for a card without a place in the text. */
  wanted: number | undefined;
  height: number;
}

const gap = 12;

/** Tops of cards beside the text, each as near to its words as the ones above leave room for; in the given order. */
export function layOutCards(cards: readonly CardBox[]): { tops: number[]; height: number } {
  const order = cards
    .map((card, index) => ({ card, index }))
    .sort(
      (left, right) => (left.card.wanted ?? Infinity) - (right.card.wanted ?? Infinity) || left.index - right.index,
    );
  const tops: number[] = [];
  let bottom = 0;
  for (const { card, index } of order) {
    const top = Math.max(card.wanted ?? 0, bottom);
    tops[index] = top;
    bottom = top + card.height + gap;
  }
  return { tops, height: Math.max(0, bottom - gap) };
}
