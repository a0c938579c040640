import { fieldHead, leadership } from './agency-leadership.ts';
import { functional, staff } from './position.ts';
import type { DemoPosition } from './position.ts';

const education: readonly DemoPosition[] = [
  ...leadership({
    unit: 'dikbud',
    headKey: 'kadis-dikbud',
    headTitle: 'Kepala Dinas Pendidikan dan Kebudayaan',
    headShort: 'Kadis Dikbud',
    secretaryTitle: 'Sekretaris Dinas Pendidikan dan Kebudayaan',
    shortName: 'Dikbud',
  }),
  fieldHead('kadis-dikbud', ['kabid-smk', 'smk', 'Kepala Bidang Pembinaan SMK', 'Kabid SMK']),
  fieldHead('kadis-dikbud', ['kabid-kebudayaan', 'kebudayaan', 'Kepala Bidang Kebudayaan', 'Kabid Kebudayaan']),
  staff({
    key: 'staf-smk',
    unit: 'smk',
    title: 'Penata Layanan Operasional Bidang Pembinaan SMK',
    shortTitle: 'Penata Layanan, Bidang SMK',
    under: 'kabid-smk',
  }),
];

const health: readonly DemoPosition[] = [
  ...leadership({
    unit: 'dinkes',
    headKey: 'kadis-dinkes',
    headTitle: 'Kepala Dinas Kesehatan',
    headShort: 'Kadis Kesehatan',
    secretaryTitle: 'Sekretaris Dinas Kesehatan',
    shortName: 'Dinkes',
  }),
  fieldHead('kadis-dinkes', ['kabid-p2p', 'p2p', 'Kepala Bidang Pencegahan dan Pengendalian Penyakit', 'Kabid P2P']),
  functional({
    key: 'epidemiolog',
    unit: 'p2p',
    title: 'Epidemiolog Kesehatan Ahli Muda Dinas Kesehatan',
    shortTitle: 'Epidemiolog, Dinkes',
    under: 'kabid-p2p',
  }),
];

const disaster: readonly DemoPosition[] = [
  ...leadership({
    unit: 'bpbd',
    headKey: 'kalaksa-bpbd',
    headTitle: 'Kepala Pelaksana Badan Penanggulangan Bencana Daerah',
    headShort: 'Kalaksa BPBD',
    secretaryTitle: 'Sekretaris Badan Penanggulangan Bencana Daerah',
    shortName: 'BPBD',
  }),
  fieldHead('kalaksa-bpbd', [
    'kabid-kedaruratan',
    'kedaruratan',
    'Kepala Bidang Kedaruratan dan Logistik',
    'Kabid Kedaruratan',
  ]),
  functional({
    key: 'analis-bencana',
    unit: 'kedaruratan',
    title: 'Penata Penanggulangan Bencana Ahli Pertama',
    shortTitle: 'Penata Penanggulangan Bencana, BPBD',
    under: 'kabid-kedaruratan',
  }),
];

const archives: readonly DemoPosition[] = [
  ...leadership({
    unit: 'dpk',
    headKey: 'kadis-dpk',
    headTitle: 'Kepala Dinas Perpustakaan dan Kearsipan',
    headShort: 'Kadis DPK',
    secretaryTitle: 'Sekretaris Dinas Perpustakaan dan Kearsipan',
    shortName: 'DPK',
  }),
  fieldHead('kadis-dpk', [
    'kabid-kearsipan',
    'kearsipan',
    'Kepala Bidang Pembinaan dan Pengelolaan Kearsipan',
    'Kabid Kearsipan',
  ]),
  functional(
    {
      key: 'arsiparis-dpk',
      unit: 'kearsipan',
      title: 'Arsiparis Ahli Madya Dinas Perpustakaan dan Kearsipan',
      shortTitle: 'Arsiparis, DPK',
      under: 'kabid-kearsipan',
    },
    ['archivist'],
  ),
];

export const PUBLIC_SERVICE_POSITIONS: readonly DemoPosition[] = [...education, ...health, ...disaster, ...archives];
