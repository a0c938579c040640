import { doc, ol, p, table, ul } from '../body-builders.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const CIRCUIT = ['kabid-aptika', 'sekretaris-kominfo'];

export const INFORMATICS_DRAFTING: readonly DemoLetter[] = [
  suratDinas({
    key: 'jadwal-pendampingan',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Jadwal Pendampingan Penyusunan Naskah Dinas pada Aplikasi Lontar',
    code: '500.12.6',
    to: ['sekretaris-pupr', 'sekretaris-dikbud', 'sekretaris-dinkes'],
    cc: ['kadis-dpk'],
    body: (on) =>
      doc(
        p(
          'Sehubungan dengan penerapan naskah dinas elektronik secara penuh di lingkungan Pemerintah Provinsi Kalimantan Barat, Dinas Komunikasi dan Informatika akan melaksanakan pendampingan penyusunan konsep, pemarafan, dan penandatanganan bagi petugas pada setiap perangkat daerah. Jadwal pendampingan adalah sebagai berikut:',
        ),
        table(
          ['No.', 'Perangkat Daerah', 'Hari, Tanggal', 'Pukul'],
          [
            ['Dinas Pekerjaan Umum dan Penataan Ruang', on.day(3), '08.30–11.30 WIB'],
            ['Dinas Pendidikan dan Kebudayaan', on.day(4), '08.30–11.30 WIB'],
            ['Dinas Kesehatan', on.day(5), '13.00–15.30 WIB'],
          ],
        ),
        p(
          'Kami mohon Saudara menyiapkan ruang, sambungan internet, dan paling banyak 15 (lima belas) orang peserta yang membawa komputer jinjing. Narahubung kegiatan adalah Bidang Aplikasi Informatika.',
        ),
      ),
    timeline: [[1, '10:20', 'draft', 'staf-aptika-1']],
    ends: 'draft',
  }),
  suratDinas({
    key: 'data-aset-perangkat',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Permintaan Data Aset Perangkat Keras Teknologi Informasi',
    code: '000.2.1',
    to: ['sekretaris-bpbd', 'sekretaris-dpk'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka penyusunan rencana kebutuhan perangkat teknologi informasi Tahun Anggaran ${on.nextYear}, kami memerlukan data perangkat keras yang dikuasai oleh setiap perangkat daerah. Untuk itu kami mohon Saudara menyampaikan data yang memuat:`,
        ),
        ol(
          'jenis, merek, tahun perolehan, dan kondisi komputer;',
          'jumlah dan kapasitas alat cetak serta pemindai dokumen;',
          'perangkat jaringan beserta lokasinya; dan',
          'usulan penghapusan perangkat yang rusak berat.',
        ),
        p(
          'Data disusun menurut kartu inventaris barang dan disampaikan dalam bentuk lembar kerja elektronik. Data tersebut akan dipakai untuk menentukan skala prioritas sehingga pengadaan tidak dilakukan dua kali untuk kebutuhan yang sama.',
        ),
        p(
          'Batas waktu penyampaian akan kami tetapkan kemudian setelah berkoordinasi dengan pengelola barang milik daerah.',
        ),
      ),
    timeline: [[2, '14:05', 'draft', 'staf-aptika-1']],
    ends: 'draft',
  }),
  suratDinas({
    key: 'bimtek-naskah-elektronik',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Undangan Bimbingan Teknis Pengelolaan Naskah Dinas Elektronik',
    code: '800.2.4',
    grade: 'segera',
    to: ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kadis-dpk'],
    cc: ['karo-umum'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka meningkatkan kemampuan petugas pencatat surat dan arsiparis, Dinas Komunikasi dan Informatika bekerja sama dengan Dinas Perpustakaan dan Kearsipan akan menyelenggarakan bimbingan teknis pengelolaan naskah dinas elektronik pada:',
        ),
        ul(
          `hari, tanggal: ${on.day(7)};`,
          'pukul: 08.00 sampai dengan 15.30 WIB;',
          'tempat: Aula Dinas Perpustakaan dan Kearsipan, Pontianak; dan',
          'peserta: 2 (dua) orang dari setiap perangkat daerah.',
        ),
        p(
          'Materi meliputi registrasi surat masuk, pemilihan kode klasifikasi, pemberkasan arsip aktif, dan penelusuran surat. Peserta diharapkan membawa komputer jinjing serta contoh surat yang sudah tidak bersifat rahasia.',
        ),
        p('Kami mohon Saudara menugaskan peserta dimaksud. Atas perhatian Saudara, kami ucapkan terima kasih.'),
      ),
    timeline: [
      [3, '08:40', 'draft', 'staf-aptika-1'],
      [3, '10:12', 'submit', 'staf-aptika-1'],
      [3, '13:25', 'comment', 'kabid-aptika', 'Cantumkan batas waktu pengiriman nama peserta.'],
      [
        3,
        '13:31',
        'comment',
        'kabid-aptika',
        'Tempat kegiatan agar dikonfirmasi dahulu kepada DPK, lalu tulis alamat lengkapnya.',
      ],
      [
        3,
        '13:35',
        'return',
        'kabid-aptika',
        'Batas waktu nama peserta dan alamat tempat kegiatan belum ada. Mohon dilengkapi, lalu ajukan lagi.',
      ],
    ],
    ends: 'returned',
  }),
  suratDinas({
    key: 'arsitektur-data',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Undangan Rapat Pembahasan Arsitektur Data Daerah',
    code: '000.1.5',
    to: ['kadis-dinkes', 'kadis-dikbud'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka penyusunan arsitektur data Pemerintah Provinsi Kalimantan Barat, kami bermaksud membahas daftar data prioritas bersama produsen data bidang pendidikan dan kesehatan. Sehubungan dengan hal tersebut, kami mengundang Saudara pada:',
        ),
        ol(
          `hari, tanggal: ${on.day(-6)};`,
          'pukul: 13.30 WIB; dan',
          'tempat: Ruang Pusat Kendali, Dinas Komunikasi dan Informatika.',
        ),
        p(
          'Pokok bahasan meliputi penetapan wali data, kode referensi yang digunakan bersama, serta jadwal pemutakhiran data. Mengingat pentingnya acara, kami mohon kehadiran Saudara tepat waktu dan tidak diwakilkan kepada pegawai yang tidak membidangi.',
        ),
        p('Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.'),
      ),
    timeline: [
      [11, '09:00', 'draft', 'staf-aptika-1'],
      [11, '10:30', 'submit', 'staf-aptika-1'],
      [11, '11:40', 'initial', 'kabid-aptika'],
      [10, '08:20', 'withdraw', 'staf-aptika-1', 'Rapat digabungkan dengan forum satu data yang dijadwalkan kemudian.'],
    ],
    ends: 'withdrawn',
  }),
];
