import type { DemoIncoming } from './incoming-script.ts';
import { COMPANY, DIGITAL_AFFAIRS, DISTRICT } from './outside-senders.ts';

export const INFORMATICS_INCOMING: readonly DemoIncoming[] = [
  {
    key: 'titik-layanan-internet',
    sender: COMPANY,
    number: '088/SKN-DIR/XI/2026',
    written: 6,
    subject:
      'Permohonan Data Titik Layanan Internet Publik dan Rencana Kerja Sama Penyediaan Jaringan pada Kawasan Perbatasan',
    summary:
      'Permohonan data titik layanan internet publik dan rencana kerja sama penyediaan jaringan pada kawasan perbatasan.',
    attachmentNote: '1 (satu) berkas',
    addressee: 'Kepala Dinas Komunikasi dan Informatika',
    code: '500.12.2',
    grade: 'segera',
    security: 'B',
    channel: 'counter',
    body: (on) => [
      'Dalam rangka penyusunan rencana perluasan jaringan, dengan hormat kami mohon data titik layanan internet publik di Kabupaten Sambas, Sanggau, dan Kapuas Hulu.',
      `Kami juga menawarkan kerja sama penyediaan jaringan pada kawasan perbatasan tahun ${on.nextYear}. Proposal terlampir.`,
      'Atas perhatian dan kerja sama Bapak, kami ucapkan terima kasih.',
    ],
    timeline: [
      [4, '09:04', 'tu-kominfo', { upload: 'pdf' }],
      [4, '09:14', 'tu-kominfo', { register: true, to: ['kadis-kominfo'] }],
      [4, '10:20', 'kadis-kominfo', { read: true }],
      [
        4,
        '10:37',
        'kadis-kominfo',
        {
          dispose: {
            to: [
              {
                position: 'kabid-aptika',
                instructions: ['Tanggapan dan saran', 'Koordinasikan/konfirmasikan'],
                note: 'Mohon dikoordinasikan bersama Bappeda dan Biro Hukum. Koordinat menara tidak disertakan.',
                dueIn: 6,
                isPic: true,
              },
              { position: 'sekretaris-kominfo', instructions: ['Untuk diketahui'] },
              {
                position: 'kabid-persandian',
                instructions: ['Tanggapan dan saran'],
                note: 'Periksa data yang boleh dibagikan.',
                dueIn: 4,
                isPrivate: true,
              },
            ],
          },
        },
      ],
      [3, '08:10', 'kabid-aptika', { open: true }],
      [
        3,
        '08:20',
        'kabid-aptika',
        {
          dispose: {
            to: [
              {
                position: 'prakom-muda',
                instructions: ['Siapkan bahan/jawaban'],
                note: 'Susun daftar titik layanan yang bersifat terbuka.',
                dueIn: 3,
              },
            ],
          },
        },
      ],
      [3, '09:00', 'prakom-muda', { open: true }],
      [
        1,
        '15:10',
        'prakom-muda',
        { report: 'Daftar 214 titik layanan sudah disaring; 31 titik menunggu konfirmasi kabupaten.', isFinal: false },
      ],
    ],
  },
  {
    key: 'bimtek-pusat-data',
    sender: DIGITAL_AFFAIRS,
    number: 'B-2217/DJID/11/2026',
    written: 4,
    subject: 'Undangan Bimbingan Teknis Pusat Data Nasional',
    summary: 'Undangan bimbingan teknis dua hari untuk dua orang peserta.',
    attachmentNote: '1 (satu) lembar',
    addressee: 'Kepala Dinas Komunikasi dan Informatika',
    code: '800.2.4',
    grade: 'segera',
    security: 'B',
    channel: 'srikandi',
    body: (on) => [
      `Dengan hormat kami mengundang Saudara menugaskan 2 (dua) orang peserta mengikuti bimbingan teknis pusat data nasional pada ${on.day(7)} di Jakarta.`,
      'Konfirmasi peserta kami tunggu melalui laman pendaftaran. Atas kerja sama Saudara, kami ucapkan terima kasih.',
    ],
    timeline: [
      [1, '10:40', 'tu-kominfo', { upload: 'pdf' }],
      [1, '10:52', 'tu-kominfo', { register: true }],
    ],
  },
  {
    key: 'titik-internet-entikong',
    sender: DISTRICT,
    number: '500.12.3/208/EKB',
    written: 3,
    subject: 'Permohonan Titik Internet pada Pos Pelayanan Terpadu',
    summary: '',
    attachmentNote: '',
    addressee: 'Kepala Dinas Komunikasi dan Informatika',
    code: null,
    grade: 'biasa',
    security: 'B',
    channel: 'post',
    body: () => [
      'Bersama ini kami mohon penyediaan titik internet pada pos pelayanan terpadu di kawasan perbatasan Entikong untuk mendukung pelayanan kependudukan.',
      'Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.',
    ],
    timeline: [[1, '11:25', 'tu-kominfo', { upload: 'scan' }]],
  },
];
