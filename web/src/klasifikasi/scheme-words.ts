import type { CodeFacts, Edition, RetentionRule } from '../../../server/retention/contract.ts';
import { formatCount } from '../format/numbers.ts';

export const fateWords: Record<RetentionRule['finalAction'], string> = {
  destroy: 'Musnah',
  permanent: 'Permanen',
  review: 'Dinilai kembali',
};

export const fateTones = { destroy: 'segera', permanent: 'selesai', review: 'menunggu' } as const;

export const securityWords: Record<CodeFacts['securityClass'], string> = {
  B: 'Biasa/terbuka (B)',
  T: 'Terbatas (T)',
  R: 'Rahasia (R)',
  SR: 'Sangat rahasia (SR)',
};

export const securityOptions = (['B', 'T', 'R', 'SR'] as const).map((value) => ({
  value,
  label: securityWords[value],
}));

/** "2 tahun aktif setelah pemeriksaan, 3 tahun inaktif, Musnah, kecuali gedung" */
export function ruleLine(rule: RetentionRule | null): string {
  if (rule === null) return 'Tanpa aturan sendiri';
  const { activeYears, triggerEvent, inactiveYears, finalAction, exceptionNote } = rule;
  const active = triggerEvent === '' ? `${activeYears} tahun aktif` : `${activeYears} tahun aktif ${triggerEvent}`;
  const fate = exceptionNote === '' ? fateWords[finalAction] : `${fateWords[finalAction]}, ${exceptionNote}`;
  return `${active}, ${inactiveYears} tahun inaktif, ${fate}`;
}

export const groupNames = {
  added: 'Ditambahkan',
  renamed: 'Ganti nama',
  moved: 'Pindah induk',
  retention: 'Retensi',
  security: 'Keamanan',
  retired: 'Dicabut',
  refused: 'Ditolak',
} as const;

export type Group = keyof typeof groupNames;
export const groups = Object.keys(groupNames) as Group[];

const countWords: Record<Exclude<Group, 'refused'>, string> = {
  added: 'ditambahkan',
  renamed: 'ganti nama',
  moved: 'pindah induk',
  retention: 'retensi berubah',
  security: 'keamanan berubah',
  retired: 'dicabut',
};

/** "12 ditambahkan, 3 dicabut"; groups without any are left out. */
export function countsLine(counts: Edition['counts']): string {
  const parts = groups.flatMap((group) => {
    const count = counts[group] ?? 0;
    return count === 0 || group === 'refused' ? [] : [`${formatCount(count)} ${countWords[group]}`];
  });
  return parts.length === 0 ? 'Tanpa perubahan' : parts.join(', ');
}

/** What a version changed against the one before it; empty for the first. */
export function describeChange(before: CodeFacts | undefined, after: CodeFacts): string[] {
  if (before === undefined) return [];
  const changes: string[] = [];
  if (before.name !== after.name) changes.push(`Nama semula "${before.name}"`);
  if (before.parentCode !== after.parentCode) changes.push(`Semula di bawah ${before.parentCode ?? 'kode pokok'}`);
  if (ruleLine(before.rule) !== ruleLine(after.rule)) changes.push(`Retensi semula: ${ruleLine(before.rule)}`);
  if (before.securityClass !== after.securityClass)
    changes.push(`Keamanan semula ${securityWords[before.securityClass]}`);
  if (before.accessNote !== after.accessNote) changes.push(`Akses semula: ${before.accessNote || 'tidak ditulis'}`);
  return changes;
}
