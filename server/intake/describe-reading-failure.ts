import type { ReadingFailureCode } from '../reading/reading.ts';

const SENTENCES: Record<ReadingFailureCode, string> = {
  encrypted: 'dilindungi kata sandi sehingga halamannya tidak dapat dibuka. Minta salinan tanpa kata sandi',
  damaged: 'rusak atau tidak lengkap sehingga halamannya tidak dapat dibuka. Pindai ulang bila suratnya ada',
  too_many_pages: 'berisi terlalu banyak halaman untuk dibaca',
  too_large: 'berisi halaman atau gambar yang terlalu besar untuk dibaca. Pindai ulang dengan resolusi 300 dpi',
  timeout: 'terlalu lama dibaca sehingga pembacaan dihentikan',
  crashed: 'tidak dapat dibaca: pembaca berhenti di tengah jalan',
  ocr_failed: 'sudah ditampilkan, tetapi tulisannya tidak dapat dikenali',
  unsupported: 'bukan dokumen yang dapat dibaca',
};

/** What the clerk reads above the form: what went wrong, that nothing is lost, and what to do. */
export function describeReadingFailure(code: ReadingFailureCode, fileName: string): string {
  return `Berkas ${fileName} ${SENTENCES[code]}. Berkas aslinya tersimpan utuh; isi data surat dengan tangan.`;
}
