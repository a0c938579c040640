import type { DemoIncoming } from './incoming-script.ts';
import { KAPUAS_HULU } from './outside-senders.ts';

/** The letter that the pictures of the design follow: a landslide, its dispositions, and the answer of the province. */
export const LANDSLIDE: DemoIncoming = {
  key: 'longsor-kapuas-hulu',
  sender: KAPUAS_HULU,
  number: '600/2217/PUPR',
  written: 4,
  subject: 'Permohonan Bantuan Alat Berat Penanganan Longsor Ruas Putussibau–Badau',
  summary:
    'Longsor di km 38 dan km 52 memutus ruas Putussibau–Badau. Diminta 2 ekskavator dan 1 wheel loader selama 14 hari kalender.',
  attachmentNote: '1 (satu) berkas',
  addressee: 'Gubernur Kalimantan Barat',
  code: '300.2.1',
  grade: 'sangat_segera',
  security: 'B',
  channel: 'email',
  body: (on) => [
    `Menindaklanjuti kejadian tanah longsor pada ${on.day(-6)} di ruas jalan Putussibau–Badau km 38 dan km 52 yang mengakibatkan akses menuju PLBN Badau terputus, dengan hormat kami mohon bantuan alat berat berupa ekskavator sebanyak 2 (dua) unit dan wheel loader sebanyak 1 (satu) unit untuk jangka waktu 14 (empat belas) hari kalender.`,
    'Biaya bahan bakar selama penanganan menjadi tanggungan Pemerintah Kabupaten Kapuas Hulu. Keputusan Bupati tentang penetapan status tanggap darurat kami lampirkan.',
    'Atas perhatian dan bantuan Bapak, kami sampaikan terima kasih.',
  ],
  timeline: [
    [4, '07:31', 'tu-setda', { upload: 'pdf' }],
    [4, '07:38', 'tu-setda', { register: true, to: ['sekda'] }],
    [4, '07:55', 'sekda', { read: true }],
    [
      4,
      '08:05',
      'sekda',
      {
        dispose: {
          to: [
            {
              position: 'kadis-pupr',
              instructions: ['Tindak lanjuti'],
              note: 'Segera kerahkan alat dari UPT Sintang. Lapor perkembangan setiap sore.',
              dueIn: 1,
              isPic: true,
            },
            {
              position: 'kalaksa-bpbd',
              instructions: ['Koordinasikan/konfirmasikan'],
              note: 'Siapkan posko dan data warga terdampak.',
              dueIn: 1,
            },
            { position: 'karo-umum', instructions: ['Untuk diketahui'] },
          ],
        },
      },
    ],
    [4, '08:52', 'kadis-pupr', { open: true }],
    [
      4,
      '08:55',
      'kadis-pupr',
      {
        dispose: {
          to: [
            {
              position: 'kabid-bina-marga',
              instructions: ['Tindak lanjuti'],
              note: 'Siapkan penutupan jalan dan rute pengalihan km 38–52.',
              dueIn: 1,
              isPic: true,
            },
            {
              position: 'ka-upt-sintang',
              instructions: ['Siapkan bahan/jawaban', 'Laporkan hasilnya'],
              note: 'Periksa kesiapan alat dan operator, berangkatkan secepatnya.',
              dueIn: 1,
            },
          ],
        },
      },
    ],
    [4, '09:00', 'kabid-bina-marga', { open: true }],
    [
      4,
      '09:05',
      'kabid-bina-marga',
      {
        dispose: {
          to: [
            {
              position: 'analis-pupr',
              instructions: ['Siapkan bahan/jawaban'],
              note: 'Siapkan konsep jawaban a.n. Gubernur.',
              dueIn: 1,
            },
          ],
        },
      },
    ],
    [4, '09:10', 'analis-pupr', { open: true }],
    [4, '13:40', 'karo-umum', { close: true }],
    [4, '15:20', 'kadis-pupr', { say: 'Operator cukup untuk dua giliran?', to: 'ka-upt-sintang' }],
    [
      4,
      '15:34',
      'ka-upt-sintang',
      { say: 'Cukup, Pak. Enam operator, giliran malam mulai 19.00.', to: 'ka-upt-sintang' },
    ],
    [
      3,
      '10:52',
      'ka-upt-sintang',
      {
        report:
          'Semua alat sudah diperiksa dan berangkat dari Sintang pukul 05.00 WIB. Survei km 38: material 1.200 meter kubik, satu lajur terbuka dalam dua hari kerja.',
        isFinal: true,
        annex: 'Berita Acara Kesiapan Alat.pdf',
      },
    ],
    [3, '11:05', 'kalaksa-bpbd', { report: 'Posko Badau aktif, 42 kepala keluarga terlayani.', isFinal: true }],
    [
      3,
      '11:30',
      'analis-pupr',
      { report: 'Konsep jawaban selesai dan sudah ditandatangani Sekretaris Daerah.', isFinal: true },
    ],
  ],
};
