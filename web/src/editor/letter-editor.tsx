import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { LetterBody } from '../../../server/letters/letter-body-nodes.ts';
import { stripInvisible, unprintableCharacters } from '../../../server/letters/letter-body-characters.ts';
import { blockRange, quoteRange } from './block-position.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import './letter-body.css';
import css from './letter-editor.module.css';
import { letterExtensions } from './letter-extensions.ts';
import { PinMarks, showPins, type Pin } from './pin-marks.ts';
import { isPrintable } from './printable-characters.ts';
import { selectionAnchor, type SelectionAnchor } from './selection-anchor.ts';
import { phoneQuery, useMedia } from './use-media.ts';

/** What a paste left behind, for a message to the writer. */
export interface PasteReport {
  images: number;
  links: number;
  /** Distinct characters that the letter font cannot print; they are in the text and must be replaced. */
  unprintable: string[];
}

export interface LetterEditorHandle {
  /** Scrolls to the words and selects them. */
  showWords: (block: number, quote: string, offset?: number) => void;
  /** Replaces the words, or sets a mark on them, as one undoable step. */
  mend: (at: { block: number; offset: number; quote: string }, change: Mend) => void;
  /** Replaces the whole body, as after a conflict; it can be undone. */
  setBody: (body: LetterBody) => void;
  appendParagraph: (text: string) => void;
  focus: () => void;
}

export type Mend = { text: string } | { mark: 'italic' };

interface LetterEditorProps {
  /** Read once, when the editor is mounted. */
  body: LetterBody;
  isEditable: boolean;
  pins: readonly Pin[];
  onChange: (body: LetterBody) => void;
  onPinPress: (id: string) => void;
  onPaste: (report: PasteReport) => void;
  /** Absent where the reader may not comment. */
  onComment?: ((anchor: SelectionAnchor) => void) | undefined;
  handle?: Ref<LetterEditorHandle>;
}

/** The writing surface of a letter: toolbar, table tools and paper. The words below it belong to the screen. */
export default function LetterEditor(props: LetterEditorProps) {
  const { body, isEditable, pins, handle } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const isPhone = useMedia(phoneQuery);
  const [tableToolsOpen, setTableToolsOpen] = useState(true);
  const editor = useLetterEditor(body, latest);

  useEffect(() => {
    editor.setEditable(isEditable, false);
  }, [editor, isEditable]);

  useEffect(() => showPins(editor, pins), [editor, pins]);
  useImperativeHandle(handle, () => handleOf(editor), [editor]);

  const { onComment } = props;
  return (
    <div className={css['editor']}>
      {isEditable ? (
        <div className={css['tools']}>
          <EditorToolbar
            editor={editor}
            isPhone={isPhone}
            tableToolsOpen={tableToolsOpen}
            onTableTools={setTableToolsOpen}
            onComment={onComment && (() => onComment(selectionAnchor(editor.state)))}
          />
        </div>
      ) : null}
      <div className={css['desk']} onMouseDown={(event) => focusBelow(editor, event)}>
        <div className={css['paper']}>
          <EditorContent editor={editor} />
        </div>
      </div>
    </div>
  );
}

function useLetterEditor(body: LetterBody, latest: { readonly current: LetterEditorProps }): Editor {
  return useEditor({
    extensions: letterExtensions.map((extension) =>
      extension.name === PinMarks.name
        ? PinMarks.configure({ onPress: (id: string) => latest.current.onPinPress(id) })
        : extension,
    ),
    content: body,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'letter-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Isi naskah',
        lang: 'id',
        spellcheck: 'true',
      },
      transformPastedHTML: (html) => {
        if (html.includes('data-pm-slice')) return html;
        const { html: cleaned, losses } = cleanPastedHtml(html);
        report(latest.current, cleaned.replace(/<[^>]*>/gu, ''), losses);
        return cleaned;
      },
      transformPastedText: (text) => {
        const cleaned = text
          .split(/\r\n?|\n/u)
          .map(stripInvisible)
          .join('\n');
        report(latest.current, cleaned, { images: 0, links: 0 });
        return cleaned;
      },
    },
    onUpdate: ({ editor }) => latest.current.onChange(editor.getJSON() as LetterBody),
  });
}

function report(props: LetterEditorProps, text: string, losses: { images: number; links: number }): void {
  const unprintable = unprintableCharacters(text.replace(/\n/gu, ' '), isPrintable);
  if (losses.images + losses.links + unprintable.length > 0) props.onPaste({ ...losses, unprintable });
}

function handleOf(editor: Editor): LetterEditorHandle {
  return {
    showWords: (block, quote, offset) => {
      const range = exactRange(editor, { block, quote, offset });
      if (range) editor.chain().setTextSelection(range).focus(undefined, { scrollIntoView: true }).run();
    },
    mend: (at, change) => {
      const range = exactRange(editor, at);
      if (!range) return;
      const chain = editor.chain().setTextSelection(range);
      if ('mark' in change) chain.setMark(change.mark).run();
      else if (change.text === '') chain.deleteRange(range).run();
      else chain.insertContentAt(range, change.text, { updateSelection: false }).run();
    },
    setBody: (body) => {
      editor.commands.setContent(body, { emitUpdate: true });
    },
    appendParagraph: (text) => {
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
      const { doc } = editor.state;
      const last = doc.lastChild;
      const isBlank = last?.type.name === 'paragraph' && last.content.size === 0;
      const at = isBlank ? { from: doc.content.size - last.nodeSize, to: doc.content.size } : doc.content.size;
      editor.commands.insertContentAt(at, paragraph, { updateSelection: false });
    },
    focus: () => {
      editor.commands.focus();
    },
  };
}

function exactRange(editor: Editor, at: { block: number; quote: string; offset?: number | undefined }) {
  const { doc } = editor.state;
  const whole = blockRange(doc, at.block);
  if (whole === undefined || at.offset === undefined) return quoteRange(doc, at.block, at.quote);
  const range = { from: whole.from + at.offset, to: whole.from + at.offset + at.quote.length };
  const isThere = range.to <= whole.to && doc.textBetween(range.from, range.to, '\n', '\n') === at.quote;
  return isThere ? range : quoteRange(doc, at.block, at.quote);
}

/** A press on the empty paper below the text goes on writing at its end. */
function focusBelow(editor: Editor, event: { target: EventTarget; preventDefault: () => void }): void {
  if (!(event.target instanceof HTMLElement) || event.target.closest('.letter-body')) return;
  event.preventDefault();
  editor.commands.focus('end');
}
