/** Columns of a table of old letters, and the headings that people and SRIKANDI give them. The first one is ours. */
export const LOAD_COLUMNS = {
  key: ['kunci', 'id', 'id naskah', 'uuid'],
  kind: ['jenis arsip', 'arah', 'jenis surat', 'kategori'],
  number: ['nomor', 'nomor naskah', 'nomor surat', 'no naskah', 'no surat'],
  date: ['tanggal', 'tanggal naskah', 'tanggal surat', 'tgl naskah', 'tgl surat'],
  title: ['hal', 'perihal', 'judul', 'uraian'],
  summary: ['ringkasan', 'isi ringkas', 'ringkasan isi'],
  sender: ['asal', 'asal naskah', 'pengirim', 'dari', 'asal surat'],
  recipient: ['tujuan', 'tujuan naskah', 'kepada', 'penerima'],
  classification: ['klasifikasi', 'kode klasifikasi', 'kode'],
  security: ['keamanan', 'klasifikasi keamanan', 'sifat keamanan', 'tingkat keamanan'],
  grade: ['sifat', 'sifat naskah', 'urgensi', 'tingkat urgensi'],
  type: ['jenis naskah', 'bentuk naskah'],
  media: ['media'],
  pages: ['halaman', 'jumlah halaman', 'jumlah lembar'],
  unit: ['unit', 'unit kerja', 'unit pengolah'],
  agenda: ['nomor agenda', 'no agenda'],
  received: ['tanggal diterima', 'tanggal terima', 'tgl terima'],
  copy: ['tingkat perkembangan'],
  files: ['berkas', 'file', 'nama file', 'lampiran file', 'dokumen'],
} as const;

export type LoadColumn = keyof typeof LOAD_COLUMNS;
export type TableRow = Partial<Record<LoadColumn, string>>;

/** Which heading is which column; unknown headings are left out. */
export function matchColumns(headings: readonly string[]): (LoadColumn | undefined)[] {
  const known = new Map(
    (Object.keys(LOAD_COLUMNS) as LoadColumn[]).flatMap((column): [string, LoadColumn][] =>
      LOAD_COLUMNS[column].map((heading) => [heading, column]),
    ),
  );
  const taken = new Set<LoadColumn>();
  return headings.map((heading) => {
    const column = known.get(plainHeading(heading));
    if (column === undefined || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
}

function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}
