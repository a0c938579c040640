import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BODY_LIMITS } from '../../../server/letters/letter-body-nodes.ts';
import { listDepthOf } from './list-depth.ts';

/** What the toolbar shows of the selection. */
export interface EditorFacts {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  ordered: boolean;
  bulleted: boolean;
  align: string | null;
  inTable: boolean;
  headRow: boolean;
  canUndo: boolean;
  canRedo: boolean;
  canIndent: boolean;
  canOutdent: boolean;
  canMerge: boolean;
  canSplit: boolean;
  canAddRow: boolean;
  canAddColumn: boolean;
}

export function useEditorFacts(editor: Editor): EditorFacts {
  return useEditorState({ editor, selector: ({ editor: current }) => readFacts(current) });
}

function readFacts(editor: Editor): EditorFacts {
  const can = editor.can();
  const depth = listDepthOf(editor.state);
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    ...listKind(editor),
    align: (editor.getAttributes('paragraph')['textAlign'] as string | null | undefined) ?? null,
    canUndo: can.undo(),
    canRedo: can.redo(),
    canIndent: depth > 0 && depth < BODY_LIMITS.listDepth && can.sinkListItem('listItem'),
    canOutdent: depth > 0 && can.liftListItem('listItem'),
    ...tableFacts(editor),
  };
}

type TableFacts = Pick<EditorFacts, 'inTable' | 'headRow' | 'canMerge' | 'canSplit' | 'canAddRow' | 'canAddColumn'>;

const outsideTable: TableFacts = {
  inTable: false,
  headRow: false,
  canMerge: false,
  canSplit: false,
  canAddRow: false,
  canAddColumn: false,
};

function tableFacts(editor: Editor): TableFacts {
  const table = tableSize(editor);
  if (table === undefined) return outsideTable;
  return {
    inTable: true,
    headRow: table.hasHead,
    canMerge: editor.can().mergeCells(),
    canSplit: editor.can().splitCell(),
    canAddRow: table.rows < BODY_LIMITS.tableRows,
    canAddColumn: table.columns < BODY_LIMITS.tableColumns,
  };
}

/** The innermost list decides which list button is pressed. */
function listKind(editor: Editor): { ordered: boolean; bulleted: boolean } {
  const { $from } = editor.state.selection;
  for (let level = $from.depth; level > 0; level -= 1) {
    const name = $from.node(level).type.name;
    if (name === 'orderedList' || name === 'bulletList') {
      return { ordered: name === 'orderedList', bulleted: name === 'bulletList' };
    }
  }
  return { ordered: false, bulleted: false };
}

function tableSize(editor: Editor): { rows: number; columns: number; hasHead: boolean } | undefined {
  const { $from } = editor.state.selection;
  for (let level = $from.depth; level > 0; level -= 1) {
    const table = $from.node(level);
    if (table.type.name !== 'table') continue;
    const first = table.firstChild;
    let columns = 0;
    let heads = 0;
    first?.forEach((cell) => {
      columns += Number(cell.attrs['colspan'] ?? 1);
      if (cell.type.name === 'tableHeader') heads += 1;
    });
    return { rows: table.childCount, columns, hasHead: first !== null && heads === first.childCount };
  }
  return undefined;
}
