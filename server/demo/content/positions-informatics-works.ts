import { fieldHead, leadership } from './agency-leadership.ts';
import { functional, staff, structural } from './position.ts';
import type { DemoPosition } from './position.ts';

const informatics: readonly DemoPosition[] = [
  ...leadership({
    unit: 'kominfo',
    headKey: 'kadis-kominfo',
    headTitle: 'Kepala Dinas Komunikasi dan Informatika',
    headShort: 'Kadis Kominfo',
    secretaryTitle: 'Sekretaris Dinas Komunikasi dan Informatika',
    shortName: 'Diskominfo',
  }),
  fieldHead('kadis-kominfo', ['kabid-aptika', 'aptika', 'Kepala Bidang Aplikasi Informatika', 'Kabid Aptika']),
  fieldHead('kadis-kominfo', [
    'kabid-persandian',
    'persandian',
    'Kepala Bidang Persandian dan Keamanan Informasi',
    'Kabid Persandian',
  ]),
  fieldHead('kadis-kominfo', ['kabid-ikp', 'ikp', 'Kepala Bidang Informasi dan Komunikasi Publik', 'Kabid IKP']),
  functional({
    key: 'prakom-muda',
    unit: 'aptika',
    title: 'Pranata Komputer Ahli Muda Bidang Aplikasi Informatika',
    shortTitle: 'Pranata Komputer Ahli Muda, Aptika',
    under: 'kabid-aptika',
  }),
  staff({
    key: 'staf-aptika-1',
    unit: 'aptika',
    title: 'Penata Layanan Operasional 1 Bidang Aplikasi Informatika',
    shortTitle: 'Penata Layanan 1, Aptika',
    under: 'kabid-aptika',
  }),
  staff({
    key: 'staf-aptika-2',
    unit: 'aptika',
    title: 'Penata Layanan Operasional 2 Bidang Aplikasi Informatika',
    shortTitle: 'Penata Layanan 2, Aptika',
    under: 'kabid-aptika',
  }),
  functional({
    key: 'sandiman',
    unit: 'persandian',
    title: 'Sandiman Ahli Muda Bidang Persandian dan Keamanan Informasi',
    shortTitle: 'Sandiman Ahli Muda',
    under: 'kabid-persandian',
  }),
  functional(
    {
      key: 'arsiparis-kominfo',
      unit: 'kominfo-sekretariat',
      title: 'Arsiparis Terampil Dinas Komunikasi dan Informatika',
      shortTitle: 'Arsiparis, Diskominfo',
      under: 'sekretaris-kominfo',
    },
    ['archivist'],
  ),
  functional(
    {
      key: 'admin-lontar',
      unit: 'kominfo-sekretariat',
      title: 'Pranata Komputer Ahli Muda selaku Administrator Lontar',
      shortTitle: 'Administrator, Diskominfo',
      under: 'sekretaris-kominfo',
    },
    ['admin'],
  ),
];

const publicWorks: readonly DemoPosition[] = [
  ...leadership({
    unit: 'pupr',
    headKey: 'kadis-pupr',
    headTitle: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
    headShort: 'Kadis PUPR',
    secretaryTitle: 'Sekretaris Dinas Pekerjaan Umum dan Penataan Ruang',
    shortName: 'Dinas PUPR',
  }),
  fieldHead('kadis-pupr', ['kabid-bina-marga', 'bina-marga', 'Kepala Bidang Bina Marga', 'Kabid Bina Marga']),
  fieldHead('kadis-pupr', ['kabid-cipta-karya', 'cipta-karya', 'Kepala Bidang Cipta Karya', 'Kabid Cipta Karya']),
  fieldHead('kadis-pupr', ['kabid-sda', 'sda', 'Kepala Bidang Sumber Daya Air', 'Kabid SDA']),
  structural(
    {
      key: 'ka-upt-sintang',
      unit: 'upt-sintang',
      title: 'Kepala UPT Peralatan Sintang',
      shortTitle: 'Kepala UPT Sintang',
      under: 'kadis-pupr',
    },
    { echelon: 'III.b' },
  ),
  functional({
    key: 'penata-jalan',
    unit: 'bina-marga',
    title: 'Penata Kelola Jalan dan Jembatan Ahli Muda Bidang Bina Marga',
    shortTitle: 'Penata Kelola Jalan, Bina Marga',
    under: 'kabid-bina-marga',
  }),
  functional({
    key: 'analis-pupr',
    unit: 'bina-marga',
    title: 'Analis Kebijakan Ahli Pertama Dinas Pekerjaan Umum dan Penataan Ruang',
    shortTitle: 'Analis Kebijakan, Dinas PUPR',
    under: 'kabid-bina-marga',
  }),
  functional({
    key: 'penata-bangunan',
    unit: 'cipta-karya',
    title: 'Penata Kelola Bangunan Gedung Ahli Muda Bidang Cipta Karya',
    shortTitle: 'Penata Kelola Bangunan, Cipta Karya',
    under: 'kabid-cipta-karya',
  }),
  functional(
    {
      key: 'arsiparis-pupr',
      unit: 'pupr-sekretariat',
      title: 'Arsiparis Terampil Dinas Pekerjaan Umum dan Penataan Ruang',
      shortTitle: 'Arsiparis, Dinas PUPR',
      under: 'sekretaris-pupr',
    },
    ['archivist'],
  ),
];

export const WORKS_AND_INFORMATICS_POSITIONS: readonly DemoPosition[] = [...informatics, ...publicWorks];
