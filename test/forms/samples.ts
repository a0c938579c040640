import type { AgendaBook, IncomingAgendaRow, OutgoingAgendaRow } from '../../server/forms/agenda-book.ts';
import type { DispositionCard } from '../../server/forms/disposition-card.ts';
import type { ChainNode, DispositionChain } from '../../server/forms/disposition-chain.ts';
import type { DispositionForm } from '../../server/forms/disposition-form.ts';
import type { Giver, PrintMark } from '../../server/forms/form-parts.ts';
import type { Receipt } from '../../server/forms/receipt.ts';

const MARK: PrintMark = {
  printedAt: '2026-11-24T03:02:00Z',
  printedBy: 'L. P. Sinaga',
  timeZone: 'Asia/Pontianak',
};

const LETTERHEAD = {
  government: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
  unitName: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  addressLines: ['Jalan Bina Karya Nomor 17, Pontianak 78124, telepon (0561) 555-0117'],
};

export function giver(changes: Partial<Giver> = {}): Giver {
  return {
    title: 'Kepala Dinas',
    actingPrefix: null,
    name: 'Drs. Markus Tanjung Alam, M.T.',
    rank: 'Pembina Tingkat I',
    nip: '19700418 199603 1 003',
    isRegionalHead: false,
    givenAt: '2026-11-23T03:37:00Z',
    recordedBy: null,
    verificationUrl: 'https://lontar.contoh.go.id/p/7H2K94QX8M3D',
    ...changes,
  };
}

const RECIPIENTS = [
  'Sekretaris',
  'Kepala Bidang Infrastruktur TIK',
  'Kepala Bidang Aplikasi Informatika',
  'Kepala Bidang Informasi dan Komunikasi Publik',
  'Kepala Bidang Persandian dan Keamanan Informasi',
  'Kepala Bidang Statistik Sektoral',
  'Kepala UPT Layanan Data',
];

const INSTRUCTIONS = [
  'Untuk diketahui',
  'Tanggapan dan saran',
  'Proses lebih lanjut',
  'Koordinasikan/konfirmasikan',
  'Siapkan bahan/jawaban',
  'Hadiri/wakili',
  'Bicarakan dengan saya',
  'Laporkan hasilnya',
];

const NOTE =
  'Mohon Kabid Infrastruktur TIK mengoordinasikan tanggapan bersama Bappeda dan Biro Hukum. Data titik layanan hanya ' +
  'diberikan untuk yang bersifat terbuka; koordinat menara dan jalur kabel tidak disertakan. Konsep jawaban saya terima hari Senin.';

export function dispositionForm(changes: Partial<DispositionForm> = {}): DispositionForm {
  return {
    ...MARK,
    printedBy: null,
    letterhead: LETTERHEAD,
    sender: 'PT Sinar Kapuas Nusantara',
    letterNumber: '088/SKN-DIR/XI/2026',
    letterDate: '2026-11-19',
    receivedAt: '2026-11-23T02:14:00Z',
    agendaNumber: '4127',
    agendaYear: 2026,
    handlingGrade: 'segera',
    securityClass: 'B',
    subject:
      'Permohonan Data Titik Layanan Internet Publik dan Rencana Kerja Sama Penyediaan Jaringan pada Kawasan Perbatasan',
    recipients: RECIPIENTS.map((title, index) => ({
      title,
      isTicked: [0, 1, 4].includes(index),
      isCoordinator: index === 1,
    })),
    instructions: INSTRUCTIONS.map((text, index) => ({ text, isTicked: [1, 3, 7].includes(index) })),
    dueDate: '2026-11-30',
    note: NOTE,
    place: 'Pontianak',
    giver: giver(),
    onwardRecipientCount: 3,
    ...changes,
  };
}

export function longDispositionForm(): DispositionForm {
  const recipients = Array.from({ length: 60 }, (_, index) => ({
    title: `Kepala Subbagian Nomor ${String(index + 1)} pada Sekretariat Daerah`,
    isTicked: index % 2 === 0,
    isCoordinator: index === 0,
  }));
  return dispositionForm({
    recipients,
    note: `${NOTE}\n\n`.repeat(14),
    giver: giver({ actingPrefix: 'Plt.', recordedBy: 'Lidya Permata Sinaga, A.Md.' }),
  });
}

export function receipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    ...MARK,
    letterhead: LETTERHEAD,
    agendaNumber: '4127',
    agendaYear: 2026,
    receivedAt: '2026-11-23T02:14:00Z',
    sender: 'PT Sinar Kapuas Nusantara',
    letterNumber: '088/SKN-DIR/XI/2026',
    letterDate: '2026-11-19',
    subject: 'Permohonan Data Titik Layanan Internet Publik dan Rencana Kerja Sama Penyediaan Jaringan',
    attachmentText: '1 (satu) berkas, 18 (delapan belas) halaman',
    channel: 'Loket persuratan (diantar langsung)',
    receivedBy: 'Lidya Permata Sinaga, A.Md.',
    trackingCode: 'LTR-7H2K-94QX',
    trackingUrl: 'https://lontar.contoh.go.id/lacak/LTR-7H2K-94QX',
    trackingPage: 'lontar.contoh.go.id/lacak',
    contact: '(0561) 555-0117 atau pos-el persuratan@contoh.go.id',
    ...changes,
  };
}

export function dispositionCard(changes: Partial<DispositionCard> = {}): DispositionCard {
  return {
    ...MARK,
    unitName: 'SEKRETARIAT DAERAH PROVINSI KALIMANTAN BARAT',
    index: 'Kerja sama',
    classificationCode: '500.12',
    agendaNumber: '4127',
    settledOn: null,
    summary:
      'Permohonan data titik layanan internet publik dan rencana kerja sama penyediaan jaringan pada kawasan perbatasan ' +
      'Kabupaten Sambas, Sanggau, dan Kapuas Hulu tahun 2027.',
    sender: 'PT Sinar Kapuas Nusantara',
    letterDate: '2026-11-19',
    letterNumber: '088/SKN-DIR/XI/2026',
    attachmentText: '1 berkas',
    forwards: [
      { recipient: 'Sekretaris Daerah', at: '2026-11-23T02:31:00Z' },
      { recipient: 'Asisten Perekonomian dan Pembangunan', at: '2026-11-23T04:05:00Z' },
      { recipient: 'Kepala Dinas Kominfo', at: '2026-11-23T06:42:00Z' },
    ],
    instructions: [
      {
        giver: 'Sekretaris Daerah',
        text: 'Asisten II, telaah kelayakannya dan koordinasikan dengan Dinas Kominfo serta Bappeda.\n\nLaporkan sebelum tanggal 30-11-2026.',
      },
    ],
    giver: giver({ title: 'Sekretaris Daerah', givenAt: '2026-11-23T03:58:00Z' }),
    ...changes,
  };
}

export function longDispositionCard(): DispositionCard {
  return dispositionCard({
    forwards: Array.from({ length: 34 }, (_, index) => ({
      recipient: `Kepala Bidang Nomor ${String(index + 1)} pada Dinas Komunikasi dan Informatika`,
      at: '2026-11-23T02:31:00Z',
    })),
    instructions: Array.from({ length: 7 }, (_, index) => ({
      giver: `Pemberi ${String(index + 1)}`,
      text: 'Telaah kelayakannya dan koordinasikan dengan Dinas Kominfo serta Bappeda, lalu laporkan.',
    })),
  });
}

export function chainNode(changes: Partial<ChainNode> = {}): ChainNode {
  return {
    giver: 'Kepala Dinas',
    recipient: 'Kepala Bidang Infrastruktur TIK',
    isCoordinator: false,
    instructions: ['Tanggapan dan saran', 'Koordinasikan/konfirmasikan'],
    note: NOTE,
    dueDate: '2026-11-30',
    stateLabel: 'Dalam proses',
    isClosed: false,
    givenAt: '2026-11-23T03:37:00Z',
    readAt: '2026-11-23T03:55:00Z',
    doneAt: null,
    recordedBy: null,
    reports: [],
    children: [],
    ...changes,
  };
}

export function dispositionChain(changes: Partial<DispositionChain> = {}): DispositionChain {
  const form = dispositionForm();
  const staff = chainNode({
    giver: 'Kepala Bidang Infrastruktur TIK',
    recipient: 'Pranata Komputer Ahli Muda',
    instructions: ['Siapkan bahan/jawaban'],
    note: 'Catatan pribadi',
    dueDate: '2026-11-27',
    stateLabel: 'Selesai',
    isClosed: true,
    doneAt: '2026-11-24T01:10:00Z',
    reports: [
      {
        at: '2026-11-24T01:08:00Z',
        by: 'Rangga Saputra',
        text: 'Daftar 214 titik layanan terbuka sudah disusun dan diperiksa bersama Bidang Statistik Sektoral. Konsep jawaban terlampir pada surat.',
      },
    ],
    children: [
      chainNode({
        giver: 'Pranata Komputer Ahli Muda',
        recipient: 'Pengolah Data dan Informasi',
        instructions: ['Untuk diketahui'],
        note: null,
        dueDate: null,
        stateLabel: 'Belum dibaca',
        readAt: null,
      }),
    ],
  });
  return {
    ...MARK,
    letterhead: LETTERHEAD,
    sender: form.sender,
    letterNumber: form.letterNumber,
    letterDate: form.letterDate,
    receivedAt: form.receivedAt,
    agendaNumber: form.agendaNumber,
    agendaYear: form.agendaYear,
    handlingGrade: form.handlingGrade,
    securityClass: form.securityClass,
    subject: form.subject,
    roots: [
      chainNode({ isCoordinator: true, children: [staff] }),
      chainNode({
        recipient: 'Sekretaris',
        note: null,
        stateLabel: 'Selesai',
        isClosed: true,
        doneAt: '2026-11-23T07:00:00Z',
        recordedBy: 'Lidya Permata Sinaga, A.Md.',
      }),
    ],
    ...changes,
  };
}

const SENDERS = [
  'Kementerian Komunikasi dan Digital',
  'Bupati Kapuas Hulu',
  'Badan Kepegawaian Daerah',
  'Camat Entikong',
];

export function incomingRow(index: number, changes: Partial<IncomingAgendaRow> = {}): IncomingAgendaRow {
  return {
    agendaNumber: String(4116 + index),
    receivedOn: '2026-11-20',
    sender: SENDERS[index % SENDERS.length] ?? '',
    letterNumber: `500.12/${String(1174 + index)}/DISKOMINFO`,
    letterDate: '2026-11-17',
    subject: 'Permohonan pendampingan penerapan naskah dinas elektronik',
    attachmentText: index % 3 === 0 ? '-' : '1',
    handlingGrade: index % 4 === 0 ? 'sangat_segera' : 'biasa',
    securityClass: 'B',
    forwardedTo: index % 5 === 4 ? [] : ['Sekretaris', 'Kabid Aptika'],
    forwardedOn: index % 5 === 4 ? null : '2026-11-20',
    remark: index % 5 === 4 ? 'Baru' : 'Selesai',
    voidReason: null,
    ...changes,
  };
}

export function outgoingRow(index: number, changes: Partial<OutgoingAgendaRow> = {}): OutgoingAgendaRow {
  return {
    agendaNumber: String(880 + index),
    sentOn: '2026-11-20',
    letterNumber: `500.12.11.2/${String(880 + index)}/DISKOMINFO/2026`,
    recipients: ['Kepala Dinas Kesehatan', 'Kepala Biro Hukum'],
    subject: 'Permintaan data kesiapan infrastruktur triwulan IV',
    attachmentText: '1 (satu) berkas',
    handlingGrade: 'segera',
    securityClass: 'B',
    signatory: 'Kepala Dinas',
    remark: '',
    voidReason: null,
    ...changes,
  };
}

const BOOK = {
  ...MARK,
  letterhead: LETTERHEAD,
  year: 2026,
  periodLine: 'Bulan: November 2026',
  classificationCode: '000.5.3.1',
} as const;

export function incomingBook(rows: readonly IncomingAgendaRow[]): AgendaBook {
  return { ...BOOK, kind: 'incoming', rows };
}

export function outgoingBook(rows: readonly OutgoingAgendaRow[]): AgendaBook {
  return { ...BOOK, kind: 'outgoing', rows };
}
