/** A paper of earlier years, as the archive of the secretariat holds it. */
export interface DemoPaper {
  readonly title: string;
  readonly number: string;
  /** YYYY-MM-DD, in years long past: not counted from the start of the demonstration. */
  readonly date: string;
  readonly pages: number;
  readonly copy: 'original' | 'copy' | 'photocopy';
}

export interface DemoFile {
  readonly title: string;
  readonly code: string;
  readonly year: number;
  readonly closedOn: string;
  /** Day of the event that the rule waits for. */
  readonly triggerOn?: string;
  readonly box: 'A' | 'B';
  readonly folder: string;
  /** Already given to the records unit, so that its last years are over. */
  readonly isMoved?: true;
  /** In a proposal of destruction that is being prepared. */
  readonly isProposed?: true;
  readonly hold?: { readonly caseNumber: string; readonly reason: string };
  /** Desk that has the paper now. */
  readonly lentTo?: string;
  readonly papers: readonly DemoPaper[];
}

export const DEMO_BOXES = {
  A: { code: 'SETDA-2017-01', room: 'Ruang Arsip Lantai 1', rack: '3 / 2', note: 'Tata usaha dan keuangan kantor' },
  B: { code: 'SETDA-2018-04', room: 'Ruang Arsip Lantai 1', rack: '3 / 4', note: 'Hukum dan kearsipan' },
} as const;

type Leaf = [title: string, number: string, date: string, pages: number, copy?: DemoPaper['copy']];

const paper = (...[title, number, date, pages, copy = 'original']: Leaf): DemoPaper => ({
  title,
  number,
  date,
  pages,
  copy,
});

/** Files whose years are over or about to be: work for every list of Penyusutan. */
export const DEMO_FILES: readonly DemoFile[] = [
  {
    title: 'Tagihan Listrik, Air, dan Telepon Tahun 2017',
    code: '000.1.9',
    year: 2017,
    closedOn: '2017-12-29',
    box: 'A',
    folder: '1',
    isMoved: true,
    isProposed: true,
    papers: [
      paper('Tagihan listrik gedung kantor gubernur triwulan I', '900/214/UMUM', '2017-04-06', 14),
      paper('Tagihan air dan telepon semester I', '900/501/UMUM', '2017-07-11', 22),
      paper('Rekapitulasi pembayaran langganan tahun 2017', '900/988/UMUM', '2017-12-22', 6),
    ],
  },
  {
    title: 'Perjalanan Dinas Pegawai Tahun 2015',
    code: '000.1.2.3',
    year: 2015,
    closedOn: '2015-12-30',
    box: 'A',
    folder: '2',
    isMoved: true,
    papers: [
      paper('Laporan perjalanan dinas ke Kabupaten Sambas', '090/77/UMUM', '2015-03-19', 9),
      paper('Laporan perjalanan dinas ke Kabupaten Sintang', '090/203/UMUM', '2015-08-27', 11),
    ],
  },
  {
    title: 'Pemeliharaan Gedung Kantor Tahun 2017',
    code: '000.1.8',
    year: 2017,
    closedOn: '2017-12-29',
    triggerOn: '2018-05-31',
    box: 'A',
    folder: '3',
    isMoved: true,
    hold: { caseNumber: '700/112/ITPROV/2026', reason: 'Pemeriksaan Inspektorat atas pemeliharaan gedung' },
    papers: [
      paper('Kontrak pemeliharaan atap dan talang', '640/31/UMUM', '2017-02-14', 18),
      paper('Berita acara serah terima pekerjaan', '640/219/UMUM', '2017-09-30', 7),
    ],
  },
  {
    title: 'Surat Edaran Gubernur Tahun 2018',
    code: '100.3.4.1',
    year: 2018,
    closedOn: '2018-12-31',
    box: 'B',
    folder: '1',
    isMoved: true,
    papers: [
      paper('Surat Edaran tentang Tertib Pengelolaan Arsip Dinamis', '045/1127/HK', '2018-05-07', 5),
      paper('Surat Edaran tentang Kewaspadaan Karhutla', '360/2214/HK', '2018-08-02', 4),
    ],
  },
  {
    title: 'Rapat Pimpinan Tahun 2022',
    code: '000.1.5',
    year: 2022,
    closedOn: '2022-12-30',
    box: 'B',
    folder: '2',
    lentTo: 'kabag-tu',
    papers: [
      paper('Notula rapat pimpinan bulan Februari', '005/188/UMUM', '2022-02-21', 8),
      paper('Notula rapat pimpinan bulan September', '005/902/UMUM', '2022-09-19', 10),
    ],
  },
  {
    title: 'Surat Perintah Tahun 2023',
    code: '100.3.5',
    year: 2023,
    closedOn: '2023-12-29',
    box: 'B',
    folder: '3',
    papers: [
      paper('Surat Perintah Tim Monitoring Harga Pangan', '094/311/UMUM', '2023-03-27', 2),
      paper('Surat Perintah Satuan Tugas Banjir', '094/876/UMUM', '2023-10-16', 3, 'copy'),
    ],
  },
];
