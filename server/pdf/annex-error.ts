export type AnnexErrorCode = 'not_a_document' | 'encrypted' | 'too_large' | 'too_many_pages' | 'damaged';

/** Limits of one annex. */
export const ANNEX_LIMITS = { sizeBytes: 25 * 1024 * 1024, pages: 100 } as const;

const MESSAGES: Record<AnnexErrorCode, string> = {
  not_a_document: 'Lampiran harus berupa PDF, PNG, atau JPEG. Ubah berkas ke salah satu format itu lalu unggah lagi.',
  encrypted: 'PDF ini terkunci kata sandi. Buka kuncinya, simpan tanpa kata sandi, lalu unggah lagi.',
  too_large: 'Ukuran lampiran melebihi 25 MB. Perkecil atau bagi berkas itu lalu unggah lagi.',
  too_many_pages: 'Lampiran melebihi 100 halaman. Bagi menjadi beberapa berkas lalu unggah lagi.',
  damaged: 'Berkas lampiran rusak sehingga tidak dapat dibaca. Simpan ulang dari aplikasi asalnya lalu unggah lagi.',
};

/** Why a file cannot become an annex; the message is for people. */
export class AnnexError extends Error {
  readonly code: AnnexErrorCode;

  constructor(code: AnnexErrorCode, cause?: unknown) {
    super(MESSAGES[code], { cause });
    this.name = 'AnnexError';
    this.code = code;
  }
}
