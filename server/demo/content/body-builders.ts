import type {
  Block,
  Inline,
  LetterBody,
  List,
  ListItem,
  Paragraph,
  Table,
  TableCell,
} from '../../letters/letter-body.ts';

type Item = string | readonly [string, ...List[]];

export function doc(...content: Block[]): LetterBody {
  return { type: 'doc', content };
}

/** A paragraph; `*text*` becomes italic and `**text**` bold. */
export function p(text: string): Paragraph {
  return { type: 'paragraph', content: inlines(text) };
}

export function ol(...items: readonly Item[]): List {
  return { type: 'orderedList', content: items.map(listItem) };
}

export function ul(...items: readonly Item[]): List {
  return { type: 'bulletList', content: items.map(listItem) };
}

/** A table with a repeating head; a first column called "No." is centred and numbered by itself. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const numbered = head[0] === 'No.';
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: head.map((text) => cell('tableHeader', text, true)) },
      ...rows.map((row, index) => ({
        type: 'tableRow' as const,
        content: (numbered ? [String(index + 1), ...row] : row).map((text, column) =>
          cell('tableCell', text, numbered && column === 0),
        ),
      })),
    ],
  };
}

function cell(type: TableCell['type'], text: string, centred: boolean): TableCell {
  const paragraph = p(text);
  return { type, content: [centred ? { ...paragraph, attrs: { textAlign: 'center' } } : paragraph] };
}

function listItem(item: Item): ListItem {
  if (typeof item === 'string') return { type: 'listItem', content: [p(item)] };
  const [text, ...nested] = item;
  return { type: 'listItem', content: [p(text), ...nested] };
}

function inlines(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] };
      if (part.startsWith('*')) return { type: 'text', text: part.slice(1, -1), marks: [{ type: 'italic' }] };
      return { type: 'text', text: part };
    });
}
