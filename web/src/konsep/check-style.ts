import { bodyBlocks, type BodyBlock, type LetterBody } from '../../../server/letters/letter-body.ts';
import {
  codePointName,
  unprintableCharacters,
  type IsPrintable,
} from '../../../server/letters/letter-body-characters.ts';
import { spellNumber } from './spell-number.ts';
import { countedWords, foreignTerms, standardForms } from './style-words.ts';

export type StyleRule =
  | 'unprintable'
  | 'foreign_not_italic'
  | 'number_without_words'
  | 'governor_not_copied'
  | 'not_standard'
  | 'spacing'
  | 'closing_missing';

export interface StyleFinding {
  /** Stable while the same words stand in the same paragraph. */
  id: string;
  rule: StyleRule;
  title: string;
  detail: string;
  /** Words of the body; null when the finding is about the letter as a whole. */
  at: { block: number; offset: number; quote: string } | null;
  /** What one press does. */
  fix: { label: string; change: StyleChange };
}

export type StyleChange =
  | { kind: 'italic' }
  | { kind: 'replace'; text: string }
  | { kind: 'copy_governor' }
  | { kind: 'add_closing'; text: string };

export interface LetterFacts {
  type: 'surat_dinas' | 'nota_dinas';
  /** Title of the official on whose behalf it is signed. */
  onBehalfOfTitle: string | null;
  /** Names of the desks and addressees in Tembusan. */
  copies: readonly string[];
  /** Whether the letter font draws a character; everything is printable unless given. */
  isPrintable?: IsPrintable;
}

const closingText = 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.';
const maxFindings = 30;

/** What the tata naskah would have otherwise, in reading order; findings about the letter as a whole come last. */
export function checkStyle(body: LetterBody, facts: LetterFacts): StyleFinding[] {
  const blocks = bodyBlocks(body);
  const isPrintable = facts.isPrintable ?? (() => true);
  const inText = blocks.flatMap((block, index) =>
    [
      ...unprintable(block, index, isPrintable),
      ...foreignWords(block, index),
      ...bareNumbers(block, index),
      ...wrongForms(block, index),
      ...spacing(block, index),
    ].sort((left, right) => (left.at?.offset ?? 0) - (right.at?.offset ?? 0)),
  );
  return [...inText.slice(0, maxFindings), ...governor(facts), ...closing(blocks, facts)];
}

interface Hit {
  index: number;
  block: number;
  offset: number;
  quote: string;
}

function finding(
  rule: StyleRule,
  hit: Hit,
  words: Pick<StyleFinding, 'title' | 'detail'>,
  change: StyleChange,
): StyleFinding {
  const { block, offset, quote } = hit;
  return {
    id: `${rule}:${block}:${hit.index}:${quote}`,
    rule,
    ...words,
    at: { block, offset, quote },
    fix: { label: 'Perbaiki', change },
  };
}

function hits(text: string, pattern: RegExp, block: number): Hit[] {
  return [...text.matchAll(pattern)].map((match, index) => ({ index, block, offset: match.index, quote: match[0] }));
}

function wordPattern(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => word.replace(/[-\s]/gu, (mark) => (mark === '-' ? '-' : '\\s'))).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}@./-])(?:${alternatives})(?![\\p{L}\\p{N}@-])`, 'giu');
}

/** The server would refuse the letter for these. */
function unprintable(block: BodyBlock, index: number, isPrintable: IsPrintable): StyleFinding[] {
  return unprintableCharacters(block.text.replaceAll('\n', ' '), isPrintable).map((char) => {
    const hit = { index: 0, block: index, offset: block.text.indexOf(char), quote: char };
    const words = { title: 'Karakter tidak dapat dicetak', detail: `“${char}” (${codePointName(char)})` };
    const found = finding('unprintable', hit, words, { kind: 'replace', text: '' });
    return { ...found, fix: { ...found.fix, label: 'Hapus' } };
  });
}

const foreignPattern = wordPattern(foreignTerms);
const formPattern = wordPattern(Object.keys(standardForms));

function foreignWords(block: BodyBlock, index: number): StyleFinding[] {
  return hits(block.text, foreignPattern, index)
    .filter((hit) => !isItalic(block, hit.offset, hit.offset + hit.quote.length))
    .map((hit) =>
      finding(
        'foreign_not_italic',
        hit,
        { title: 'Istilah asing belum dimiringkan', detail: `“${hit.quote}” jadi miring` },
        { kind: 'italic' },
      ),
    );
}

function isItalic(block: BodyBlock, from: number, to: number): boolean {
  let at = 0;
  for (const run of block.runs) {
    const end = at + run.text.length;
    if (end > from && at < to && !run.marks.includes('italic')) return false;
    at = end;
  }
  return true;
}

const numberPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:-]|(?:nomor|pasal|ayat|huruf|angka|km|tahun)\\s)(\\d{1,3}(?:\\.\\d{3})*|\\d{1,6})\\s(?:${countedWords.join('|')})(?![\\p{L}-])`,
  'giu',
);

/** In tables numbers stand alone. */
function bareNumbers(block: BodyBlock, index: number): StyleFinding[] {
  if (block.cell) return [];
  return hits(block.text, numberPattern, index).map((hit) => {
    const [digits = '', unit = ''] = hit.quote.split(/\s/u);
    const text = `${digits} (${spellNumber(Number(digits.replaceAll('.', '')))}) ${unit}`;
    return finding(
      'number_without_words',
      hit,
      { title: 'Bilangan belum disertai huruf', detail: `“${hit.quote}” jadi “${text}”` },
      { kind: 'replace', text },
    );
  });
}

function wrongForms(block: BodyBlock, index: number): StyleFinding[] {
  return hits(block.text, formPattern, index).map((hit) => {
    const text = likeCase(hit.quote, standardForms[hit.quote.toLowerCase()] ?? hit.quote);
    return finding(
      'not_standard',
      hit,
      { title: 'Ejaan tidak baku', detail: `“${hit.quote}” jadi “${text}”` },
      { kind: 'replace', text },
    );
  });
}

function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const spacingPattern = /(?<=\S) {2,}(?=\S)| +(?=[,;:.!?](?:\s|$))/gu;

function spacing(block: BodyBlock, index: number): StyleFinding[] {
  return hits(block.text, spacingPattern, index).map((hit) => {
    const next = block.text.charAt(hit.offset + hit.quote.length);
    const isBeforeMark = /[,;:.!?]/u.test(next);
    const title = isBeforeMark ? 'Spasi sebelum tanda baca' : 'Spasi berlebih';
    const word = wordBefore(block.text, hit.offset);
    return finding(
      'spacing',
      hit,
      { title, detail: `sesudah “${word}”` },
      { kind: 'replace', text: isBeforeMark ? '' : ' ' },
    );
  });
}

function wordBefore(text: string, offset: number): string {
  return /\S+$/u.exec(text.slice(0, offset))?.[0] ?? '';
}

function governor(facts: LetterFacts): StyleFinding[] {
  const isOnBehalf = facts.onBehalfOfTitle !== null && /gubernur/iu.test(facts.onBehalfOfTitle);
  if (!isOnBehalf || facts.copies.some((name) => /^(?:yth\.\s*)?(?:bapak\s+|ibu\s+)?gubernur/iu.test(name))) return [];
  return [
    {
      id: 'governor_not_copied',
      rule: 'governor_not_copied',
      title: 'Tembusan Gubernur belum ada',
      detail: 'wajib pada surat a.n. Gubernur',
      at: null,
      fix: { label: 'Tambahkan', change: { kind: 'copy_governor' } },
    },
  ];
}

const closingPattern = /terima kasih|demikian|dilaksanakan dengan penuh tanggung jawab|mohon (?:arahan|petunjuk)/iu;

/** A letter without any closing sentence in its last paragraph; short notes and empty drafts are left alone. */
function closing(blocks: readonly BodyBlock[], facts: LetterFacts): StyleFinding[] {
  const written = blocks.filter((block) => block.text.trim() !== '');
  if (facts.type !== 'surat_dinas' || written.length < 3 || closingPattern.test(written.at(-1)?.text ?? '')) return [];
  return [
    {
      id: 'closing_missing',
      rule: 'closing_missing',
      title: 'Kalimat penutup belum ada',
      detail: 'misalnya “Atas perhatian …, kami ucapkan terima kasih.”',
      at: null,
      fix: { label: 'Tambahkan', change: { kind: 'add_closing', text: closingText } },
    },
  ];
}
