import type { HandlingGrade, LetterType, SecurityClass } from '../../../server/letters/contract.ts';

export const typeNames: Record<LetterType, string> = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' };

export const gradeNames: Record<HandlingGrade, string> = {
  biasa: 'Biasa',
  segera: 'Segera',
  sangat_segera: 'Sangat segera',
};

export const securityNames: Record<SecurityClass, string> = {
  B: 'Biasa/terbuka (B)',
  T: 'Terbatas (T)',
  R: 'Rahasia (R)',
  SR: 'Sangat rahasia (SR)',
};
