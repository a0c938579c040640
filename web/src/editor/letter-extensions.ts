import { Extension, type Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { TextAlign } from '@tiptap/extension-text-align';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { BODY_LIMITS, TEXT_ALIGNS } from '../../../server/letters/letter-body-nodes.ts';
import { listDepthOf } from './list-depth.ts';
import { LetterTableView } from './letter-table-view.ts';
import { PinMarks } from './pin-marks.ts';

const alignments = TEXT_ALIGNS.map(String);

/** Alignment as `data-align`: the content policy does not apply style attributes of pasted or serialised HTML. */
const LetterAlign = TextAlign.extend({
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element) => alignments.find((align) => align === element.getAttribute('data-align')) ?? null,
            renderHTML: ({ textAlign }) => (typeof textAlign === 'string' ? { 'data-align': textAlign } : {}),
          },
        },
      },
    ];
  },
}).configure({ types: ['paragraph'] });

const cellContent = '(paragraph | orderedList | bulletList)+';

function withoutAlign(attributes: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => name !== 'align'));
}

const LetterCell = TableCell.extend({
  content: cellContent,
  addAttributes() {
    return withoutAlign(this.parent?.());
  },
});

const LetterHeader = TableHeader.extend({
  content: cellContent,
  addAttributes() {
    return withoutAlign(this.parent?.());
  },
});

/** Tab may not push a list item below the deepest level that prints. */
const ListDepthLimit = Extension.create({
  name: 'listDepthLimit',
  priority: 1000,
  addKeyboardShortcuts() {
    return { Tab: () => listDepthOf(this.editor.state) >= BODY_LIMITS.listDepth };
  },
});

/** The nodes and marks of a letter's body, and nothing else: what letter-body.ts on the server accepts. */
export const letterExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    dropcursor: { color: false, class: 'drop-line' },
    undoRedo: { depth: 300 },
  }),
  LetterAlign,
  Table.configure({ resizable: true, cellMinWidth: 40, lastColumnResizable: false, View: LetterTableView }),
  TableRow,
  LetterHeader,
  LetterCell,
  ListDepthLimit,
  PinMarks,
  Placeholder.configure({ placeholder: 'Tulis isi naskah di sini. Kop, nomor, dan tanda tangan dibuat sendiri.' }),
];
