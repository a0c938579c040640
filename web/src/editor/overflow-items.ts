import type { Editor } from '@tiptap/core';
import { blockStyles } from './block-styles.ts';
import type { MenuItem } from './tool-menu.tsx';
import type { EditorFacts } from './use-editor-facts.ts';

/** What has no button of its own; on phones also the tools that are buttons on wide screens. */
export function overflowItems(editor: Editor, facts: EditorFacts, isPhone: boolean): MenuItem[] {
  const chain = () => editor.chain().focus();
  const always: MenuItem[] = [
    { label: 'Baris baru dalam alinea', keys: 'Shift+Enter', run: () => chain().setHardBreak().run() },
    { label: 'Hapus format huruf', run: () => chain().unsetAllMarks().run() },
    { label: 'Keluar dari daftar', disabled: !facts.ordered && !facts.bulleted, run: () => chain().clearNodes().run() },
    { label: 'Pilih semua', keys: 'Ctrl+A', run: () => chain().selectAll().run() },
  ];
  return isPhone ? [...phoneItems(editor, facts), ...always] : always;
}

function phoneItems(editor: Editor, facts: EditorFacts): MenuItem[] {
  const chain = () => editor.chain().focus();
  return [
    { label: 'Ulangi', disabled: !facts.canRedo, run: () => chain().redo().run() },
    { label: 'Garis bawah', checked: facts.underline, run: () => chain().toggleUnderline().run() },
    { label: 'Daftar butir', checked: facts.bulleted, run: () => chain().toggleBulletList().run() },
    { label: 'Naikkan tingkat butir', disabled: !facts.canOutdent, run: () => chain().liftListItem('listItem').run() },
    ...blockStyles.map((style) => ({
      label: style.name,
      checked: facts.align === style.align,
      run: () => chain().updateAttributes('paragraph', { textAlign: style.align }).run(),
    })),
  ];
}
