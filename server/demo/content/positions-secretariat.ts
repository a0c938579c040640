import { functional, staff, structural } from './position.ts';
import type { DemoPosition } from './position.ts';

const leaders: readonly DemoPosition[] = [
  structural(
    { key: 'gubernur', unit: 'pemprov', title: 'Gubernur Kalimantan Barat', shortTitle: 'Gubernur', under: null },
    { echelon: null },
  ),
  structural(
    {
      key: 'wagub',
      unit: 'pemprov',
      title: 'Wakil Gubernur Kalimantan Barat',
      shortTitle: 'Wakil Gubernur',
      under: 'gubernur',
    },
    { echelon: null, isUnitHead: false },
  ),
  structural(
    { key: 'sekda', unit: 'setda', title: 'Sekretaris Daerah', shortTitle: 'Sekda', under: 'gubernur' },
    { echelon: 'I.b' },
  ),
  structural(
    {
      key: 'asisten-1',
      unit: 'asisten-1',
      title: 'Asisten Pemerintahan dan Kesejahteraan Rakyat',
      shortTitle: 'Asisten I',
      under: 'sekda',
    },
    { echelon: 'II.a', coordinates: ['kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd'] },
  ),
  structural(
    {
      key: 'asisten-2',
      unit: 'asisten-2',
      title: 'Asisten Perekonomian dan Pembangunan',
      shortTitle: 'Asisten II',
      under: 'sekda',
    },
    { echelon: 'II.a', coordinates: ['kadis-pupr'] },
  ),
  structural(
    {
      key: 'asisten-3',
      unit: 'asisten-3',
      title: 'Asisten Administrasi Umum',
      shortTitle: 'Asisten III',
      under: 'sekda',
    },
    { echelon: 'II.a', coordinates: ['kadis-kominfo', 'kadis-dpk'] },
  ),
];

const generalAffairs: readonly DemoPosition[] = [
  structural(
    {
      key: 'karo-umum',
      unit: 'biro-umum',
      title: 'Kepala Biro Umum',
      shortTitle: 'Karo Umum',
      under: 'asisten-3',
    },
    { echelon: 'II.b' },
  ),
  structural(
    {
      key: 'kabag-tu',
      unit: 'bagian-tu',
      title: 'Kepala Bagian Tata Usaha dan Persuratan',
      shortTitle: 'Kabag TU',
      under: 'karo-umum',
    },
    { echelon: 'III.a' },
  ),
  structural(
    {
      key: 'kasubbag-tu-sekda',
      unit: 'bagian-tu',
      title: 'Kepala Subbagian Tata Usaha Sekretaris Daerah',
      shortTitle: 'Kasubbag TU Sekda',
      under: 'kabag-tu',
    },
    { echelon: 'IV.a', isUnitHead: false, secretaryOf: 'sekda' },
  ),
  staff(
    {
      key: 'tu-setda',
      unit: 'bagian-tu',
      title: 'Pengadministrasi Persuratan Sekretariat Daerah',
      shortTitle: 'TU Setda',
      under: 'kabag-tu',
    },
    ['registry'],
  ),
  functional(
    {
      key: 'arsiparis-setda',
      unit: 'bagian-tu',
      title: 'Arsiparis Ahli Muda Sekretariat Daerah',
      shortTitle: 'Arsiparis, Biro Umum',
      under: 'kabag-tu',
    },
    ['archivist'],
  ),
];

const otherBureaus: readonly DemoPosition[] = [
  structural(
    {
      key: 'karo-hukum',
      unit: 'biro-hukum',
      title: 'Kepala Biro Hukum',
      shortTitle: 'Karo Hukum',
      under: 'asisten-1',
    },
    { echelon: 'II.b' },
  ),
  functional({
    key: 'perancang-hukum',
    unit: 'biro-hukum',
    title: 'Perancang Peraturan Perundang-undangan Ahli Muda',
    shortTitle: 'Perancang Peraturan, Biro Hukum',
    under: 'karo-hukum',
  }),
  structural(
    {
      key: 'karo-organisasi',
      unit: 'biro-organisasi',
      title: 'Kepala Biro Organisasi',
      shortTitle: 'Karo Organisasi',
      under: 'asisten-3',
    },
    { echelon: 'II.b' },
  ),
  functional({
    key: 'analis-organisasi',
    unit: 'biro-organisasi',
    title: 'Analis Kebijakan Ahli Muda Biro Organisasi',
    shortTitle: 'Analis Kebijakan, Biro Organisasi',
    under: 'karo-organisasi',
  }),
];

const inspectorate: readonly DemoPosition[] = [
  structural(
    { key: 'inspektur', unit: 'inspektorat', title: 'Inspektur', shortTitle: 'Inspektur', under: 'sekda' },
    { echelon: 'II.a' },
  ),
  functional(
    {
      key: 'auditor',
      unit: 'inspektorat',
      title: 'Auditor Ahli Muda Inspektorat Daerah',
      shortTitle: 'Auditor, Inspektorat',
      under: 'inspektur',
    },
    ['auditor'],
  ),
  staff(
    {
      key: 'tu-inspektorat',
      unit: 'inspektorat',
      title: 'Pengadministrasi Persuratan Inspektorat Daerah',
      shortTitle: 'TU Inspektorat',
      under: 'inspektur',
    },
    ['registry'],
  ),
];

export const SECRETARIAT_POSITIONS: readonly DemoPosition[] = [
  ...leaders,
  ...generalAffairs,
  ...otherBureaus,
  ...inspectorate,
];
