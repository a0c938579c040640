import { doc, ol, p, table, ul } from '../body-builders.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const DISASTER_AND_ARCHIVES: readonly DemoLetter[] = [
  suratDinas({
    key: 'piket-posko-banjir',
    drafter: 'analis-bencana',
    signatory: 'kalaksa-bpbd',
    circuit: ['kabid-kedaruratan', 'sekretaris-bpbd'],
    subject: 'Permintaan Personel dan Dukungan Posko Siaga Banjir',
    code: '300.2.3',
    grade: 'sangat_segera',
    to: ['kadis-pupr', 'kadis-dinkes', 'kadis-kominfo'],
    cc: ['sekda', 'asisten-1'],
    body: (on) =>
      doc(
        p(
          `Menindaklanjuti surat Gubernur tanggal ${on.date(-10)} hal Kewaspadaan Menghadapi Cuaca Ekstrem dan Potensi Banjir, posko siaga provinsi diaktifkan mulai ${on.day(-4)}. Untuk mendukung kegiatan posko, kami mohon Saudara menugaskan personel dan menyiapkan sarana sebagai berikut:`,
        ),
        table(
          ['No.', 'Perangkat Daerah', 'Personel', 'Sarana'],
          [
            ['Dinas PUPR', '4 orang', '2 unit ekskavator siaga di Sintang'],
            ['Dinas Kesehatan', '6 orang', '2 ambulans dan obat-obatan dasar'],
            ['Dinas Komunikasi dan Informatika', '3 orang', 'Internet pada 3 lokasi posko'],
          ],
        ),
        p(
          'Personel bertugas bergiliran selama 8 (delapan) jam dan wajib membawa surat tugas. Daftar nama disampaikan kepada Bidang Kedaruratan dan Logistik paling lambat 1 (satu) hari setelah surat ini diterima. Atas perhatian dan dukungan Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [7, '13:05', 'draft', 'analis-bencana'],
      [7, '14:00', 'submit', 'analis-bencana'],
      [7, '14:38', 'initial', 'kabid-kedaruratan'],
      [6, '07:42', 'initial', 'sekretaris-bpbd'],
      [6, '08:15', 'sign', 'kalaksa-bpbd'],
      [6, '08:40', 'read', 'kadis-pupr'],
      [6, '09:02', 'read', 'kadis-kominfo'],
      [6, '09:30', 'read', 'sekda'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'usul-musnah-biro-umum',
    drafter: 'arsiparis-dpk',
    signatory: 'kadis-dpk',
    circuit: ['kabid-kearsipan', 'sekretaris-dpk'],
    subject: 'Pertimbangan atas Usul Musnah Arsip Biro Umum',
    code: '000.5.6.2',
    to: ['karo-umum'],
    cc: ['inspektur', 'karo-hukum'],
    body: () =>
      doc(
        p(
          'Menanggapi usul musnah arsip inaktif yang diajukan oleh Biro Umum, kami telah memeriksa daftar arsip sebanyak 412 (empat ratus dua belas) berkas bersama panitia penilai. Hasil pemeriksaan adalah sebagai berikut:',
        ),
        ol(
          '376 berkas telah melewati masa retensi dan berketerangan musnah;',
          '29 berkas masih dalam masa retensi sehingga dikeluarkan dari daftar; dan',
          '7 berkas bernilai sejarah sehingga diusulkan untuk diserahkan sebagai arsip statis.',
        ),
        p(
          'Berdasarkan hal tersebut, pada prinsipnya kami dapat menyetujui pemusnahan arsip dimaksud setelah daftar diperbaiki dan tidak terdapat perkara hukum atau pemeriksaan yang sedang berjalan. Pemusnahan dilaksanakan secara total, disaksikan unsur hukum dan pengawasan, serta dituangkan dalam berita acara rangkap 2 (dua). Demikian untuk ditindaklanjuti.',
        ),
      ),
    timeline: [
      [16, '08:40', 'draft', 'arsiparis-dpk'],
      [16, '11:02', 'submit', 'arsiparis-dpk'],
      [15, '09:20', 'initial', 'kabid-kearsipan'],
      [15, '13:05', 'initial', 'sekretaris-dpk'],
      [14, '08:52', 'sign', 'kadis-dpk'],
      [14, '10:33', 'read', 'karo-umum'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'pengawasan-kearsipan',
    drafter: 'arsiparis-dpk',
    signatory: 'kadis-dpk',
    circuit: ['kabid-kearsipan', 'sekretaris-dpk'],
    subject: 'Pemberitahuan Pelaksanaan Pengawasan Kearsipan Internal',
    code: '000.5.2',
    to: ['kadis-kominfo', 'kadis-pupr', 'kadis-dinkes'],
    cc: ['asisten-3'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka pengawasan kearsipan internal Tahun ${on.year}, dengan hormat kami beritahukan bahwa tim pengawas kearsipan akan melaksanakan audit pada unit kearsipan dan unit pengolah perangkat daerah dengan jadwal sebagai berikut:`,
        ),
        table(
          ['No.', 'Perangkat Daerah', 'Pelaksanaan'],
          [
            ['Dinas Komunikasi dan Informatika', on.day(-6)],
            ['Dinas Pekerjaan Umum dan Penataan Ruang', on.day(-4)],
            ['Dinas Kesehatan', on.day(6)],
          ],
        ),
        p('Agar pelaksanaan berjalan lancar, kami mohon Saudara menyiapkan:'),
        ol(
          'daftar arsip aktif dan daftar arsip inaktif terbaru;',
          'bukti pemberkasan naskah dinas elektronik; dan',
          'petugas kearsipan sebagai pendamping tim.',
        ),
        p(
          'Nilai hasil pengawasan akan disampaikan kepada pimpinan dan menjadi bahan pembinaan. Atas kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [12, '08:22', 'draft', 'arsiparis-dpk'],
      [12, '10:35', 'submit', 'arsiparis-dpk'],
      [12, '13:50', 'initial', 'kabid-kearsipan'],
      [11, '08:55', 'initial', 'sekretaris-dpk'],
      [11, '10:40', 'sign', 'kadis-dpk'],
      [11, '13:25', 'read', 'kadis-kominfo'],
      [10, '08:30', 'read', 'kadis-pupr'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'alih-media-arsip',
    drafter: 'arsiparis-dpk',
    signatory: 'kadis-dpk',
    circuit: ['kabid-kearsipan', 'sekretaris-dpk'],
    subject: 'Undangan Sosialisasi Alih Media Arsip',
    code: '000.5.7',
    to: ['sekretaris-kominfo', 'sekretaris-pupr', 'sekretaris-dikbud'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka menyamakan pemahaman mengenai tata cara alih media arsip kertas menjadi arsip elektronik, Dinas Perpustakaan dan Kearsipan akan mengadakan sosialisasi bagi pengelola arsip perangkat daerah pada:',
        ),
        ul(
          `hari, tanggal: ${on.day(-1)};`,
          'pukul: 09.00 sampai dengan 12.00 WIB; dan',
          'tempat: Ruang Multimedia DPK, Pontianak.',
        ),
        p(
          'Pokok bahasan meliputi kebijakan alih media, mutu hasil pemindaian, autentikasi, serta penyusunan berita acara dan daftar arsip yang dialihmediakan. Hasil pemindaian tidak menggantikan arsip asli sebelum masa retensi berakhir. Kami mohon Saudara menugaskan 1 (satu) orang arsiparis. Atas perhatian Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [6, '10:00', 'draft', 'arsiparis-dpk'],
      [6, '11:12', 'submit', 'arsiparis-dpk'],
      [5, '09:02', 'initial', 'kabid-kearsipan'],
      [5, '13:28', 'initial', 'sekretaris-dpk'],
      [4, '08:05', 'withdraw', 'arsiparis-dpk', 'Ruang Multimedia dipakai sebagai posko; kegiatan ditunda.'],
    ],
    ends: 'withdrawn',
  }),
];
