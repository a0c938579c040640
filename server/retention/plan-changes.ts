import type { ImportFile, ImportRow } from './read-rows.ts';
import type { CodeFacts, ImportSlot, RefusedRow, ReportGroup } from './retention-shapes.ts';

export interface Change {
  code: string;
  before: CodeFacts | null;
  after: CodeFacts;
}

/** What an import would do to the scheme: pure, so that a preview and its application cannot differ. */
export interface Plan {
  changes: Change[];
  retired: { code: string; name: string }[];
  refused: RefusedRow[];
  unchanged: number;
}

export interface ImportFiles {
  scheme?: ImportFile;
  schedule?: ImportFile;
  /** Codes in force that the scheme file does not name end. */
  isComplete: boolean;
}

type Scheme = ReadonlyMap<string, CodeFacts>;

export function planChanges(inForce: Scheme, { scheme, schedule, isComplete }: ImportFiles): Plan {
  const refused = [...(scheme?.refused ?? []), ...(schedule?.refused ?? [])];
  const next = new Map(inForce);
  const retired = scheme ? layScheme(inForce, next, { scheme, isComplete, refused }) : new Set<string>();
  if (schedule) laySchedule(next, { schedule, retired, refused });
  return { ...compare(inForce, next, retired), refused: refused.sort(byPlace) };
}

/** Puts the rows of a scheme file into the next scheme and takes out what it retires. */
function layScheme(
  inForce: Scheme,
  next: Map<string, CodeFacts>,
  { scheme, isComplete, refused }: { scheme: ImportFile; isComplete: boolean; refused: RefusedRow[] },
): ReadonlySet<string> {
  const rows = acceptRows(inForce, { rows: oncePerCode(scheme.rows, 'scheme', refused), isComplete }, refused);
  for (const row of rows.values()) next.set(row.code, merge(next.get(row.code), row));
  const retired = isComplete ? findRetired(inForce, next, scheme.named) : new Set<string>();
  for (const code of retired) next.delete(code);
  return retired;
}

/** A schedule says how long codes are kept, not what they are called or where they stand. */
function laySchedule(
  next: Map<string, CodeFacts>,
  { schedule, retired, refused }: { schedule: ImportFile; retired: ReadonlySet<string>; refused: RefusedRow[] },
): void {
  for (const row of oncePerCode(schedule.rows, 'schedule', refused)) {
    const facts = next.get(row.code);
    if (facts) next.set(row.code, merge(facts, { ...row, name: facts.name, parentCode: facts.parentCode }));
    else refused.push(unknownCode(row, retired.has(row.code)));
  }
}

/** The group of the report that a change belongs to; it may belong to several. */
export function groupsOf({ before, after }: Change): ReportGroup[] {
  if (before === null) return ['added'];
  const groups: ReportGroup[] = [];
  if (before.name !== after.name) groups.push('renamed');
  if (before.parentCode !== after.parentCode) groups.push('moved');
  if (!isSame(before.rule, after.rule)) groups.push('retention');
  if (before.securityClass !== after.securityClass || before.accessNote !== after.accessNote) groups.push('security');
  return groups;
}

/** A code that stands twice is refused wholly, unless the rows say the same. */
function oncePerCode(rows: readonly ImportRow[], slot: ImportSlot, refused: RefusedRow[]): ImportRow[] {
  const byCode = new Map<string, ImportRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) return same;
    const isRepeated = others.every((other) => isSame({ ...other, line: 0 }, { ...first, line: 0 }));
    for (const row of isRepeated ? others : same) {
      const lines = same.filter((other) => other !== row).map(({ line }) => line);
      refused.push({
        ...{ slot, line: row.line, column: 'kode', code: row.code },
        problem: `Kode ini ada juga pada baris ${lines.join(', ')}`,
        advice: isRepeated ? 'Hapus baris ulangan ini.' : 'Sisakan satu baris yang benar.',
      });
    }
    return isRepeated ? [first] : [];
  });
}

/** Leaves out rows without a parent and rows in a circle until what remains holds together. */
function acceptRows(
  inForce: Scheme,
  { rows, isComplete }: { rows: readonly ImportRow[]; isComplete: boolean },
  refused: RefusedRow[],
): Map<string, ImportRow> {
  const accepted = new Map(rows.map((row) => [row.code, row]));
  const parentOf = (code: string) => {
    const row = accepted.get(code);
    return row ? row.parentCode : inForce.get(code)?.parentCode;
  };
  const exists = (code: string) => accepted.has(code) || (!isComplete && inForce.has(code));
  for (let found: RefusedRow[]; ; refused.push(...found)) {
    found = [...accepted.values()].flatMap((row) => refuseRow(row, exists, parentOf));
    if (found.length === 0) return accepted;
    for (const { code } of found) accepted.delete(code);
  }
}

function refuseRow(
  row: ImportRow,
  exists: (code: string) => boolean,
  parentOf: (code: string) => string | null | undefined,
): RefusedRow[] {
  const { code, line, parentCode } = row;
  const place = { slot: 'scheme' as const, line, column: 'induk', code };
  if (parentCode && !exists(parentCode))
    return [
      {
        ...place,
        problem: `Induk ${parentCode} tidak ada`,
        advice: `Tambahkan baris ${parentCode} yang benar, atau perbaiki induknya.`,
      },
    ];
  const seen = new Set<string>();
  for (let at = parentCode; at && !seen.has(at); at = parentOf(at)) {
    if (at === code)
      return [
        { ...place, problem: `Induk melingkar lewat ${parentCode ?? ''}`, advice: 'Isi kode satu tingkat di atas.' },
      ];
    seen.add(at);
  }
  return [];
}

const NOTHING: CodeFacts = { name: '', parentCode: null, rule: null, securityClass: 'B', accessNote: '' };

/** What the row does not say stays as it was. */
function merge(before: CodeFacts | undefined, { line: _line, code: _code, ...said }: ImportRow): CodeFacts {
  return { ...NOTHING, ...before, ...said };
}

/** What the complete file does not name, apart from codes above one that stays. */
function findRetired(inForce: Scheme, next: Scheme, named: ReadonlySet<string>): Set<string> {
  const retired = new Set([...inForce.keys()].filter((code) => !named.has(code)));
  for (const code of next.keys()) {
    if (retired.has(code)) continue;
    for (let at = next.get(code)?.parentCode; at && retired.delete(at);) at = next.get(at)?.parentCode;
  }
  return retired;
}

function unknownCode({ line, code }: ImportRow, isRetired: boolean): RefusedRow {
  return {
    ...{ slot: 'schedule' as const, line, column: 'kode', code },
    problem: isRetired ? 'Kode ini dicabut oleh berkas klasifikasi' : 'Kode ini tidak ada pada klasifikasi',
    advice: 'Tambahkan kodenya lewat berkas klasifikasi, atau hapus barisnya.',
  };
}

function compare(inForce: Scheme, next: Scheme, retired: ReadonlySet<string>): Omit<Plan, 'refused'> {
  const codes = [...next.keys()].sort(compareCodes);
  const changes = codes.flatMap((code): Change[] => {
    const after = next.get(code);
    const before = inForce.get(code) ?? null;
    return after && !isSame(before, after) ? [{ code, before, after }] : [];
  });
  const gone = [...retired].sort(compareCodes).map((code) => ({ code, name: inForce.get(code)?.name ?? '' }));
  return { changes, retired: gone, unchanged: codes.length - changes.length };
}

/** 000.1.10 comes after 000.1.9. */
export function compareCodes(left: string, right: string): number {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (const [at, number] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (number !== other) return number - other;
  }
  return a.length - b.length;
}

const byPlace = (a: RefusedRow, b: RefusedRow) => a.slot.localeCompare(b.slot) || a.line - b.line;

/** Facts of the same shape, whatever the order of their keys. */
function isSame(left: unknown, right: unknown): boolean {
  return stable(left) === stable(right);
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}
