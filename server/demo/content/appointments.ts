import type { DemoDate } from './demo-date.ts';

export interface DemoAppointment {
  readonly person: string;
  readonly position: string;
  readonly kind: 'definitif' | 'plt' | 'plh';
  readonly from: DemoDate;
  /** The first day on which the appointment no longer holds; null while it is open. */
  readonly to: DemoDate | null;
  readonly decreeNumber: string;
}

/** The one desk that nobody holds, so that a circuit through it is refused. */
export const VACANT_POSITION = 'kabid-sda';

const HOLDERS: readonly (readonly [position: string, person: string, from: string])[] = [
  ['gubernur', 'rasyid-ibrahim', '2025-02-20'],
  ['wagub', 'theresia-mering', '2025-02-20'],
  ['sekda', 'nurhayati-usman', '2023-06-05'],
  ['asisten-1', 'suhardi-karim', '2022-09-12'],
  ['asisten-2', 'yohanes-libau', '2024-03-18'],
  ['asisten-3', 'meiliana-lim', '2023-01-09'],
  ['karo-umum', 'agus-mursyid', '2023-08-21'],
  ['kabag-tu', 'halimah-yusuf', '2022-04-04'],
  ['kasubbag-tu-sekda', 'petronela-ayu', '2023-06-12'],
  ['tu-setda', 'dwi-lestari', '2021-02-01'],
  ['arsiparis-setda', 'sri-nuryani', '2021-12-31'],
  ['karo-hukum', 'bonifasius-ateng', '2022-10-03'],
  ['perancang-hukum', 'ratna-dewi', '2022-01-10'],
  ['karo-organisasi', 'abdul-muthalib', '2024-01-12'],
  ['analis-organisasi', 'kristina-lenggu', '2023-05-02'],
  ['inspektur', 'marselinus-jampi', '2022-02-14'],
  ['auditor', 'zulkifli-anwar', '2020-07-01'],
  ['tu-inspektorat', 'nur-fadilah', '2021-03-01'],
  ['kadis-kominfo', 'syarif-hidayat', '2024-01-12'],
  ['sekretaris-kominfo', 'yuliana-bangun', '2022-11-07'],
  ['tu-kominfo', 'siti-maisarah', '2019-04-01'],
  ['kabid-aptika', 'fajar-nugroho', '2021-12-31'],
  ['kabid-persandian', 'herkulanus-doni', '2022-11-07'],
  ['kabid-ikp', 'anita-wijaya', '2023-09-04'],
  ['prakom-muda', 'erwin-tanoto', '2021-12-31'],
  ['staf-aptika-1', 'wulan-safitri', '2022-02-01'],
  ['staf-aptika-2', 'yakobus-liung', '2023-04-03'],
  ['sandiman', 'moh-hasan', '2022-06-01'],
  ['arsiparis-kominfo', 'margareta-sinta', '2021-03-01'],
  ['admin-lontar', 'dewi-puspitasari', '2022-01-03'],
  ['kadis-pupr', 'hendra-wijaksono', '2024-01-12'],
  ['sekretaris-pupr', 'nurul-hidayah', '2020-08-10'],
  ['tu-pupr', 'endang-susilowati', '2018-01-02'],
  ['kabid-bina-marga', 'fransiskus-unting', '2022-03-07'],
  ['ka-upt-sintang', 'iskandar-zulkarnain', '2021-09-20'],
  ['penata-jalan', 'yosef-adrianus', '2021-12-31'],
  ['analis-pupr', 'rizky-ramadhani', '2022-05-16'],
  ['penata-bangunan', 'agus-priyanto', '2021-12-31'],
  ['arsiparis-pupr', 'suryati-bujang', '2020-10-01'],
  ['kadis-dikbud', 'rahmawati-said', '2023-03-13'],
  ['sekretaris-dikbud', 'stefanus-kalis', '2021-07-05'],
  ['tu-dikbud', 'lilis-suryani', '2019-02-01'],
  ['kabid-smk', 'bambang-hartono', '2022-03-07'],
  ['kabid-kebudayaan', 'maria-goretti', '2023-09-04'],
  ['staf-smk', 'ahmad-fauzi', '2022-01-03'],
  ['kadis-dinkes', 'erna-kusuma', '2022-08-01'],
  ['sekretaris-dinkes', 'paulus-gunawan', '2021-07-05'],
  ['tu-dinkes', 'fitri-handayani', '2020-03-02'],
  ['kabid-p2p', 'lidia-tan', '2023-09-04'],
  ['epidemiolog', 'saiful-bahri', '2021-12-31'],
  ['kalaksa-bpbd', 'darmawan-sanjaya', '2023-03-13'],
  ['sekretaris-bpbd', 'emiliana-sere', '2022-11-07'],
  ['tu-bpbd', 'rudi-hartanto', '2018-06-01'],
  ['kabid-kedaruratan', 'aloysius-beding', '2022-03-07'],
  ['analis-bencana', 'nabila-azzahra', '2023-04-03'],
  ['kadis-dpk', 'hamdani-thaha', '2021-05-24'],
  ['sekretaris-dpk', 'veronika-tijah', '2022-11-07'],
  ['tu-dpk', 'joko-santoso', '2019-02-01'],
  ['kabid-kearsipan', 'rusmini-hasan', '2023-09-04'],
  ['arsiparis-dpk', 'gregorius-ampu', '2020-01-02'],
];

/**
 * Two acting desks: the Plt. fills a desk without a definitive holder, the Plh. stands in for one who is away for two
 * weeks around the day the demonstration was made.
 */
const ACTING: readonly DemoAppointment[] = [
  {
    person: 'agus-priyanto',
    position: 'kabid-cipta-karya',
    kind: 'plt',
    from: { daysFromStart: -62 },
    to: { daysFromStart: 28 },
    decreeNumber: 'SP 800.1.11.1/1964/SETDA',
  },
  {
    person: 'paulus-gunawan',
    position: 'kadis-dinkes',
    kind: 'plh',
    from: { daysFromStart: -5 },
    to: { daysFromStart: 9 },
    decreeNumber: 'SP 800.1.11.1/2080/SETDA',
  },
];

export const DEMO_APPOINTMENTS: readonly DemoAppointment[] = [
  ...HOLDERS.map(([position, person, from], index): DemoAppointment => ({
    person,
    position,
    kind: 'definitif',
    from,
    to: null,
    decreeNumber: decreeNumber(position, from, index),
  })),
  ...ACTING,
];

function decreeNumber(position: string, from: string, index: number): string {
  const year = from.slice(0, 4);
  if (position === 'gubernur' || position === 'wagub') return `KEPPRES (contoh) ${index + 1}/P TAHUN ${year}`;
  return `SK 800.1.3.3/${String(11 + index * 7).padStart(3, '0')}/BKD/${year}`;
}
