const SENTENCES = {
  message_unreadable: 'Surel ini rusak atau terlalu rumit sehingga tidak dapat dibaca. Buka surel aslinya.',
  message_too_large: 'Surel ini melebihi 50 MB sehingga tidak dibaca. Minta pengirim membagi lampirannya.',
  message_incomplete: 'Sebagian surel rusak atau terpotong. Bandingkan dengan surel aslinya.',
  containers_left_closed: 'Surel di dalam surel tidak dapat dibuka dengan aman dan disimpan apa adanya.',
  text_unreadable: 'Isi surel tidak dapat diubah menjadi teks. Baca isinya pada surel asli.',
  text_cut: 'Isi surel terlalu panjang dan dipotong. Baca lengkapnya pada surel asli.',
  embedded_broken: 'Surel terlampir tidak dapat dibuka dan disimpan apa adanya.',
  outlook_broken: 'Berkas Outlook (.msg) rusak dan disimpan apa adanya.',
  tnef_broken: 'Berkas winmail.dat rusak; hanya bagian yang utuh yang diambil.',
  too_deep: 'Surel terlampir bersarang terlalu dalam dan disimpan apa adanya.',
  too_many_attachments: 'Lampiran melebihi 50 berkas; sisanya tidak diambil. Lihat surel aslinya.',
  attachments_too_large: 'Lampiran melebihi 100 MB; sebagian tidak diambil. Lihat surel aslinya.',
  attachment_empty: 'Lampiran kosong atau rusak dan tidak diambil.',
  attachment_not_document: 'Lampiran bukan dokumen atau gambar sehingga tidak diambil.',
  inline_image_dropped: 'Gambar kecil di dalam isi surel (logo atau tanda tangan) tidak diambil.',
} as const;

export type IntakeProblemCode = keyof typeof SENTENCES;

/** Something of a message that could not be taken as it is. */
export interface IntakeProblem {
  readonly code: IntakeProblemCode;
  /** An Indonesian sentence for the clerk. */
  readonly message: string;
  /** File name of the part concerned; null when it is the message itself. */
  readonly fileName: string | null;
  /** How many parts it happened to. */
  readonly count: number;
}

export function intakeProblem(code: IntakeProblemCode, fileName: string | null = null): IntakeProblem {
  return { code, message: SENTENCES[code], fileName, count: 1 };
}
