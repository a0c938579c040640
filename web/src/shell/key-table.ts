interface KeyRow {
  /** Names that `useKeys` binds: "j", "Enter", "Ctrl+k", "Alt+1". */
  keys: readonly string[];
  does: string;
}

interface KeyPart {
  title: string;
  rows: readonly KeyRow[];
}

/** Every key of the client: what is not here cannot be bound, and '?' shows all of it. */
export const keyParts = [
  {
    title: 'Di semua layar',
    rows: [
      { keys: ['/'], does: 'Cari' },
      { keys: ['Ctrl+k'], does: 'Daftar perintah' },
      { keys: ['?'], does: 'Daftar pintasan ini' },
    ],
  },
  {
    title: 'Daftar surat',
    rows: [
      { keys: ['j', 'k'], does: 'Pindah ke surat berikutnya atau sebelumnya' },
      { keys: ['Enter'], does: 'Buka surat' },
      { keys: ['x'], does: 'Pilih atau lepas surat di buku agenda' },
      { keys: ['n'], does: 'Registrasi surat, atau berkas baru di layar Berkas' },
    ],
  },
  {
    title: 'Surat yang terbuka',
    rows: [
      { keys: ['d'], does: 'Disposisi' },
      { keys: ['p'], does: 'Paraf, atau mulai memaraf dari daftarnya' },
      { keys: ['t'], does: 'Tanda tangan, atau mulai dari daftarnya' },
      { keys: ['r'], does: 'Kembalikan' },
    ],
  },
  {
    title: 'Arsip',
    rows: [
      { keys: ['y'], does: 'Terima usulan berkas' },
      { keys: ['s'], does: 'Simpan pencarian' },
    ],
  },
  {
    title: 'Saat mengisi',
    rows: [
      { keys: ['Ctrl+Enter'], does: 'Kirim atau simpan isian' },
      { keys: ['Ctrl+s'], does: 'Simpan konsep sekarang' },
      { keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'], does: 'Pilih bacaan pindaian pada isian registrasi' },
    ],
  },
] as const satisfies readonly KeyPart[];

export type KeyName = (typeof keyParts)[number]['rows'][number]['keys'][number];

/** The keys of one binding as they are printed: "Ctrl+k" is "Ctrl" and "K". */
export function printedKeys(name: KeyName): string[] {
  return name.split('+').map((key) => (key.length === 1 ? key.toUpperCase() : key));
}
