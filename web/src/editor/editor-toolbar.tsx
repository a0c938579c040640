import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconChevronDown,
  IconDotsVertical,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
  IconMessage2,
  IconTable,
  IconUnderline,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { blockStyles } from './block-styles.ts';
import { ToolMenu } from './tool-menu.tsx';
import { overflowItems } from './overflow-items.ts';
import { TableTools } from './table-tools.tsx';
import { Tool, Toolbar, ToolGap } from './toolbar.tsx';
import css from './toolbar.module.css';
import { useEditorFacts, type EditorFacts } from './use-editor-facts.ts';

const icon = { size: 19, stroke: 1.8, 'aria-hidden': true } as const;

interface EditorToolbarProps {
  editor: Editor;
  /** Absent where the reader may not comment. */
  onComment?: (() => void) | undefined;
  onTableTools: (open: boolean) => void;
  tableToolsOpen: boolean;
  isPhone: boolean;
}

export function EditorToolbar({ editor, onComment, onTableTools, tableToolsOpen, isPhone }: EditorToolbarProps) {
  const facts = useEditorFacts(editor);
  const chain = () => editor.chain().focus();

  const onTable = () => {
    if (facts.inTable) {
      onTableTools(!tableToolsOpen);
      editor.commands.focus();
      return;
    }
    chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    onTableTools(true);
  };

  const tableRow =
    facts.inTable && tableToolsOpen ? <TableTools editor={editor} facts={facts} isPhone={isPhone} /> : null;

  return (
    <div className={css['bars']}>
      {isPhone ? tableRow : null}
      <Toolbar label="Format isi naskah">
        <Tool
          first
          label="Urungkan"
          keys="Ctrl+Z"
          icon={<IconArrowBackUp {...icon} />}
          disabled={!facts.canUndo}
          onPress={() => chain().undo().run()}
        />
        <Tool
          wide
          label="Ulangi"
          keys="Ctrl+Y"
          icon={<IconArrowForwardUp {...icon} />}
          disabled={!facts.canRedo}
          onPress={() => chain().redo().run()}
        />
        <ToolGap />
        {isPhone ? null : <StyleMenu editor={editor} facts={facts} />}
        <ToolGap />
        <Tool
          label="Tebal"
          keys="Ctrl+B"
          icon={<IconBold {...icon} />}
          pressed={facts.bold}
          onPress={() => chain().toggleBold().run()}
        />
        <Tool
          label="Miring"
          keys="Ctrl+I"
          icon={<IconItalic {...icon} />}
          pressed={facts.italic}
          onPress={() => chain().toggleItalic().run()}
        />
        <Tool
          wide
          label="Garis bawah"
          keys="Ctrl+U"
          icon={<IconUnderline {...icon} />}
          pressed={facts.underline}
          onPress={() => chain().toggleUnderline().run()}
        />
        <ToolGap />
        <ListTools editor={editor} facts={facts} />
        <ToolGap />
        <Tool
          label={facts.inTable ? 'Alat tabel' : 'Sisipkan tabel'}
          icon={<IconTable {...icon} />}
          pressed={facts.inTable}
          onPress={onTable}
        />
        {onComment === undefined ? null : (
          <Tool label="Beri catatan pada kata yang dipilih" icon={<IconMessage2 {...icon} />} onPress={onComment} />
        )}
        <span className={css['spring']} />
        <ToolMenu
          label="Alat lainnya"
          className={css['tool']}
          tabIndex={-1}
          align="end"
          direction={isPhone ? 'up' : 'down'}
          trigger={<IconDotsVertical {...icon} />}
          items={overflowItems(editor, facts, isPhone)}
        />
      </Toolbar>
      {isPhone ? null : tableRow}
    </div>
  );
}

function ListTools({ editor, facts }: { editor: Editor; facts: EditorFacts }) {
  const chain = () => editor.chain().focus();
  return (
    <>
      <Tool
        label="Daftar bernomor"
        keys="Ctrl+Shift+7"
        icon={<IconListNumbers {...icon} />}
        pressed={facts.ordered}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <Tool
        wide
        label="Daftar butir"
        keys="Ctrl+Shift+8"
        icon={<IconList {...icon} />}
        pressed={facts.bulleted}
        onPress={() => chain().toggleBulletList().run()}
      />
      <Tool
        wide
        label="Naikkan tingkat butir"
        keys="Shift+Tab"
        icon={<IconIndentDecrease {...icon} />}
        disabled={!facts.canOutdent}
        onPress={() => chain().liftListItem('listItem').run()}
      />
      <Tool
        label="Turunkan tingkat butir"
        keys="Tab"
        icon={<IconIndentIncrease {...icon} />}
        disabled={!facts.canIndent}
        onPress={() => chain().sinkListItem('listItem').run()}
      />
    </>
  );
}

function StyleMenu({ editor, facts }: { editor: Editor; facts: EditorFacts }) {
  const current = blockStyles.find((style) => style.align === facts.align) ?? blockStyles[0];
  return (
    <ToolMenu
      label={`Bentuk alinea: ${current.name}`}
      className={css['tool']}
      tabIndex={-1}
      trigger={
        <>
          {current.label}
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </>
      }
      items={blockStyles.map((style) => ({
        label: style.name,
        keys: style.keys,
        checked: style.align === current.align,
        run: () => editor.chain().focus().updateAttributes('paragraph', { textAlign: style.align }).run(),
      }))}
    />
  );
}
