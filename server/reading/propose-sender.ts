import { isNearWord } from './fold-word.ts';
import { startsWithLabel } from './find-labelled.ts';
import { median, type TextRun } from './group-lines.ts';
import { parseDate } from './parse-date.ts';
import { type Proposal, propose } from './proposal.ts';
import { toTitleCase } from './title-case.ts';

const BODIES = [
  ...[
    'pemerintah',
    'kementerian',
    'dinas',
    'badan',
    'biro',
    'bagian',
    'kantor',
    'sekretariat',
    'inspektorat',
    'lembaga',
  ],
  ...[
    'komisi',
    'dewan',
    'kejaksaan',
    'pengadilan',
    'mahkamah',
    'kepolisian',
    'komando',
    'direktorat',
    'balai',
    'satuan',
  ],
  ...['universitas', 'institut', 'politeknik', 'fakultas', 'sekolah', 'akademi', 'yayasan', 'perkumpulan', 'asosiasi'],
  ...[
    'ikatan',
    'himpunan',
    'koperasi',
    'bank',
    'rumah',
    'rsud',
    'kecamatan',
    'kelurahan',
    'desa',
    'unit',
    'pt',
    'cv',
    'ud',
  ],
  ...['perusahaan', 'perumda', 'perum', 'persatuan', 'majelis', 'gereja', 'keuskupan', 'puskesmas', 'panitia', 'forum'],
];
const OFFICES = [
  ...['bupati', 'gubernur', 'wali', 'walikota', 'wakil', 'menteri', 'sekretaris', 'kepala', 'camat', 'lurah', 'ketua'],
  ...[
    'direktur',
    'rektor',
    'dekan',
    'presiden',
    'kapolda',
    'kapolres',
    'pangdam',
    'dandim',
    'plt',
    'plh',
    'pj',
    'manajer',
  ],
];
const ADDRESS =
  /\b(?:jalan|jln|jl|telepon|telp|tel|faks?|faksimile|fax|laman|website|www|pos-?el|e-?mail|kode pos|kotak pos)\b|@|\.(?:go|co|ac|or|sch)\.id|\b\d{5}\b/iu;
/** Heads of letters end here. */
const LETTERHEAD_END = 0.32;

export interface SenderProposals {
  /** The body that wrote, e.g. `Dinas Perhubungan Kabupaten Sintang`. */
  readonly senderOrganisation: Proposal | null;
  /** The office that signed, e.g. `Bupati Sintang`. */
  readonly senderTitle: Proposal | null;
}

/** From the head of the first page; the office also from the block above the signature. */
export function proposeSender(runs: readonly TextRun[]): SenderProposals {
  const head = letterhead(runs);
  const office = head.find((run) => isOffice(run));
  return {
    senderOrganisation: proposeOrganisation(bodyLines(head.filter((run) => run !== office))),
    senderTitle: office ? propose(officeText([office]), [office], 0.99) : proposeSigningOffice(runs),
  };
}

function letterhead(runs: readonly TextRun[]): TextRun[] {
  const end = runs.findIndex(
    (run) => startsWithLabel(run) || parseDate(run.text) !== null || run.box.y > LETTERHEAD_END,
  );
  const head = runs.slice(0, end < 0 ? runs.length : end).filter((run) => run.page === 0 && !ADDRESS.test(run.text));
  return head.map(withoutSpecks).filter((run) => run.words.length > 0);
}

/** An emblem beside the head is read as a word or two that are small, large or doubtful. */
function withoutSpecks(run: TextRun): TextRun {
  const height = median(run.words.map((word) => word.height));
  const words = run.words.filter(
    (word) => word.confidence > 0.4 && word.height < height * 1.8 && /\p{L}{2}|^&$|^[IVX]+$/u.test(word.text),
  );
  return { ...run, words, text: words.map((word) => word.text).join(' ') };
}

function startsLike(run: TextRun, names: readonly string[]): boolean {
  const first = (run.words[0]?.text ?? '').replaceAll(/[^\p{L}]/gu, '');
  return isCapitalised(run) && names.some((name) => isNearWord(first, name));
}

function isOffice(run: TextRun): boolean {
  return startsLike(run, OFFICES) && run.words.length <= 10;
}

function isCapitalised(run: TextRun): boolean {
  return /^\p{Lu}/u.test(run.text);
}

/** The lines that name a body; a line in capitals under one goes on with its name. */
function bodyLines(head: readonly TextRun[]): TextRun[][] {
  const bodies: TextRun[][] = [];
  for (const run of head) {
    const current = bodies.at(-1);
    if (startsLike(run, BODIES)) bodies.push([run]);
    else if (current && run.text === run.text.toUpperCase() && isNearby(current.at(-1), run)) current.push(run);
  }
  return bodies;
}

function isNearby(above: TextRun | undefined, run: TextRun): boolean {
  return above !== undefined && run.box.y - above.box.y - above.box.height < run.box.height * 1.5;
}

/** The most particular body, under the one above it: `DINAS X` of `PEMERINTAH KOTA Y` is `Dinas X Kota Y`. */
function proposeOrganisation(bodies: readonly TextRun[][]): Proposal | null {
  const names = bodies.map((lines) =>
    toTitleCase(
      lines
        .map((run) => run.text)
        .join(' ')
        .replaceAll(/[,;]+$/gu, ''),
    ),
  );
  const own = names.at(-1);
  if (own === undefined) return null;
  const above = names.at(-2)?.replace(/^Pemerintah /u, '');
  const isKnown = above === undefined || own.includes(above);
  const alternatives = [...(isKnown ? [] : [own]), ...names.slice(0, -1).toReversed()];
  return propose(isKnown ? own : `${own} ${above}`, bodies.slice(-2).flat(), 0.97, alternatives);
}

/** The last lines that begin with an office and end in a comma: `KEPALA DINAS PERHUBUNGAN,`. */
function proposeSigningOffice(runs: readonly TextRun[]): Proposal | null {
  const blocks = runs
    .filter((run) => isOffice(run) && run.box.x > 0.3 && (run.page > 0 || run.box.y > LETTERHEAD_END))
    .map((run) => officeLines(runs, run));
  const block = blocks.findLast((lines) => lines.at(-1)?.text.endsWith(',')) ?? blocks.at(-1);
  return block ? propose(officeText(block), block, 0.9) : null;
}

/** An office may take more lines, in capitals like its first, up to the comma. */
function officeLines(runs: readonly TextRun[], first: TextRun): TextRun[] {
  const lines = [first];
  const under = runs.filter((run) => run.page === first.page && run.box.y > first.box.y && overlaps(run, first));
  for (const run of under) {
    const last = lines.at(-1);
    const goesOn = last?.text.endsWith(',') === false && run.text === run.text.toUpperCase() && isNearby(last, run);
    if (!goesOn) break;
    lines.push(run);
  }
  return lines;
}

function overlaps(a: TextRun, b: TextRun): boolean {
  return a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width;
}

function officeText(lines: readonly TextRun[]): string {
  return toTitleCase(
    lines
      .map((run) => run.text)
      .join(' ')
      .replaceAll(/[,;.\s]+$/gu, ''),
  );
}
