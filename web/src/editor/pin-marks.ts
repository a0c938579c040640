import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { blockRange, quoteRange } from './block-position.ts';

/** A numbered mark at some words of the body; the same number stands in lists and beside the preview. */
export interface Pin {
  id: string;
  /** Without one the words are underlined and carry no number. */
  number: number | null;
  tone: 'finding' | 'comment' | 'own' | 'resolved' | 'problem';
  /** Index of the paragraph as `bodyBlocks` counts. */
  block: number;
  /** The words; the whole paragraph when empty or gone. */
  quote: string;
  /** Offset of the words in the paragraph, when known. */
  offset?: number | undefined;
  label: string;
}

const key = new PluginKey<DecorationSet>('pins');

export const PinMarks = Extension.create<{ onPress: (id: string) => void }>({
  name: 'pinMarks',
  addOptions() {
    return { onPress: () => undefined };
  },
  addProseMirrorPlugins() {
    const { onPress } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, current) => {
            const pins = transaction.getMeta(key) as readonly Pin[] | undefined;
            if (pins !== undefined) return drawPins(transaction.doc, pins, onPress);
            return current.map(transaction.mapping, transaction.doc);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

export function showPins(editor: Editor, pins: readonly Pin[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, pins).setMeta('addToHistory', false));
}

function drawPins(doc: Node, pins: readonly Pin[], onPress: (id: string) => void): DecorationSet {
  return DecorationSet.create(
    doc,
    pins.flatMap((pin) => drawPin(doc, pin, onPress)),
  );
}

function drawPin(doc: Node, pin: Pin, onPress: (id: string) => void): Decoration[] {
  const range = rangeOf(doc, pin);
  if (range === undefined) return [];
  const drawn: Decoration[] = [];
  if (range.to > range.from) {
    drawn.push(Decoration.inline(range.from, range.to, { class: 'pinned', 'data-tone': pin.tone }));
  }
  if (pin.number === null) return drawn;
  const number = pin.number;
  drawn.push(
    Decoration.widget(range.to, () => pinElement(pin, number, onPress), {
      key: `${pin.id} ${number} ${pin.tone}`,
      side: -1,
      ignoreSelection: true,
      stopEvent: () => true,
    }),
  );
  return drawn;
}

function rangeOf(doc: Node, pin: Pin): { from: number; to: number } | undefined {
  const whole = blockRange(doc, pin.block);
  if (whole === undefined || pin.offset === undefined) return quoteRange(doc, pin.block, pin.quote);
  const from = whole.from + pin.offset;
  const to = from + pin.quote.length;
  return to <= whole.to ? { from, to } : quoteRange(doc, pin.block, pin.quote);
}

function pinElement(pin: Pin, number: number, onPress: (id: string) => void): HTMLElement {
  const element = document.createElement('span');
  element.className = 'pin';
  element.contentEditable = 'false';
  element.dataset['tone'] = pin.tone;
  element.dataset['pin'] = pin.id;
  element.title = pin.label;
  element.textContent = String(number);
  element.addEventListener('mousedown', (event) => {
    event.preventDefault();
    onPress(pin.id);
  });
  return element;
}
