import { FONT_FACES, readFont, type FontFace } from './shipped-fonts.ts';

/** What layout needs to know of a font file without shaping. */
export interface FontTables {
  hasGlyph(codePoint: number): boolean;
  /** Advance width in em; 0 for a character without glyph. */
  advance(codePoint: number): number;
}

/** Reads `cmap` (formats 4 and 12), `hmtx` and `head` of a TrueType file (OpenType 1.9). */
export function parseFontTables(file: Buffer): FontTables {
  const tables = tableOffsets(file);
  const glyphs = readCmap(file, tables('cmap'));
  const unitsPerEm = file.readUInt16BE(tables('head') + 18);
  const metricCount = file.readUInt16BE(tables('hhea') + 34);
  const metrics = tables('hmtx');
  return {
    hasGlyph: (codePoint) => glyphs.has(codePoint),
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return 0;
      return file.readUInt16BE(metrics + Math.min(glyph, metricCount - 1) * 4) / unitsPerEm;
    },
  };
}

function tableOffsets(file: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  const count = file.readUInt16BE(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    offsets.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`font has no table ${tag}`);
    return offset;
  };
}

function readCmap(file: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = file.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const record = cmap + 4 + index * 8;
    const isUnicode = file.readUInt16BE(record) === 0 || file.readUInt16BE(record) === 3;
    if (!isUnicode) continue;
    const subtable = cmap + file.readUInt32BE(record + 4);
    const format = file.readUInt16BE(subtable);
    if (format === 4) readSegments(file, subtable, glyphs);
    if (format === 12) readGroups(file, subtable, glyphs);
  }
  return glyphs;
}

function readSegments(file: Buffer, subtable: number, glyphs: Map<number, number>): void {
  const doubled = file.readUInt16BE(subtable + 6);
  for (let step = 0; step < doubled; step += 2) {
    const end = file.readUInt16BE(subtable + 14 + step);
    const start = file.readUInt16BE(subtable + 16 + doubled + step);
    const delta = file.readUInt16BE(subtable + 16 + doubled * 2 + step);
    const rangeAt = subtable + 16 + doubled * 3 + step;
    const range = file.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : file.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readGroups(file: Buffer, subtable: number, glyphs: Map<number, number>): void {
  const count = file.readUInt32BE(subtable + 12);
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + index * 12;
    const start = file.readUInt32BE(group);
    const end = file.readUInt32BE(group + 4);
    const first = file.readUInt32BE(group + 8);
    for (let code = start; code <= end; code += 1) glyphs.set(code, first + code - start);
  }
}

const parsed = new Map<FontFace, FontTables>();

/** Tables of a shipped face, read once per process. */
export function fontTables(face: FontFace): FontTables {
  let tables = parsed.get(face);
  if (!tables) {
    tables = parseFontTables(readFont(face));
    parsed.set(face, tables);
  }
  return tables;
}

/** True when every face that a letter may use (emphasis included) has the character. */
export function isInEveryFace(codePoint: number): boolean {
  return FONT_FACES.every((face) => fontTables(face).hasGlyph(codePoint));
}
