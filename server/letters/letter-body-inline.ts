import {
  attributesOf,
  below,
  childrenOf,
  isRecord,
  placeWithin,
  report,
  short,
  type BodyCheck,
  type RawNode,
  type Spot,
} from './letter-body-context.ts';
import { codePointName, stripInvisible, unprintableCharacters, wordAround } from './letter-body-characters.ts';
import {
  MARK_ORDER,
  TEXT_ALIGNS,
  type Inline,
  type Mark,
  type MarkName,
  type Paragraph,
  type TextAlign,
  type TextRun,
} from './letter-body-nodes.ts';

export function readParagraph(check: BodyCheck, spot: Spot, node: RawNode): Paragraph {
  const attrs = attributesOf(check, spot, node, ['textAlign']);
  const runs: Inline[] = [];
  for (const [index, child] of (childrenOf(check, spot, node) ?? []).entries()) {
    const inline = readInline(check, below(spot, index), child);
    if (inline) runs.push(inline);
  }
  const content = joinRuns(runs);
  for (const run of content) if (run.type === 'text') checkCharacters(check, spot, run.text);
  const align = readAlign(check, spot, attrs['textAlign']);
  return {
    type: 'paragraph',
    ...(align ? { attrs: { textAlign: align } } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

function readAlign(check: BodyCheck, spot: Spot, value: unknown): TextAlign | undefined {
  if (value === undefined) return undefined;
  const align = TEXT_ALIGNS.find((known) => known === value);
  if (!align)
    report(
      check,
      spot,
      'bad_attribute',
      'Perataan alinea tidak dikenal. Pilih rata kiri, tengah, kanan, atau kiri-kanan.',
    );
  return align;
}

function readInline(check: BodyCheck, spot: Spot, node: RawNode): Inline | undefined {
  if (node['type'] === 'hardBreak') {
    attributesOf(check, spot, node, []);
    return { type: 'hardBreak' };
  }
  if (node['type'] === 'text' && typeof node['text'] === 'string') return readText(check, spot, node, node['text']);
  if (node['type'] === 'text')
    report(check, spot, 'bad_structure', 'Teks tidak terbaca di sini. Hapus lalu tulis ulang.');
  else reportUnknownNode(check, spot, node);
  return undefined;
}

export function reportUnknownNode(check: BodyCheck, spot: Spot, node: RawNode): void {
  const type = typeof node['type'] === 'string' ? node['type'] : '';
  const known: Record<string, string> = {
    image: 'Gambar tidak dapat dimuat dalam isi naskah. Lampirkan sebagai berkas.',
    heading: 'Judul bagian tidak dipakai dalam isi naskah. Jadikan alinea biasa.',
    codeBlock: 'Blok kode tidak dipakai dalam naskah dinas. Jadikan alinea biasa.',
    blockquote: 'Blok kutipan tidak dipakai dalam naskah dinas. Jadikan alinea biasa.',
    horizontalRule: 'Garis mendatar tidak dipakai dalam isi naskah. Hapus garis itu.',
  };
  const message =
    known[type] ?? `Bagian berjenis “${short(type)}” tidak dipakai dalam naskah dinas. Hapus atau tulis ulang.`;
  report(check, spot, 'unknown_node', message);
}

function readText(check: BodyCheck, spot: Spot, node: RawNode, raw: string): TextRun | undefined {
  attributesOf(check, spot, node, []);
  const text = stripInvisible(raw);
  const marks = readMarks(check, { ...spot, place: placeWithin(spot, `teks “${short(text.trim())}”`) }, node['marks']);
  if (text === '') return undefined;
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function readMarks(check: BodyCheck, spot: Spot, value: unknown): Mark[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report(check, spot, 'unknown_mark', 'Format huruf tidak terbaca. Hapus format teks itu.');
    return [];
  }
  const names = new Set<MarkName>();
  for (const mark of value as unknown[]) {
    const name = readMarkName(check, spot, mark);
    if (name) names.add(name);
  }
  return MARK_ORDER.filter((name) => names.has(name)).map((type) => ({ type }));
}

function readMarkName(check: BodyCheck, spot: Spot, mark: unknown): MarkName | undefined {
  const type = isRecord(mark) ? mark['type'] : undefined;
  const name = MARK_ORDER.find((known) => known === type);
  if (!name) {
    const message =
      type === 'link'
        ? 'Tautan tidak dapat dimuat dalam naskah dinas. Tulis alamatnya sebagai teks biasa.'
        : `Format huruf “${short(String(type))}” tidak dipakai dalam naskah dinas. Pakai tebal, miring, atau garis bawah.`;
    report(check, spot, 'unknown_mark', message);
  } else if (isRecord(mark)) {
    attributesOf(check, spot, mark, []);
  }
  return name;
}

/** Joins neighbours with the same marks, then composes (NFC): in this order, so that a second pass changes nothing. */
function joinRuns(runs: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.type === 'text' && last?.type === 'text' && marksKey(last) === marksKey(run)) last.text += run.text;
    else joined.push(run);
  }
  for (const run of joined) if (run.type === 'text') run.text = run.text.normalize('NFC');
  return joined;
}

function marksKey(run: TextRun): string {
  return (run.marks ?? []).map((mark) => mark.type).join(' ');
}

function checkCharacters(check: BodyCheck, spot: Spot, text: string): void {
  check.textLength += text.length;
  for (const char of unprintableCharacters(text, check.isPrintable)) {
    const shown = /[\p{Co}\p{Cn}\p{Cs}]/u.test(char) ? codePointName(char) : `“${char}” (${codePointName(char)})`;
    const word = wordAround(text, char).replaceAll(/[\p{Co}\p{Cn}\p{Cs}]/gu, '□');
    const place = placeWithin(spot, `kata “${word}”`);
    report(
      check,
      { ...spot, place },
      'unprintable',
      `Karakter ${shown} tidak dapat dicetak. Ganti dengan huruf biasa.`,
    );
  }
}
