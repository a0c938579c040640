import { fontTables } from './font-tables.ts';
import type { FontFace } from './shipped-fonts.ts';

/** Width of one line in em, without kerning. */
export function widthEm(text: string, face: FontFace): number {
  const tables = fontTables(face);
  let total = 0;
  for (const char of text) total += tables.advance(char.codePointAt(0) ?? 0);
  return total;
}
