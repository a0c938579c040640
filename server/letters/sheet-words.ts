import type { Config } from '../config.ts';

const COUNT_WORDS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];

/** Value of "Lampiran": `-`, or the number in figures and words. */
export function attachmentText(count: number): string {
  if (count === 0) return '-';
  const words = COUNT_WORDS[count];
  return words === undefined ? `${count} berkas` : `${count} (${words}) berkas`;
}

/** Foot sentence of every page; it names the provider really used. */
export function footerSentence(config: Pick<Config, 'isDemo' | 'publicUrl'>, shortCode: string | undefined): string {
  const issuer = config.isDemo
    ? 'sertifikat elektronik demonstrasi Lontar'
    : 'sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara';
  const where = `${new URL(config.publicUrl).host}/periksa`;
  const how =
    shortCode === undefined
      ? `melalui ${where}`
      : `dengan memindai kode QR atau melalui ${where} dengan kode ${shortCode}`;
  return `Dokumen ini ditandatangani secara elektronik menggunakan ${issuer}. Keaslian dokumen dapat diperiksa ${how}.`;
}
