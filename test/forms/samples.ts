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
  return dispositionForm({ recipients, note: `${NOTE}\n\n`.repeat(14), giver: giver({ actingPrefix: 'Plt.', recordedBy: 'Lidya Permata Sinaga, A.Md.' }) });
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
