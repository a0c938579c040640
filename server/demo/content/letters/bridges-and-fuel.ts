import { doc, ol, p, table } from '../body-builders.ts';
import { BALAI_JALAN, BUPATI_KAPUAS_HULU, BUPATI_MELAWI } from '../external-contacts.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const BRIDGES_AND_FUEL: readonly DemoLetter[] = [
  suratDinas({
    key: 'pembatasan-muatan',
    drafter: 'analis-pupr',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Pembatasan Muatan Kendaraan pada Jembatan Sungai Sekayam',
    code: '600.1.7',
    to: [BALAI_JALAN],
    cc: ['asisten-2'],
    body: () =>
      doc(
        p(
          'Hasil pemeriksaan rinci terhadap jembatan Sungai Sekayam menunjukkan penurunan kekuatan pada gelagar memanjang bentang kedua. Demi keselamatan pengguna jalan, kami merencanakan pembatasan muatan kendaraan paling berat 8 (delapan) ton sampai dengan perkuatan selesai dilaksanakan.',
        ),
        p('Berkenaan dengan hal tersebut, kami mohon dukungan Saudara untuk:'),
        ol(
          'mengarahkan angkutan berat melalui jalan nasional;',
          'memasang rambu pendahulu pada simpang yang menjadi kewenangan balai; dan',
          'meminjamkan timbangan bergerak selama masa pembatasan.',
        ),
        p(
          'Rancangan rekayasa lalu lintas akan kami sampaikan setelah pembahasan bersama kepolisian dan dinas yang membidangi perhubungan.',
        ),
      ),
    timeline: [[1, '13:40', 'draft', 'analis-pupr']],
    ends: 'draft',
  }),
  suratDinas({
    key: 'bahan-bakar-alat-berat',
    drafter: 'analis-pupr',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Permohonan Tambahan Bahan Bakar Operasional Alat Berat',
    code: '900.1.3',
    grade: 'segera',
    to: ['sekda'],
    cc: ['asisten-2'],
    body: () =>
      doc(
        p(
          'Sehubungan dengan pengerahan alat berat untuk penanganan longsor, persediaan bahan bakar operasional pada UPT Peralatan Sintang diperkirakan hanya cukup untuk 6 (enam) hari kerja. Pemakaian rata-rata selama masa tanggap darurat mencapai 410 (empat ratus sepuluh) liter setiap hari, lebih tinggi daripada perhitungan awal.',
        ),
        p(
          'Berdasarkan hal tersebut, kami mohon persetujuan penambahan pagu bahan bakar sebesar Rp148.500.000,00 (seratus empat puluh delapan juta lima ratus ribu rupiah) melalui pergeseran anggaran pada kegiatan pemeliharaan rutin jalan. Pergeseran tersebut tidak mengurangi sasaran kegiatan karena sebagian paket telah selesai dengan sisa kontrak.',
        ),
        p('Atas perkenan dan persetujuan Ibu, kami ucapkan terima kasih.'),
      ),
    timeline: [
      [3, '13:05', 'draft', 'analis-pupr'],
      [3, '15:10', 'submit', 'analis-pupr'],
      [2, '08:26', 'comment', 'kabid-bina-marga', 'Lampirkan rekap pemakaian bahan bakar harian per alat.'],
      [
        2,
        '08:30',
        'return',
        'kabid-bina-marga',
        'Rincian pemakaian per alat belum ada, jadi angka pagu belum dapat diperiksa.',
      ],
    ],
    ends: 'returned',
  }),
  suratDinas({
    key: 'tinjau-pinoh-kota-baru',
    drafter: 'penata-jalan',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Undangan Peninjauan Lapangan Ruas Nanga Pinoh–Kota Baru',
    code: '600.1.9',
    to: [BUPATI_MELAWI, 'asisten-2'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka menetapkan prioritas penanganan jalan provinsi ruas Nanga Pinoh–Kota Baru, kami bermaksud melaksanakan peninjauan lapangan bersama pada:',
        ),
        ol(
          `hari, tanggal: ${on.day(-2)};`,
          'pukul: 07.30 WIB;',
          'titik kumpul: halaman Kantor Bupati Melawi; dan',
          'perlengkapan: kendaraan gardan ganda dan pakaian lapangan.',
        ),
        p(
          'Peninjauan difokuskan pada 4 (empat) titik rusak berat dan 2 (dua) jembatan kayu. Kami mohon Saudara menugaskan pejabat yang membidangi beserta camat setempat. Hasil peninjauan akan dituangkan dalam berita acara sebagai bahan penyusunan anggaran. Atas kehadiran Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [8, '09:05', 'draft', 'penata-jalan'],
      [8, '10:20', 'submit', 'penata-jalan'],
      [8, '13:00', 'initial', 'kabid-bina-marga'],
      [7, '08:14', 'withdraw', 'penata-jalan', 'Ruas tertutup banjir; peninjauan dijadwalkan ulang setelah air surut.'],
    ],
    ends: 'withdrawn',
  }),
  suratDinas({
    key: 'jembatan-gantung-melawi',
    drafter: 'analis-pupr',
    signatory: 'sekda',
    onBehalfOf: 'gubernur',
    circuit: ['kabid-bina-marga', 'kadis-pupr', ['asisten-2', 'karo-hukum']],
    subject: 'Penanganan Darurat Jembatan Gantung Sungai Melawi',
    code: '300.2.1',
    grade: 'segera',
    to: [BUPATI_MELAWI],
    cc: ['gubernur', 'kalaksa-bpbd'],
    body: (on) =>
      doc(
        p(
          `Berkenaan dengan laporan kerusakan jembatan gantung Sungai Melawi yang kami terima pada ${on.date(-5)}, Pemerintah Provinsi Kalimantan Barat akan membantu penanganan darurat agar akses 3 (tiga) desa dapat segera dipulihkan. Pembagian tugas adalah sebagai berikut:`,
        ),
        ol(
          [
            'Pemerintah Provinsi menyediakan:',
            ol(
              'tenaga ahli jembatan dan perhitungan perkuatan;',
              'kabel utama pengganti sepanjang 120 meter; dan',
              'perahu penyeberangan sementara;',
            ),
          ],
          [
            'Pemerintah Kabupaten Melawi menyediakan:',
            ol('tenaga kerja setempat dan bahan kayu; serta', 'pengaturan keselamatan penyeberangan.'),
          ],
        ),
        p(
          `Tim teknis akan tiba di lokasi pada ${on.day(2)}. Selama pekerjaan berlangsung, jembatan ditutup untuk umum. Atas kerja sama Saudara, kami ucapkan terima kasih.`,
        ),
      ),
    timeline: [
      [5, '10:30', 'draft', 'analis-pupr'],
      [5, '13:10', 'submit', 'analis-pupr'],
      [5, '14:30', 'initial', 'kabid-bina-marga'],
      [4, '08:42', 'initial', 'kadis-pupr'],
      [3, '09:26', 'initial', 'karo-hukum'],
      [3, '11:15', 'initial', 'asisten-2'],
    ],
    ends: 'ready_to_sign',
  }),
  suratDinas({
    key: 'buka-tutup-jembatan',
    drafter: 'penata-jalan',
    signatory: 'sekda',
    onBehalfOf: 'gubernur',
    circuit: ['kabid-bina-marga', 'kadis-pupr', ['asisten-2', 'karo-hukum']],
    subject: 'Pengaturan Buka Tutup Arus Lalu Lintas selama Perbaikan Jembatan',
    code: '600.1.7',
    to: [BUPATI_KAPUAS_HULU, BALAI_JALAN],
    cc: ['gubernur'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka perbaikan lantai jembatan pada ruas provinsi mulai ${on.day(8)}, akan diberlakukan pengaturan buka tutup arus lalu lintas setiap hari dengan jadwal berikut:`,
        ),
        table(
          ['No.', 'Waktu', 'Arah yang Dibuka'],
          [
            ['06.00–08.00 WIB', 'Dua arah bergantian'],
            ['08.00–11.30 WIB', 'Ditutup untuk pekerjaan'],
            ['11.30–13.00 WIB', 'Dua arah bergantian'],
            ['13.00–16.00 WIB', 'Ditutup untuk pekerjaan'],
          ],
        ),
        p(
          'Kendaraan darurat diberi prioritas setiap saat. Kami mohon Saudara menyebarluaskan jadwal tersebut kepada masyarakat, pengelola angkutan, dan pelaku usaha di wilayah Saudara. Pekerjaan diperkirakan selesai dalam waktu 12 (dua belas) hari kalender apabila cuaca mendukung. Atas dukungan Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [3, '08:20', 'draft', 'penata-jalan'],
      [3, '10:02', 'submit', 'penata-jalan'],
      [3, '13:15', 'initial', 'kabid-bina-marga'],
      [2, '09:50', 'initial', 'kadis-pupr'],
      [1, '10:35', 'initial', 'asisten-2'],
    ],
    ends: 'in_review',
  }),
];
