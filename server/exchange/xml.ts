import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

export type Element = XMLBuilder;

/** A new document; characters that XML cannot carry are left out. */
export function xmlDocument(): Element {
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' });
}

/** A child with text, or nothing where there is no text. */
export function textElement(parent: Element, name: string, text: string | null): void {
  if (text !== null && text !== '') parent.ele(name).txt(text);
}

export function xmlBytes(document: Element): Buffer {
  return Buffer.from(document.end({ prettyPrint: true }));
}
