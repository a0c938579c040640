import { agencyUnit, innerUnit } from './unit.ts';
import type { DemoUnit } from './unit.ts';

const root: DemoUnit = {
  key: 'pemprov',
  parent: null,
  kind: 'root',
  name: 'Pemerintah Provinsi Kalimantan Barat (demonstrasi)',
  shortName: 'Pemprov Kalbar',
  numberingCode: 'GUB',
  isOpd: false,
  letterhead: {
    government: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
    unitName: 'GUBERNUR KALIMANTAN BARAT',
    addressLines: ['Jalan Jenderal Ahmad Yani, Pontianak, Kalimantan Barat 78124'],
  },
  place: 'Pontianak',
  email: null,
};

const secretariat: readonly DemoUnit[] = [
  agencyUnit({
    key: 'setda',
    parent: 'pemprov',
    kind: 'setda',
    name: 'Sekretariat Daerah',
    shortName: 'Setda',
    numberingCode: 'UM',
    address: 'Jalan Jenderal Ahmad Yani, Pontianak, Kalimantan Barat 78124',
    telephone: '(0561) 555-0101',
    mailName: 'setda',
  }),
  innerUnit('setda', 'asisten', ['asisten-1', 'Asisten Pemerintahan dan Kesejahteraan Rakyat', 'Asisten I', 'AS-I']),
  innerUnit('setda', 'asisten', ['asisten-2', 'Asisten Perekonomian dan Pembangunan', 'Asisten II', 'AS-II']),
  innerUnit('setda', 'asisten', ['asisten-3', 'Asisten Administrasi Umum', 'Asisten III', 'AS-III']),
  innerUnit('asisten-3', 'biro', ['biro-umum', 'Biro Umum', 'Biro Umum', 'BIRO-UM']),
  innerUnit('biro-umum', 'bagian', ['bagian-tu', 'Bagian Tata Usaha dan Persuratan', 'Bagian TU', 'TU']),
  innerUnit('asisten-1', 'biro', ['biro-hukum', 'Biro Hukum', 'Biro Hukum', 'HK']),
  innerUnit('asisten-3', 'biro', ['biro-organisasi', 'Biro Organisasi', 'Biro Organisasi', 'ORG']),
];

const informatics: readonly DemoUnit[] = [
  agencyUnit({
    key: 'kominfo',
    parent: 'pemprov',
    kind: 'dinas',
    name: 'Dinas Komunikasi dan Informatika',
    shortName: 'Diskominfo',
    numberingCode: 'DISKOMINFO',
    address: 'Jalan Bina Karya Nomor 17, Pontianak, Kalimantan Barat 78124',
    telephone: '(0561) 555-0117',
    mailName: 'diskominfo',
  }),
  innerUnit('kominfo', 'bagian', ['kominfo-sekretariat', 'Sekretariat Diskominfo', 'Sekretariat', 'KOMINFO-SEK']),
  innerUnit('kominfo', 'bidang', ['aptika', 'Bidang Aplikasi Informatika', 'Bidang Aptika', 'APTIKA']),
  innerUnit('kominfo', 'bidang', [
    'persandian',
    'Bidang Persandian dan Keamanan Informasi',
    'Bidang Persandian',
    'SANDI',
  ]),
  innerUnit('kominfo', 'bidang', ['ikp', 'Bidang Informasi dan Komunikasi Publik', 'Bidang IKP', 'IKP']),
];

const publicWorks: readonly DemoUnit[] = [
  agencyUnit({
    key: 'pupr',
    parent: 'pemprov',
    kind: 'dinas',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    shortName: 'Dinas PUPR',
    numberingCode: 'PUPR',
    address: 'Jalan Tanjung Raya Hulu Nomor 8, Pontianak, Kalimantan Barat 78232',
    telephone: '(0561) 555-0123',
    mailName: 'pupr',
  }),
  innerUnit('pupr', 'bagian', ['pupr-sekretariat', 'Sekretariat Dinas PUPR', 'Sekretariat', 'PUPR-SEK']),
  innerUnit('pupr', 'bidang', ['bina-marga', 'Bidang Bina Marga', 'Bidang Bina Marga', 'BM']),
  innerUnit('pupr', 'bidang', ['cipta-karya', 'Bidang Cipta Karya', 'Bidang Cipta Karya', 'CK']),
  innerUnit('pupr', 'bidang', ['sda', 'Bidang Sumber Daya Air', 'Bidang SDA', 'SDA']),
  innerUnit('pupr', 'uptd', ['upt-sintang', 'UPT Peralatan Sintang', 'UPT Sintang', 'UPT-STG']),
];

const education: readonly DemoUnit[] = [
  agencyUnit({
    key: 'dikbud',
    parent: 'pemprov',
    kind: 'dinas',
    name: 'Dinas Pendidikan dan Kebudayaan',
    shortName: 'Dikbud',
    numberingCode: 'DIKBUD',
    address: 'Jalan Sungai Raya Dalam Nomor 41, Pontianak, Kalimantan Barat 78117',
    telephone: '(0561) 555-0134',
    mailName: 'dikbud',
  }),
  innerUnit('dikbud', 'bagian', ['dikbud-sekretariat', 'Sekretariat Dikbud', 'Sekretariat', 'DIKBUD-SEK']),
  innerUnit('dikbud', 'bidang', ['smk', 'Bidang Pembinaan SMK', 'Bidang SMK', 'SMK']),
  innerUnit('dikbud', 'bidang', ['kebudayaan', 'Bidang Kebudayaan', 'Bidang Kebudayaan', 'BUD']),
];

const health: readonly DemoUnit[] = [
  agencyUnit({
    key: 'dinkes',
    parent: 'pemprov',
    kind: 'dinas',
    name: 'Dinas Kesehatan',
    shortName: 'Dinkes',
    numberingCode: 'DINKES',
    address: 'Jalan Danau Sentarum Nomor 26, Pontianak, Kalimantan Barat 78116',
    telephone: '(0561) 555-0142',
    mailName: 'dinkes',
  }),
  innerUnit('dinkes', 'bagian', ['dinkes-sekretariat', 'Sekretariat Dinkes', 'Sekretariat', 'DINKES-SEK']),
  innerUnit('dinkes', 'bidang', ['p2p', 'Bidang Pencegahan dan Pengendalian Penyakit', 'Bidang P2P', 'P2P']),
];

const disaster: readonly DemoUnit[] = [
  agencyUnit({
    key: 'bpbd',
    parent: 'pemprov',
    kind: 'badan',
    name: 'Badan Penanggulangan Bencana Daerah',
    shortName: 'BPBD',
    numberingCode: 'BPBD',
    address: 'Jalan Arteri Supadio Nomor 112, Kubu Raya, Kalimantan Barat 78391',
    telephone: '(0561) 555-0155',
    mailName: 'bpbd',
  }),
  innerUnit('bpbd', 'bagian', ['bpbd-sekretariat', 'Sekretariat BPBD', 'Sekretariat', 'BPBD-SEK']),
  innerUnit('bpbd', 'bidang', ['kedaruratan', 'Bidang Kedaruratan dan Logistik', 'Bidang Kedaruratan', 'KL']),
];

const archives: readonly DemoUnit[] = [
  agencyUnit({
    key: 'dpk',
    parent: 'pemprov',
    kind: 'dinas',
    name: 'Dinas Perpustakaan dan Kearsipan',
    shortName: 'DPK',
    numberingCode: 'DPK',
    address: 'Jalan Sultan Abdurrahman Nomor 73, Pontianak, Kalimantan Barat 78116',
    telephone: '(0561) 555-0168',
    mailName: 'dpk',
  }),
  innerUnit('dpk', 'bagian', ['dpk-sekretariat', 'Sekretariat DPK', 'Sekretariat', 'DPK-SEK']),
  innerUnit('dpk', 'bidang', ['kearsipan', 'Bidang Pembinaan dan Pengelolaan Kearsipan', 'Bidang Kearsipan', 'ARS']),
];

const inspectorate: readonly DemoUnit[] = [
  agencyUnit({
    key: 'inspektorat',
    parent: 'pemprov',
    kind: 'inspektorat',
    name: 'Inspektorat Daerah',
    shortName: 'Inspektorat',
    numberingCode: 'ITPROV',
    address: 'Jalan Sutan Syahrir Nomor 5, Pontianak, Kalimantan Barat 78116',
    telephone: '(0561) 555-0176',
    mailName: 'inspektorat',
  }),
];

/** Parents always come before their children. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  root,
  ...secretariat,
  ...informatics,
  ...publicWorks,
  ...education,
  ...health,
  ...disaster,
  ...archives,
  ...inspectorate,
];
