import type { Assumptions } from '../../../server/reports/contract.ts';

export interface AssumptionInfo {
  key: keyof Assumptions;
  label: string;
  note: string;
  unit: string;
  max: number;
  isWhole: boolean;
}

/** The numbers of the formula as the screen asks for them; the limits are those of the server. */
export const assumptionList: readonly AssumptionInfo[] = [
  {
    key: 'paperRupiahPerRim',
    label: 'Harga kertas',
    note: 'Satu rim, 500 lembar A4',
    unit: 'Rp/rim',
    max: 10_000_000,
    isWhole: true,
  },
  {
    key: 'tonerRupiahPerPage',
    label: 'Toner',
    note: 'Setiap lembar tercetak',
    unit: 'Rp/lbr',
    max: 100_000,
    isWhole: true,
  },
  {
    key: 'courierRupiahPerDelivery',
    label: 'Ongkos kirim',
    note: 'Setiap penerima di luar unit',
    unit: 'Rp/surat',
    max: 10_000_000,
    isWhole: true,
  },
  {
    key: 'draftReprints',
    label: 'Cetak ulang konsep',
    note: 'Sebelum ditandatangani',
    unit: 'kali',
    max: 50,
    isWhole: true,
  },
  {
    key: 'dispositionCopies',
    label: 'Salinan disposisi',
    note: 'Setiap surat masuk',
    unit: 'salinan',
    max: 50,
    isWhole: true,
  },
  { key: 'kilogramsPerRim', label: 'Berat satu rim', note: 'A4 70 g/m²', unit: 'kg', max: 20, isWhole: false },
];
