import { IconCheck, IconColumnInsertRight, IconRowInsertBottom, IconTrash } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { ToolMenu, type MenuItem } from './tool-menu.tsx';
import { Tool, Toolbar } from './toolbar.tsx';
import css from './toolbar.module.css';
import type { EditorFacts } from './use-editor-facts.ts';

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

/** The row under the toolbar while the cursor is in a table. */
export function TableTools({ editor, facts, isPhone }: { editor: Editor; facts: EditorFacts; isPhone: boolean }) {
  const chain = () => editor.chain().focus();
  const direction = isPhone ? 'up' : 'down';
  return (
    <Toolbar label="Alat tabel" tone="table">
      <span className={css['title']}>Tabel</span>
      <ToolMenu
        label="Baris"
        className={css['tool']}
        tabIndex={0}
        direction={direction}
        trigger={
          <>
            <IconRowInsertBottom {...icon} />
            Baris
          </>
        }
        items={rowItems(editor, facts)}
      />
      <ToolMenu
        label="Kolom"
        className={css['tool']}
        tabIndex={-1}
        direction={direction}
        trigger={
          <>
            <IconColumnInsertRight {...icon} />
            Kolom
          </>
        }
        items={columnItems(editor, facts)}
      />
      <Tool
        framed
        label="Baris pertama menjadi kepala yang berulang di tiap halaman"
        text={isPhone ? 'Kepala' : 'Kepala berulang'}
        icon={facts.headRow ? <IconCheck size={16} stroke={2.2} aria-hidden="true" /> : null}
        pressed={facts.headRow}
        onPress={() => chain().toggleHeaderRow().run()}
      />
      <span className={css['spring']} />
      <Tool
        label="Hapus tabel ini"
        {...(isPhone ? {} : { text: 'Hapus' })}
        icon={<IconTrash {...icon} />}
        onPress={() => chain().deleteTable().run()}
      />
    </Toolbar>
  );
}

function rowItems(editor: Editor, facts: EditorFacts): MenuItem[] {
  const chain = () => editor.chain().focus();
  return [
    { label: 'Tambah baris di bawah', disabled: !facts.canAddRow, run: () => chain().addRowAfter().run() },
    { label: 'Tambah baris di atas', disabled: !facts.canAddRow, run: () => chain().addRowBefore().run() },
    { label: 'Hapus baris ini', run: () => chain().deleteRow().run() },
  ];
}

function columnItems(editor: Editor, facts: EditorFacts): MenuItem[] {
  const chain = () => editor.chain().focus();
  return [
    { label: 'Tambah kolom di kanan', disabled: !facts.canAddColumn, run: () => chain().addColumnAfter().run() },
    { label: 'Tambah kolom di kiri', disabled: !facts.canAddColumn, run: () => chain().addColumnBefore().run() },
    { label: 'Hapus kolom ini', run: () => chain().deleteColumn().run() },
    { label: 'Gabung sel terpilih', disabled: !facts.canMerge, run: () => chain().mergeCells().run() },
    { label: 'Pisah sel', disabled: !facts.canSplit, run: () => chain().splitCell().run() },
  ];
}
