import fc from 'fast-check';
import type {
  Block,
  Inline,
  LetterBody,
  List,
  ListItem,
  Paragraph,
  Table,
  TableCell,
} from '../../server/letters/letter-body.ts';

/** A paragraph of one plain run. */
export function paragraph(text: string): Paragraph {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function item(text: string, ...nested: Block[]): ListItem {
  return { type: 'listItem', content: [paragraph(text), ...nested] };
}

export function ordered(...content: ListItem[]): List {
  return { type: 'orderedList', content };
}

export function doc(...content: Block[]): LetterBody {
  return { type: 'doc', content };
}

/** A table of plain cells whose first row is its head. */
export function table(...rows: string[][]): Table {
  return {
    type: 'table',
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: row.map((text): TableCell => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(text)],
      })),
    })),
  };
}

const words = fc
  .array(fc.constantFrom('alat', 'berat', 'Nomor', '600/2217', '14', '(empat belas)', 'café', '–', 'é', ',', ' '), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));

const marks = fc
  .subarray(['bold', 'italic', 'underline'] as const, { minLength: 1 })
  .map((names) => names.map((type) => ({ type })));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: words.map((text): Inline => ({ type: 'text', text })) },
  { weight: 2, arbitrary: fc.tuple(words, marks).map(([text, set]): Inline => ({ type: 'text', text, marks: set })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);

const anyParagraph: fc.Arbitrary<Paragraph> = fc
  .tuple(fc.array(inline, { maxLength: 4 }), fc.option(fc.constantFrom('left', 'center', 'right', 'justify')))
  .map(([content, textAlign]) => ({
    type: 'paragraph',
    ...(textAlign ? { attrs: { textAlign } } : {}),
    ...(content.length > 0 ? { content } : {}),
  }));

function anyList(depth: number): fc.Arbitrary<List> {
  const nested: fc.Arbitrary<Block[]> =
    depth < 6 ? fc.array(anyList(depth + 1), { maxLength: 1 }) : fc.constant<Block[]>([]);
  const anyItem = fc
    .tuple(anyParagraph, nested)
    .map(([first, rest]): ListItem => ({ type: 'listItem', content: [first, ...rest] }));
  const items = fc.array(anyItem, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.tuple(items, fc.constantFrom(1, 1, 4)).map(([content, start]): List => ({
      type: 'orderedList',
      ...(start === 1 ? {} : { attrs: { start } }),
      content,
    })),
    items.map((content): List => ({ type: 'bulletList', content })),
  );
}

const cellContent: fc.Arbitrary<TableCell['content']> = fc
  .tuple(anyParagraph, fc.option(anyList(5)))
  .map(([first, list]) => (list ? [first, list] : [first]));

/** Rows of `columns` grid columns whose cells merge to the right at random, and in the first column downwards. */
export const anyTable: fc.Arbitrary<Table> = fc
  .record({ columns: fc.integer({ min: 1, max: 5 }), rows: fc.integer({ min: 1, max: 4 }), tall: fc.boolean() })
  .chain(({ columns, rows, tall }) => {
    const isTall = tall && rows > 1 && columns > 1;
    const rowOf = (row: number): fc.Arbitrary<TableCell[]> => {
      const free = isTall ? columns - 1 : columns;
      return fc
        .tuple(splits(free), fc.array(cellContent, { minLength: free, maxLength: free }), cellContent)
        .map(([spans, contents, first]) => {
          const type: TableCell['type'] = row === 0 ? 'tableHeader' : 'tableCell';
          const cells = spans.map((colspan, index): TableCell => ({
            type,
            ...(colspan === 1 ? {} : { attrs: { colspan } }),
            content: contents[index] ?? [{ type: 'paragraph' }],
          }));
          const tallCell: TableCell = { type, attrs: { rowspan: rows }, content: first };
          return isTall && row === 0 ? [tallCell, ...cells] : cells;
        });
    };
    return fc
      .tuple(...Array.from({ length: rows }, (_, row) => rowOf(row)))
      .map((lines): Table => ({ type: 'table', content: lines.map((content) => ({ type: 'tableRow', content })) }));
  });

/** Ways to cut `total` columns into cells: 4 -> [1, 2, 1]. */
function splits(total: number): fc.Arbitrary<number[]> {
  return fc.array(fc.boolean(), { minLength: total - 1, maxLength: total - 1 }).map((cuts) => {
    const spans = [1];
    for (const isCut of cuts) {
      if (isCut) spans.push(1);
      else spans[spans.length - 1] = (spans.at(-1) ?? 0) + 1;
    }
    return spans;
  });
}

export const anyBody: fc.Arbitrary<LetterBody> = fc
  .array(fc.oneof(anyParagraph, anyList(1), anyTable), { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }));
