import type {
  BodyBlock,
  BodyDocument,
  BodyList,
  BodyListItem,
  BodyParagraph,
  BodyTable,
} from '../../server/pdf/letter-sheet.ts';
import type { LetterSheet } from '../../server/pdf/letter-sheet.ts';

/** Letters that together touch every part of the templates; used by tests and by the conformance run. */

export function paragraph(
  text: string,
  textAlign: 'left' | 'center' | 'right' | 'justify' | null = null,
): BodyParagraph {
  return { type: 'paragraph', attrs: { textAlign }, content: text === '' ? [] : [{ type: 'text', text }] };
}

export function item(...content: (string | BodyBlock)[]): BodyListItem {
  return { type: 'listItem', content: content.map((part) => (typeof part === 'string' ? paragraph(part) : part)) };
}

export function ordered(...items: (string | BodyListItem)[]): BodyList {
  return { type: 'orderedList', content: items.map((entry) => (typeof entry === 'string' ? item(entry) : entry)) };
}

export function bulleted(...items: (string | BodyListItem)[]): BodyList {
  return { type: 'bulletList', content: items.map((entry) => (typeof entry === 'string' ? item(entry) : entry)) };
}

export function table(head: string[], rows: string[][]): BodyTable {
  const cells = (type: 'tableHeader' | 'tableCell') => (text: string) =>
    ({ type, content: [paragraph(text)] }) as const;
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: head.map(cells('tableHeader')) },
      ...rows.map((row) => ({ type: 'tableRow' as const, content: row.map(cells('tableCell')) })),
    ],
  };
}

export function body(...content: (string | BodyBlock)[]): BodyDocument {
  return { type: 'doc', content: content.map((part) => (typeof part === 'string' ? paragraph(part) : part)) };
}

const OPENING =
  'Menindaklanjuti hasil rapat koordinasi penyelenggaraan Sistem Pemerintahan Berbasis Elektronik tingkat provinsi pada tanggal 12 November 2026 dan dalam rangka menjamin keseragaman tata naskah dinas di lingkungan Pemerintah Provinsi Kalimantan Barat, dengan hormat kami sampaikan bahwa mulai tanggal 4 Januari 2027 seluruh naskah dinas keluar disusun, diparaf, diberi nomor, dan ditandatangani secara elektronik melalui aplikasi Lontar.';
const OUTAGE =
  'Dalam hal terjadi gangguan jaringan atau listrik yang menyebabkan aplikasi tidak dapat digunakan lebih dari 2 (dua) jam, perangkat daerah dapat menggunakan tata cara darurat dengan nomor cadangan yang telah dialokasikan. Naskah dinas yang diterbitkan melalui tata cara darurat wajib direkam ke dalam aplikasi paling lambat 1 (satu) hari kerja setelah layanan pulih.';
const CLOSING = 'Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.';

const DUTIES = ordered(
  item(
    'memutakhirkan data pejabat penanda tangan, pejabat pemaraf, dan petugas pencatat surat pada setiap unit kerja, dengan ketentuan:',
    ordered(
      'nama, NIP, pangkat, golongan ruang, dan jabatan sesuai dengan keputusan terakhir;',
      'alamat pos-el kedinasan dan nomor telepon seluler yang masih digunakan; dan',
      'status sertifikat elektronik beserta tanggal berakhirnya;',
    ),
  ),
  'mengajukan penerbitan atau pembaruan sertifikat elektronik bagi pejabat yang belum memilikinya atau yang masa berlakunya berakhir sebelum tanggal 31 Maret 2027;',
  'menunjuk paling sedikit 2 (dua) orang petugas pencatat surat dan 1 (satu) orang arsiparis sebagai pengelola naskah dinas elektronik pada unit kearsipan perangkat daerah; dan',
  'menutup register nomor surat keluar tahun 2026 paling lambat pada tanggal 31 Desember 2026 pukul 16.00 WIB sehingga penomoran tahun 2027 dimulai dari nomor 1 (satu).',
);

const SCHEDULE = table(
  ['No.', 'Tahapan', 'Waktu', 'Penanggung Jawab'],
  [
    ['1', 'Penyampaian data pejabat', 's.d. 4 Desember 2026', 'Seluruh perangkat daerah'],
    [
      '2',
      'Verifikasi data dan pengajuan sertifikat elektronik',
      '7–11 Desember 2026',
      'Bidang Persandian dan Keamanan Informasi',
    ],
    ['3', 'Pelatihan petugas pencatat surat dan arsiparis', '14–18 Desember 2026', 'Bidang Aplikasi Informatika'],
    ['4', 'Uji coba terbatas pada lima perangkat daerah', '21–24 Desember 2026', 'Bidang Aplikasi Informatika'],
    ['5', 'Penutupan register dan penetapan format nomor', '28–31 Desember 2026', 'Biro Umum dan unit kearsipan'],
    ['6', 'Penerapan penuh', '4 Januari 2027', 'Seluruh perangkat daerah'],
  ],
);

/** A complete surat dinas of one page; `changes` replaces whole fields. */
export function suratDinas(changes: Partial<LetterSheet> = {}): LetterSheet {
  return {
    documentType: 'surat_dinas',
    stage: 'final',
    letterhead: {
      government: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
      unitName: 'DINAS KOMUNIKASI DAN INFORMATIKA',
      addressLines: [
        'Jalan Bina Karya Nomor 17, Pontianak, Kalimantan Barat 78124',
        'Telepon (0561) 555-0117, laman diskominfo.contoh.go.id, pos-el diskominfo@contoh.go.id',
      ],
    },
    place: 'Pontianak',
    date: '2026-11-24',
    expectedMonth: '2026-11',
    number: '500.12.11.2/1487/DISKOMINFO-A',
    numberPattern: '500.12.11.2/……/DISKOMINFO-A',
    handlingGrade: 'Segera',
    securityClass: 'B',
    attachmentText: '1 (satu) berkas',
    subject: 'Pemutakhiran Data Pejabat Penanda Tangan dan Penerapan Naskah Dinas Elektronik Tahun 2027',
    recipients: [
      {
        lines: ['Sekretaris Perangkat Daerah', 'di Lingkungan Pemerintah Provinsi Kalimantan Barat'],
        place: 'Pontianak',
      },
    ],
    sender: null,
    body: body(OPENING, CLOSING),
    signatory: {
      actingPrefix: null,
      onBehalfLine: null,
      subDelegatedLine: null,
      officeLine: 'KEPALA DINAS KOMUNIKASI DAN INFORMATIKA PROVINSI KALIMANTAN BARAT',
      name: 'Ratna Dewi Anggraini, S.Sos., M.A.P.',
      rank: 'Pembina Tingkat I (IV/b)',
      nip: '19740816 199903 2 004',
      isRegionalHead: false,
    },
    carbonCopies: [
      'Gubernur Kalimantan Barat (sebagai laporan)',
      'Sekretaris Daerah Provinsi Kalimantan Barat',
      'Kepala Dinas Perpustakaan dan Kearsipan Provinsi Kalimantan Barat',
      'Kepala Biro Umum Sekretariat Daerah Provinsi Kalimantan Barat',
    ],
    verification: { url: 'https://lontar.contoh.go.id/v/q4Zt0fXk2mB7cR9sLw1yDg', shortCode: '7Q4K-9ZP2-XWMB' },
    footer: {
      sentence:
        'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara. Keaslian dokumen dapat diperiksa dengan memindai kode QR atau melalui lontar.contoh.go.id/v dengan kode 7Q4K-9ZP2-XWMB.',
      isDemo: false,
    },
    ...changes,
  };
}

const NOTE_BODY = body(
  'Menindaklanjuti disposisi Bapak Kepala Dinas tanggal 9 November 2026 atas Surat Sekretaris Daerah Nomor 500.12/1902/SETDA-ORG tanggal 5 November 2026, bersama ini kami laporkan hasil uji coba aplikasi Lontar yang dilaksanakan pada tanggal 10 sampai dengan 20 November 2026 sebagai berikut:',
  ordered(
    'Uji coba diikuti oleh 5 (lima) perangkat daerah dengan 142 pengguna aktif. Sebanyak 876 naskah dinas telah diproses, terdiri atas 431 surat masuk, 298 surat keluar, dan 147 nota dinas.',
    'Rata-rata waktu penyelesaian surat keluar, sejak konsep diajukan sampai dengan ditandatangani, menurun dari 2,8 hari menjadi 0,9 hari kerja.',
    item(
      'Kendala yang masih memerlukan penanganan adalah:',
      ordered(
        'sertifikat elektronik 7 (tujuh) pejabat telah berakhir masa berlakunya;',
        'jaringan pada 2 (dua) unit pelaksana teknis belum stabil pada jam sibuk; dan',
        'penulisan kode klasifikasi belum seragam pada 11% surat keluar.',
      ),
    ),
  ),
  'Berdasarkan hal tersebut, kami mengusulkan agar:',
  ordered(
    'pembaruan sertifikat elektronik dijadwalkan bersama Bidang Persandian dan Keamanan Informasi paling lambat tanggal 4 Desember 2026;',
    'unit pelaksana teknis memperoleh jalur cadangan sebelum penerapan penuh; dan',
    'pelatihan penentuan kode klasifikasi diselenggarakan bersama Dinas Perpustakaan dan Kearsipan.',
  ),
  'Demikian kami laporkan. Mohon arahan Bapak Kepala Dinas lebih lanjut.',
);

export function notaDinas(changes: Partial<LetterSheet> = {}): LetterSheet {
  return suratDinas({
    documentType: 'nota_dinas',
    number: '500.12.11.2/318/ND/APTIKA',
    handlingGrade: 'Biasa',
    subject: 'Laporan Hasil Uji Coba Aplikasi Lontar pada Lima Perangkat Daerah dan Usulan Tindak Lanjut',
    recipients: [{ lines: ['Kepala Dinas Komunikasi dan Informatika'], place: null }],
    sender: 'Kepala Bidang Aplikasi Informatika',
    carbonCopies: ['Sekretaris Dinas Komunikasi dan Informatika'],
    signatory: {
      ...suratDinas().signatory,
      officeLine: 'KEPALA BIDANG\nAPLIKASI INFORMATIKA',
      name: 'Fajar Nugroho Saputra, S.Kom., M.Kom.',
      rank: 'Pembina (IV/a)',
      nip: '19800227 200501 1 007',
    },
    body: NOTE_BODY,
    ...changes,
  });
}

function nested(depth: number, kind: 'orderedList' | 'bulletList' = 'orderedList'): BodyList {
  const text = `Tingkat ${7 - depth} menguraikan ketentuan pelaksanaan yang cukup panjang sehingga baris kedua menggantung pada teksnya sendiri`;
  const rest: BodyBlock[] = depth > 1 ? [nested(depth - 1, kind)] : [];
  return { type: kind, content: [item(text, ...rest), item('Butir kedua pada tingkat yang sama.')] };
}

const WIDE_TABLE = table(
  ['No.', 'Perangkat Daerah', 'Pagu (Rp)', 'Realisasi (Rp)', 'Sisa (Rp)', 'Persen', 'Penanggungjawab', 'Keterangan'],
  [
    [
      '1',
      'Dinas Komunikasi dan Informatika',
      '12.500.000.000',
      '11.750.250.000',
      '749.750.000',
      '94,0',
      'Kepala Dinas',
      'Selesai',
    ],
    [
      '2',
      'Dinas Perpustakaan dan Kearsipan',
      '8.250.000.000',
      '6.187.500.000',
      '2.062.500.000',
      '75,0',
      'Sekretaris',
      'Dalam proses',
    ],
  ],
);

const LONG_TABLE = table(
  ['No.', 'Nama', 'Jabatan', 'Unit Kerja'],
  Array.from({ length: 45 }, (_, index) => [
    String(index + 1),
    `Pegawai Contoh ${index + 1}, S.Kom.`,
    'Pranata Komputer Ahli Muda',
    'Bidang Aplikasi Informatika',
  ]),
);

const SPANNED_TABLE: BodyTable = {
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [
        { type: 'tableHeader', attrs: { rowspan: 2 }, content: [paragraph('No.')] },
        { type: 'tableHeader', attrs: { rowspan: 2 }, content: [paragraph('Kegiatan')] },
        { type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('Target')] },
      ],
    },
    {
      type: 'tableRow',
      content: [
        { type: 'tableHeader', content: [paragraph('Triwulan I')] },
        { type: 'tableHeader', content: [paragraph('Triwulan II')] },
      ],
    },
    {
      type: 'tableRow',
      content: [
        { type: 'tableCell', content: [paragraph('1')] },
        { type: 'tableCell', content: [paragraph('Pelatihan:'), ordered('arsiparis; dan', 'pencatat surat.')] },
        { type: 'tableCell', attrs: { colspan: 2 }, content: [paragraph('40 orang', 'center')] },
      ],
    },
  ],
};

const EMPHASIS: BodyDocument = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Naskah ini memuat ' },
        { type: 'text', text: 'huruf tebal', marks: [{ type: 'bold' }] },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'huruf miring', marks: [{ type: 'italic' }] },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'garis bawah', marks: [{ type: 'underline' }] },
        { type: 'text', text: ', dan ' },
        { type: 'text', text: 'ketiganya', marks: [{ type: 'bold' }, { type: 'italic' }, { type: 'underline' }] },
        { type: 'text', text: '. Teks seperti #panic("x") $x$ *bukan tebal* @ref <label> \\u{41} dicetak apa adanya.' },
        { type: 'hardBreak' },
        { type: 'text', text: 'Baris ini dimulai setelah ganti baris.' },
      ],
    },
    paragraph('Acara Rapat Koordinasi', 'center'),
    paragraph(
      'Rata kiri dengan kalimat yang cukup panjang untuk melewati satu baris sehingga tepi kanannya tidak rata.',
      'left',
    ),
    paragraph('Rata kanan', 'right'),
    paragraph(''),
    bulleted('butir pertama;', item('butir kedua, dengan rincian:', bulleted('rincian satu; dan', 'rincian dua.'))),
    paragraph(CLOSING),
  ],
};

const longText = (paragraphs: number) =>
  Array.from({ length: paragraphs }, (_, index) => (index % 2 === 0 ? OPENING : OUTAGE));

const office = (changes: Partial<LetterSheet['signatory']>): LetterSheet['signatory'] => ({
  ...suratDinas().signatory,
  ...changes,
});

/** Name -> sheet. */
export function corpus(): Record<string, LetterSheet> {
  return {
    short: suratDinas(),
    standard: suratDinas({
      body: body(
        OPENING,
        'Sehubungan dengan hal tersebut, kami mohon kesediaan Saudara untuk:',
        DUTIES,
        'Jadwal pelaksanaan dan penanggung jawab setiap tahapan adalah sebagai berikut:',
        SCHEDULE,
        'Data sebagaimana dimaksud pada angka 1 disampaikan melalui menu Pemutakhiran Pejabat pada aplikasi Lontar dengan mengunggah salinan keputusan terakhir.',
        OUTAGE,
        CLOSING,
      ),
      signatory: office({
        onBehalfLine: 'a.n. KEPALA DINAS KOMUNIKASI DAN INFORMATIKA PROVINSI KALIMANTAN BARAT',
        officeLine: 'SEKRETARIS',
      }),
    }),
    note: notaDinas(),
    noteDraft: notaDinas({ stage: 'draft', number: null, date: null, verification: null }),
    fivePages: suratDinas({ body: body(...longText(28), CLOSING) }),
    sixLevels: suratDinas({
      body: body('Ketentuan pelaksanaan adalah sebagai berikut:', nested(6), nested(6, 'bulletList'), CLOSING),
    }),
    wideTable: suratDinas({ body: body('Realisasi anggaran adalah sebagai berikut:', WIDE_TABLE, CLOSING) }),
    longTable: suratDinas({ body: body('Daftar peserta adalah sebagai berikut:', LONG_TABLE, CLOSING) }),
    spannedTable: suratDinas({ body: body('Target kegiatan adalah sebagai berikut:', SPANNED_TABLE, CLOSING) }),
    emphasis: suratDinas({ body: EMPHASIS }),
    longSubject: suratDinas({
      subject: `${suratDinas().subject} serta Penyampaian Hasil Evaluasi Pelaksanaan Sistem Pemerintahan Berbasis Elektronik pada Seluruh Perangkat Daerah dan Badan Usaha Milik Daerah`,
    }),
    twelveRecipients: suratDinas({
      recipients: Array.from({ length: 12 }, (_, index) => ({
        lines: [`Kepala Perangkat Daerah Contoh ${index + 1}`],
        place: 'Pontianak',
      })),
    }),
    annexedRecipients: suratDinas({
      recipients: Array.from({ length: 30 }, (_, index) => ({
        lines: [`Kepala Perangkat Daerah Contoh ${index + 1}`],
        place: index % 2 === 0 ? 'Pontianak' : 'Singkawang',
      })),
    }),
    mixedPlaces: suratDinas({
      recipients: [
        { lines: ['Bupati Sambas'], place: 'Sambas' },
        { lines: ['Wali Kota Singkawang'], place: 'Singkawang' },
      ],
    }),
    tenCopies: suratDinas({
      carbonCopies: Array.from({ length: 10 }, (_, index) => `Kepala Biro Contoh ${index + 1}`),
    }),
    noCopies: suratDinas({ carbonCopies: [] }),
    oneCopy: suratDinas({ carbonCopies: ['Sekretaris Daerah Provinsi Kalimantan Barat'] }),
    subDelegated: suratDinas({
      signatory: office({
        onBehalfLine: 'a.n. GUBERNUR KALIMANTAN BARAT',
        subDelegatedLine: 'SEKRETARIS DAERAH',
        officeLine: 'ASISTEN ADMINISTRASI UMUM',
        actingPrefix: 'Plh.',
      }),
    }),
    acting: suratDinas({ signatory: office({ actingPrefix: 'Plt.' }) }),
    governor: suratDinas({
      signatory: office({ officeLine: 'GUBERNUR KALIMANTAN BARAT', name: 'Arifin Budi Santoso', isRegionalHead: true }),
    }),
    draft: suratDinas({ stage: 'draft', number: null, date: null, verification: null }),
    toSign: suratDinas({ stage: 'to_sign', number: null, date: null, verification: null }),
    secret: suratDinas({ securityClass: 'R', body: body(...longText(8), CLOSING) }),
    demo: suratDinas({
      footer: {
        sentence:
          'Ditandatangani secara elektronik dengan sertifikat contoh yang dibuat oleh aplikasi Lontar. Keaslian dokumen dapat diperiksa melalui kode QR.',
        isDemo: true,
      },
    }),
    closingOnNewPage: suratDinas({ body: body(...longText(3), OUTAGE, CLOSING), carbonCopies: [] }),
    longUnitName: suratDinas({
      letterhead: {
        government: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
        unitName: 'DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA',
        addressLines: ['Jalan Contoh Nomor 1, Pontianak 78111', 'laman contoh.go.id, pos-el contoh@contoh.go.id'],
      },
    }),
  };
}
