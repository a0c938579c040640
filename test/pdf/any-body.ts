import fc from 'fast-check';
import type {
  BodyBlock,
  BodyDocument,
  BodyInline,
  BodyListItem,
  BodyMark,
  BodyTable,
} from '../../server/pdf/letter-sheet.ts';

const MARKS: BodyMark['type'][] = ['bold', 'italic', 'underline'];
const WORDS = [
  'surat',
  'dinas',
  '24 November 2026',
  'huruf a',
  '#let x',
  '$y$',
  '“kutip”',
  'é',
  '2 (dua)',
  'x'.repeat(120),
  '<b>',
  '\\',
  '–',
];

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));

const inline: fc.Arbitrary<BodyInline> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: marks() }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);

function marks(): fc.Arbitrary<BodyMark[]> {
  return fc.subarray(MARKS).map((types) => types.map((type) => ({ type })));
}

const paragraph: fc.Arbitrary<BodyBlock> = fc.record({
  type: fc.constant('paragraph' as const),
  attrs: fc.record({ textAlign: fc.constantFrom('left', 'center', 'right', 'justify', null) }),
  content: fc.array(inline, { maxLength: 5 }),
});

/** Tables stand in the document or in a list item, never in a cell. */
function block(depth: number, isInTable: boolean): fc.Arbitrary<BodyBlock> {
  if (depth <= 0) return paragraph;
  const flat = fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 2, arbitrary: list(depth, isInTable) });
  return isInTable ? flat : fc.oneof({ weight: 6, arbitrary: flat }, { weight: 1, arbitrary: table(depth) });
}

function list(depth: number, isInTable: boolean): fc.Arbitrary<BodyBlock> {
  const item: fc.Arbitrary<BodyListItem> = fc
    .tuple(paragraph, fc.array(block(depth - 1, isInTable), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }));
  return fc.record({
    type: fc.constantFrom('orderedList' as const, 'bulletList' as const),
    attrs: fc.record({ start: fc.integer({ min: 1, max: 120 }) }),
    content: fc.array(item, { minLength: 1, maxLength: 4 }),
  });
}

/** Spans are arbitrary: pasted tables do not fit together either. */
function table(depth: number): fc.Arbitrary<BodyTable> {
  const cell = fc.record({
    type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
    attrs: fc.record({
      colspan: fc.integer({ min: 1, max: 3 }),
      rowspan: fc.integer({ min: 1, max: 3 }),
      colwidth: fc.constantFrom(null, [80], [200, 40]),
    }),
    content: fc.array(block(depth - 1, true), { minLength: 1, maxLength: 2 }),
  });
  const row = fc.record({
    type: fc.constant('tableRow' as const),
    content: fc.array(cell, { minLength: 1, maxLength: 4 }),
  });
  return fc.record({ type: fc.constant('table' as const), content: fc.array(row, { minLength: 1, maxLength: 5 }) });
}

/** Any body within the limits of a letter: six levels deep. */
export function anyBody(): fc.Arbitrary<BodyDocument> {
  const content = fc.array(block(5, false), { minLength: 1, maxLength: 8 });
  return content.map((blocks) => ({ type: 'doc', content: blocks }));
}
