import type { DiffSegment } from '../../../server/letters/letter-body-diff.ts';
import type { MarkName } from '../../../server/letters/letter-body-nodes.ts';

/** Words of a paragraph that a comment points at; offsets into its present text. */
export interface Highlight {
  id: string;
  from: number;
  to: number;
}

/** A stretch of a paragraph that looks the same throughout. */
export interface Piece {
  op: DiffSegment['op'];
  text: string;
  marks: MarkName[];
  /** The comment whose words these are. */
  highlight: string | undefined;
  /** Comments whose words end here: their pins follow. */
  pins: string[];
  /** The first piece of an inserted or deleted stretch. */
  startsChange: boolean;
}

/** Cuts a paragraph where marks, changes and comments begin and end; `trailing` pins have no words to follow. */
export function cutPieces(
  segments: readonly DiffSegment[],
  highlights: readonly Highlight[],
): { pieces: Piece[]; trailing: string[] } {
  const pieces: Piece[] = [];
  const placed = new Set<string>();
  let at = 0;
  let previous: DiffSegment['op'] = 'equal';
  for (const { op, text, marks } of segments) {
    const startsChange = op !== 'equal' && op !== previous;
    previous = op;
    if (op === 'delete') {
      pieces.push({ op, text, marks, highlight: undefined, pins: [], startsChange });
      continue;
    }
    for (const [from, to] of spansOf(at, at + text.length, highlights)) {
      const pins = highlights.filter((one) => one.to === to && !placed.has(one.id)).map((one) => one.id);
      pins.forEach((id) => placed.add(id));
      pieces.push({
        op,
        text: text.slice(from - at, to - at),
        marks,
        highlight: highlights.find((one) => one.from < to && one.to > from)?.id,
        pins,
        startsChange: startsChange && from === at,
      });
    }
    at += text.length;
  }
  return { pieces, trailing: highlights.filter((one) => !placed.has(one.id)).map((one) => one.id) };
}

function spansOf(start: number, end: number, highlights: readonly Highlight[]): [number, number][] {
  const inside = highlights.flatMap((one) => [one.from, one.to]).filter((offset) => offset > start && offset < end);
  const cuts = [...new Set([start, ...inside, end])].sort((left, right) => left - right);
  return cuts.slice(1).map((to, index) => [cuts[index] ?? start, to]);
}
