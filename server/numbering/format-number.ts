/** What a letter number is made of besides its serial. */
export interface NumberParts {
  classification: string;
  unitCode: string;
  year: number;
  month: number;
}

export interface NumberFormat {
  /** e.g. `{klasifikasi}/{nomor}/{unit}/{tahun}`; also `{bulan}`, `{bulan_romawi}`, `{nomor:3}`. */
  format: string;
  /** Digits of a serial without its own width in the format; 0 leaves it as it is. */
  padding: number;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;
const TOKEN = /\{([a-z_]+)(?::([1-8]))?\}/gu;
const KNOWN = new Set(['klasifikasi', 'nomor', 'unit', 'tahun', 'bulan', 'bulan_romawi']);
const DOTS = '……';

/** What is wrong with a format, in Indonesian; null when it can be used. */
export function findFormatProblem(format: string): string | null {
  const names = Array.from(format.matchAll(TOKEN), (match) => match[1] ?? '');
  const unknown = names.find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return `Bagian {${unknown}} tidak dikenal dalam format nomor.`;
  if (names.filter((name) => name === 'nomor').length !== 1)
    return 'Format nomor harus memuat {nomor} tepat satu kali.';
  if (/[{}]/u.test(format.replace(TOKEN, ''))) return 'Kurung kurawal dalam format nomor tidak berpasangan.';
  return null;
}

export function formatNumber(register: NumberFormat, parts: NumberParts & { number: number }): string {
  const { before, after, width } = splitFormat(register, parts);
  return `${before}${String(parts.number).padStart(width, '0')}${after}`;
}

/** The number before it is taken: dots stand where the serial will be. */
export function numberPattern(register: NumberFormat, parts: NumberParts): string {
  const { before, after } = splitFormat(register, parts);
  return `${before}${DOTS}${after}`;
}

/** Everything around the serial, so that the database can finish the number while it holds the register. */
export function splitFormat(
  register: NumberFormat,
  parts: NumberParts,
): { before: string; after: string; width: number } {
  const problem = findFormatProblem(register.format);
  if (problem !== null) throw new Error(problem);
  const serial = /\{nomor(?::([1-8]))?\}/u.exec(register.format);
  const at = serial?.index ?? 0;
  const fill = (piece: string) => piece.replace(TOKEN, (_all, name: string) => valueOf(name, parts));
  return {
    before: fill(register.format.slice(0, at)),
    after: fill(register.format.slice(at + (serial?.[0].length ?? 0))),
    width: serial?.[1] === undefined ? register.padding : Number(serial[1]),
  };
}

function valueOf(name: string, parts: NumberParts): string {
  const values: Record<string, string> = {
    klasifikasi: parts.classification,
    unit: parts.unitCode,
    tahun: String(parts.year),
    bulan: String(parts.month).padStart(2, '0'),
    bulan_romawi: ROMAN[parts.month - 1] ?? '',
  };
  return values[name] ?? '';
}
