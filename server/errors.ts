/** Every refusal Lontar can give: the code is part of an endpoint's contract, the title is what a person reads. */
export const ERRORS = {
  invalid_input: { status: 422, title: 'Isian belum benar. Perbaiki bagian yang ditandai, lalu kirim lagi.' },
  malformed_request: { status: 400, title: 'Permintaan tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.' },
  unsupported_media: { status: 415, title: 'Jenis isi permintaan tidak didukung. Kirim sebagai JSON.' },
  payload_too_large: { status: 413, title: 'Kiriman terlalu besar. Kurangi ukurannya, lalu coba lagi.' },
  foreign_origin: {
    status: 403,
    title: 'Permintaan datang dari situs lain dan ditolak. Buka Lontar langsung dari alamatnya.',
  },
  unauthenticated: { status: 401, title: 'Sesi Anda telah berakhir. Masuk lagi untuk melanjutkan.' },
  wrong_credentials: { status: 401, title: 'NIP atau kata sandi salah. Periksa keduanya, lalu coba lagi.' },
  throttled: { status: 429, title: 'Terlalu banyak percobaan. Tunggu beberapa saat, lalu coba lagi.' },
  desk_required: { status: 400, title: 'Pilih jabatan pada "Bertindak sebagai" lebih dahulu.' },
  desk_invalid: {
    status: 403,
    title: 'Jabatan ini bukan milik Anda atau masa tugasnya sudah berakhir. Pilih jabatan lain.',
  },
  desk_read_only: {
    status: 403,
    title: 'Selama pelaksana harian bertugas, Anda hanya dapat membaca dari jabatan ini.',
  },
  forbidden: { status: 403, title: 'Anda tidak berhak membuka atau mengerjakan ini.' },
  not_found: { status: 404, title: 'Tidak ditemukan. Periksa alamatnya atau cari lewat Pencarian Arsip.' },
  wrong_state: {
    status: 409,
    title: 'Surat sudah berpindah keadaan, jadi tindakan ini tidak berlaku lagi. Muat ulang surat.',
  },
  stale_version: { status: 409, title: 'Surat sudah diubah di tempat lain. Lihat perubahannya sebelum melanjutkan.' },
  idempotency_key_missing: { status: 400, title: 'Permintaan tidak membawa kunci pengaman. Muat ulang halaman.' },
  idempotency_mismatch: {
    status: 422,
    title: 'Kunci pengaman yang sama dipakai untuk permintaan berbeda. Ulangi tindakan.',
  },
  invalid_letter_body: {
    status: 422,
    title: 'Isi surat memuat bagian yang tidak dapat dicetak. Perbaiki bagian yang disebut.',
  },
  letter_incomplete: { status: 422, title: 'Surat belum lengkap. Lengkapi bagian yang disebut sebelum diajukan.' },
  recipient_incomplete: { status: 422, title: 'Alamat penerima belum lengkap. Lengkapi sebelum surat diajukan.' },
  circuit_vacant: { status: 422, title: 'Ada jabatan kosong dalam alur. Ganti atau keluarkan jabatan itu dari alur.' },
  circuit_invalid: { status: 422, title: 'Alur paraf tidak benar. Periksa urutan dan jabatannya.' },
  register_missing: {
    status: 422,
    title: 'Unit penanda tangan belum mempunyai buku nomor untuk jenis naskah ini. Hubungi tata usaha.',
  },
  comment_required: { status: 422, title: 'Tulis alasan agar konseptor tahu apa yang harus diperbaiki.' },
  annex_not_document: { status: 422, title: 'Berkas lampiran bukan PDF atau gambar yang dapat dibaca.' },
  annex_encrypted: {
    status: 422,
    title: 'Lampiran dilindungi kata sandi. Simpan salinan tanpa kata sandi, lalu unggah lagi.',
  },
  annex_damaged: { status: 422, title: 'Lampiran rusak dan tidak dapat dibuka. Unggah berkas yang utuh.' },
  annex_too_large: { status: 413, title: 'Lampiran melebihi 25 MB. Perkecil atau pecah berkasnya, lalu unggah lagi.' },
  annex_too_many_pages: { status: 422, title: 'Lampiran melebihi 100 halaman. Pecah menjadi beberapa berkas.' },
  wrong_passphrase: { status: 422, title: 'Passphrase salah. Surat belum ditandatangani dan nomor belum diambil.' },
  certificate_missing: {
    status: 409,
    title: 'Anda belum mempunyai sertifikat elektronik yang berlaku. Hubungi administrator.',
  },
  certificate_expired: {
    status: 409,
    title: 'Sertifikat elektronik Anda sudah kedaluwarsa atau dicabut. Hubungi administrator.',
  },
  scan_not_document: {
    status: 422,
    title: 'Berkas bukan PDF, JPEG, PNG, atau TIFF. Simpan atau pindai dalam salah satu bentuk itu, lalu unggah lagi.',
  },
  already_registered: { status: 409, title: 'Berkas ini sudah diregistrasi. Buka suratnya dari Agenda Masuk.' },
  possible_duplicate: {
    status: 409,
    title:
      'Surat dengan asal dan nomor yang sama sudah terdaftar. Bandingkan, lalu nyatakan bukan duplikat bila berbeda.',
  },
  too_many_rows: { status: 422, title: 'Terlalu banyak baris untuk satu berkas. Persempit saringan tanggalnya.' },
  disposition_direction: {
    status: 422,
    title: 'Disposisi hanya untuk bawahan. Untuk atasan atau pejabat setara, buat nota dinas atau pilih Teruskan.',
  },
  deadline_after_parent: { status: 422, title: 'Tenggat tidak boleh melewati tenggat disposisi di atasnya.' },
  sheet_required: { status: 422, title: 'Lampirkan pindaian lembar disposisi yang ditulis pimpinan.' },
  children_open: {
    status: 409,
    title: 'Masih ada disposisi lanjutan yang terbuka. Tunggu selesai, atau tutup paksa dengan alasan.',
  },
  content_destroyed: {
    status: 410,
    title: 'Isi arsip ini telah dimusnahkan. Yang tersisa hanya metadata dan nilai hash-nya.',
  },
  not_due: {
    status: 422,
    title: 'Ada berkas yang tidak dapat diusulkan: retensinya belum habis, ditahan, atau sudah ada dalam usulan lain.',
  },
  nothing_to_dispose: {
    status: 422,
    title: 'Tidak ada berkas yang dapat disusutkan dalam usulan ini. Periksa daftarnya.',
  },
  people_missing: {
    status: 422,
    title: 'Susunan panitia, pelaksana, atau saksi belum lengkap. Lengkapi lebih dahulu.',
  },
  two_people: { status: 409, title: 'Tindakan ini harus dilakukan oleh orang lain.' },
  wrong_count: { status: 422, title: 'Jumlah berkas yang Anda ketik tidak sama. Periksa daftar, lalu ketik lagi.' },
  paper_unsigned: {
    status: 409,
    title: 'Naskah sebelumnya belum ditandatangani lengkap. Tunggu sampai semua menandatangani.',
  },
  internal: {
    status: 500,
    title: 'Terjadi kesalahan pada sistem. Pekerjaan Anda tidak hilang; coba lagi sebentar lagi.',
  },
  unavailable: { status: 503, title: 'Layanan sedang tidak tersedia. Coba lagi sebentar lagi.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One place of the input that must be mended: a dotted path into the request and an Indonesian sentence. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** The one error that verbs throw on purpose. In a worker it means "will never succeed". */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly fields: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, options: { detail?: string; fields?: FieldProblem[]; retryAfterSeconds?: number } = {}) {
    super(options.detail ?? ERRORS[code].title);
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
