export type FinalAction = 'destroy' | 'permanent' | 'review';

/** A period as a schedule writes it: whole years, counted from an event when one is named. */
export interface Period {
  years: number;
  /** "setelah Pemeriksaan", or empty. */
  trigger: string;
}

/** What cannot be understood, and what to write instead. */
export interface Unclear {
  problem: string;
  advice: string;
}

export const isUnclear = (value: object): value is Unclear => 'problem' in value;

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const MOST_YEARS = 100;
const MOST_TRIGGER = 200;

function spell(number: number): string {
  const fixed = { 10: 'sepuluh', 11: 'sebelas', 100: 'seratus' }[number];
  if (fixed !== undefined) return fixed;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const one = DIGITS[ones] ?? '';
  if (tens === 0) return one;
  if (tens === 1) return `${one} belas`;
  const ten = `${DIGITS[tens] ?? ''} puluh`;
  return ones === 0 ? ten : `${ten} ${one}`;
}

const SPELLED = new Map(Array.from({ length: MOST_YEARS + 1 }, (_none, number) => [spell(number), number] as const));

const PERIOD = /^(?<amount>.+?)\s*(?:tahun|thn\.?|th\.?)(?=$|[\s,])[\s,]*(?<rest>.*)$/iu;
const AMOUNT = /^(?<digits>\d{1,4})(?:\s*\((?<words>[a-z ]+)\))?$/iu;
const CONNECTOR =
  /^(?:dihitung\s+|terhitung\s+)?(?:setelah|sesudah|sejak|sampai\s+dengan|s\.\s?d\.?|hingga)\s+(?=\S{2})/iu;
const OTHER_PERIOD = /(?:\d|\b(?:satu|dua|tiga|lima)\b)[^,;]{0,12}\s(?:tahun|bulan|hari)\b/iu;

const TRIGGER_ADVICE = 'Tulis seperti "2 Tahun setelah pemeriksaan", "sejak ...", atau "sampai dengan ...".';

/** Reads "5 Tahun", "5 (lima) tahun" or "2 Tahun Setelah Pemeriksaan"; whatever else is said is not guessed. */
export function readPeriod(text: string): Period | Unclear {
  const { amount = '', rest = '' } = PERIOD.exec(squeeze(text))?.groups ?? {};
  const years = readAmount(amount);
  if (years === undefined)
    return {
      problem: `"${shorten(text)}" bukan jangka waktu dalam tahun penuh`,
      advice: 'Tulis seperti "5 Tahun" atau "2 Tahun setelah pemeriksaan".',
    };
  if (years > MOST_YEARS)
    return {
      problem: `${years} tahun terlalu lama`,
      advice: `Paling lama ${MOST_YEARS} tahun; untuk selamanya tulis Permanen pada nasib akhir.`,
    };
  const trigger = readTrigger(rest);
  return typeof trigger === 'string' ? { years, trigger } : trigger;
}

/** The event from which years count; empty: none. */
export function readTrigger(text: string): string | Unclear {
  const said = squeeze(text);
  if (said === '') return '';
  const connector = CONNECTOR.exec(said)?.[0];
  if (connector === undefined)
    return { problem: `"${shorten(said)}" bukan peristiwa yang memulai hitungan`, advice: TRIGGER_ADVICE };
  if (OTHER_PERIOD.test(said))
    return { problem: 'Ada lebih dari satu jangka waktu', advice: 'Tulis satu jangka waktu dan satu peristiwa.' };
  if (said.length > MOST_TRIGGER)
    return { problem: 'Peristiwanya terlalu panjang', advice: `Ringkas menjadi paling banyak ${MOST_TRIGGER} huruf.` };
  return connector.toLowerCase() + said.slice(connector.length);
}

export interface Fate {
  finalAction: FinalAction;
  /** "kecuali barang tidak bergerak", or empty. */
  exceptionNote: string;
}

const FATES: readonly (readonly [RegExp, FinalAction])[] = [
  [/^(?:di)?musnah(?:kan)?(?=$|[\s,;(])/iu, 'destroy'],
  [/^permanen(?=$|[\s,;(])/iu, 'permanent'],
  [/^(?:di)?nilai\s+kembali(?=$|[\s,;(])/iu, 'review'],
  [/^(?:ditinjau|peninjauan|penilaian)\s+kembali(?=$|[\s,;(])/iu, 'review'],
  [/^destroy$/iu, 'destroy'],
  [/^permanent$/iu, 'permanent'],
  [/^review$/iu, 'review'],
];

/** Reads "Musnah", "Permanen", "Dinilai kembali", each with an exception that begins with "kecuali". */
export function readFate(text: string): Fate | Unclear {
  const said = squeeze(text);
  for (const [pattern, finalAction] of FATES) {
    const match = pattern.exec(said);
    if (!match) continue;
    const rest = said.slice(match[0].length).replace(/^[\s,;]+/u, '');
    if (rest === '') return { finalAction, exceptionNote: '' };
    const except = /^(?:\((?<inner>kecuali\s[^()]+)\)|(?<bare>kecuali\s.+))$/iu.exec(rest)?.groups;
    const note = except?.['inner'] ?? except?.['bare'];
    if (note !== undefined) return { finalAction, exceptionNote: `kecuali ${note.slice('kecuali'.length).trim()}` };
  }
  return {
    problem: `"${shorten(text)}" bukan nasib akhir yang dikenal`,
    advice: 'Tulis Musnah, Permanen, atau Dinilai kembali; pengecualian diawali kata "kecuali".',
  };
}

export const FATE_WORDS: Record<FinalAction, string> = {
  destroy: 'Musnah',
  permanent: 'Permanen',
  review: 'Dinilai kembali',
};

/** The words that {@link readPeriod} reads back to the same. */
export const periodWords = ({ years, trigger }: Period): string =>
  trigger === '' ? `${years} Tahun` : `${years} Tahun ${trigger}`;

function readAmount(text: string): number | undefined {
  const { digits, words } = AMOUNT.exec(text.trim())?.groups ?? {};
  if (digits === undefined) return SPELLED.get(squeeze(text).toLowerCase());
  const spelled = words === undefined ? undefined : SPELLED.get(squeeze(words).toLowerCase());
  return words !== undefined && spelled !== Number(digits) ? undefined : Number(digits);
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim();
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
