import { doc, ol, p, table } from '../body-builders.ts';
import { BALAI_JALAN, BUPATI_KAPUAS_HULU, BUPATI_MELAWI, CV_BUMI_KAPUAS } from '../external-contacts.ts';
import { notaDinas, suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const PUBLIC_WORKS: readonly DemoLetter[] = [
  suratDinas({
    key: 'longsor-putussibau-badau',
    drafter: 'analis-pupr',
    signatory: 'sekda',
    onBehalfOf: 'gubernur',
    circuit: ['kabid-bina-marga', 'kadis-pupr', ['asisten-2', 'karo-hukum']],
    subject: 'Dukungan Alat Berat Penanganan Longsor Ruas Putussibau–Badau',
    code: '300.2.1',
    grade: 'sangat_segera',
    to: [BUPATI_KAPUAS_HULU],
    cc: ['gubernur', 'kalaksa-bpbd', 'ka-upt-sintang'],
    body: (on) =>
      doc(
        p(
          `Menindaklanjuti surat Saudara Nomor 600/2217/PUPR tanggal ${on.date(-4)} hal Permohonan Bantuan Alat Berat dan Keputusan Bupati Nomor 412 Tahun ${on.year} tentang status tanggap darurat, dengan hormat kami sampaikan bahwa Pemerintah Provinsi Kalimantan Barat mendukung penanganan longsor di ruas jalan Putussibau–Badau km 38 dan km 52 dengan ketentuan sebagai berikut:`,
        ),
        ol(
          [
            'alat berat yang dikerahkan terdiri atas:',
            ol('ekskavator sebanyak 2 (dua) unit; dan', '*wheel loader* sebanyak 1 (satu) unit;'),
          ],
          'masa tugas alat 14 (empat belas) hari kalender sejak tiba di lokasi;',
          'biaya mobilisasi dan operator menjadi tanggungan Dinas Pekerjaan Umum dan Penataan Ruang, sedangkan bahan bakar selama bertugas menjadi tanggungan Pemerintah Kabupaten Kapuas Hulu.',
        ),
        p('Jadwal pengerahan alat adalah sebagai berikut:'),
        table(
          ['No.', 'Alat Berat', 'Jumlah', 'Berangkat dari Sintang', 'Lokasi Tugas'],
          [
            ['Ekskavator', '2 unit', on.date(-2), 'km 38'],
            ['*Wheel loader*', '1 unit', on.date(-2), 'km 52'],
          ],
        ),
        p(
          'Untuk kelancaran pelaksanaan, Saudara dapat menghubungi Kepala Bidang Bina Marga selaku narahubung. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    annexes: [
      {
        fileName: 'Rencana pengerahan.pdf',
        title: 'Rencana Pengerahan Alat Berat',
        lines: [
          '1. Mobilisasi dari UPT Peralatan Sintang dengan 2 (dua) truk pengangkut.',
          '2. Serah terima alat kepada pelaksana lapangan Kabupaten Kapuas Hulu.',
          '3. Pembersihan material di km 38, dilanjutkan pembentukan lereng.',
          '4. Pembersihan bahu dan saluran samping di km 52.',
          '5. Laporan harian kepada Kepala Bidang Bina Marga pukul 15.00 WIB.',
        ],
      },
    ],
    timeline: [
      [4, '09:20', 'draft', 'analis-pupr'],
      [4, '10:45', 'submit', 'analis-pupr'],
      [4, '11:52', 'initial', 'kabid-bina-marga'],
      [4, '13:20', 'initial', 'kadis-pupr'],
      [4, '14:10', 'initial', 'asisten-2'],
      [4, '14:45', 'comment', 'karo-hukum', 'Dasar tanggap darurat belum disebut.'],
      [4, '14:50', 'return', 'karo-hukum', 'Dasar tanggap darurat belum disebut pada alinea pertama.'],
      [4, '15:38', 'resubmit', 'analis-pupr', 'Keputusan Bupati tentang status tanggap darurat sudah ditambahkan.'],
      [3, '08:10', 'initial', 'karo-hukum'],
      [3, '10:58', 'sign', 'sekda'],
      [3, '11:05', 'read', 'kalaksa-bpbd'],
      [3, '11:40', 'read', 'gubernur'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'kemajuan-sintang-semubuk',
    drafter: 'penata-jalan',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Laporan Kemajuan Preservasi Jalan Ruas Sintang–Semubuk',
    code: '600.1.9',
    to: ['sekda'],
    cc: ['asisten-2', 'inspektur'],
    body: (on) =>
      doc(
        p(
          `Bersama ini kami laporkan kemajuan pekerjaan preservasi jalan provinsi ruas Sintang–Semubuk sepanjang 8 (delapan) kilometer keadaan sampai dengan ${on.date(-21)} sebagai berikut:`,
        ),
        table(
          ['No.', 'Uraian Pekerjaan', 'Rencana', 'Realisasi'],
          [
            ['Perbaikan drainase', '82,0%', '84,5%'],
            ['Lapis pondasi', '61,5%', '58,2%'],
            ['Lapis permukaan beraspal', '40,0%', '36,9%'],
            ['Marka dan pelengkap jalan', '0,0%', '0,0%'],
          ],
        ),
        p(
          'Deviasi minus pada lapis pondasi disebabkan oleh curah hujan tinggi dan keterlambatan pengiriman agregat. Penyedia jasa telah menambah 1 (satu) kelompok kerja serta memperpanjang jam kerja sampai dengan pukul 21.00 WIB.',
        ),
        p(
          'Kami memperkirakan deviasi dapat dikejar dalam waktu 3 (tiga) minggu. Demikian kami laporkan, mohon arahan lebih lanjut.',
        ),
      ),
    timeline: [
      [20, '08:30', 'draft', 'penata-jalan'],
      [20, '10:55', 'submit', 'penata-jalan'],
      [20, '13:40', 'initial', 'kabid-bina-marga'],
      [19, '08:48', 'initial', 'sekretaris-pupr'],
      [19, '10:05', 'sign', 'kadis-pupr'],
      [19, '13:15', 'read', 'sekda'],
      [18, '08:33', 'read', 'asisten-2'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'teguran-penyedia',
    drafter: 'penata-jalan',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Permintaan Percepatan Pekerjaan Ruas Sintang–Semubuk',
    code: '600.1.9',
    grade: 'segera',
    to: [CV_BUMI_KAPUAS],
    cc: ['ka-upt-sintang'],
    body: (on) =>
      doc(
        p(
          `Berdasarkan hasil pemeriksaan lapangan pada ${on.day(-13)}, kemajuan pekerjaan preservasi jalan ruas Sintang–Semubuk yang Saudara laksanakan terlambat 3,2% (tiga koma dua persen) dari jadwal kontrak. Untuk itu Saudara diminta:`,
        ),
        ol(
          'menambah tenaga kerja dan paling sedikit 1 (satu) unit alat pemadat;',
          'menyampaikan jadwal percepatan yang disetujui pengawas lapangan; dan',
          `melaksanakan rapat pembuktian keterlambatan pada ${on.day(-9)} di UPT Peralatan Sintang.`,
        ),
        p(
          'Apabila sampai dengan batas waktu tersebut tidak terdapat perbaikan, akan diberlakukan ketentuan kontrak mengenai keterlambatan. Keselamatan pengguna jalan tetap menjadi tanggung jawab Saudara, termasuk pemasangan rambu dan penerangan pada malam hari. Demikian untuk dilaksanakan.',
        ),
      ),
    timeline: [
      [12, '08:15', 'draft', 'penata-jalan'],
      [12, '09:40', 'submit', 'penata-jalan'],
      [12, '11:10', 'initial', 'kabid-bina-marga'],
      [12, '13:26', 'initial', 'sekretaris-pupr'],
      [12, '14:50', 'sign', 'kadis-pupr'],
      [11, '08:12', 'read', 'ka-upt-sintang'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'integrasi-data-jalan',
    drafter: 'analis-pupr',
    signatory: 'kadis-pupr',
    circuit: ['kabid-bina-marga', 'sekretaris-pupr'],
    subject: 'Permintaan Integrasi Data Jalan Provinsi',
    code: '500.12.6.3',
    to: ['kadis-kominfo'],
    cc: ['asisten-2'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka mendukung perencanaan pemeliharaan jalan Tahun Anggaran ${on.nextYear}, Dinas Pekerjaan Umum dan Penataan Ruang telah menyusun data kondisi jalan provinsi yang meliputi 127 (seratus dua puluh tujuh) ruas beserta titik rawan longsor dan genangan.`,
        ),
        p(
          'Agar data tersebut dapat digunakan oleh perangkat daerah lain dan masyarakat, kami mohon bantuan Saudara untuk menyediakan layanan integrasi pada portal data terpadu, termasuk peta penutupan ruas yang diperbarui pada hari kejadian. Kami siap menugaskan 2 (dua) orang pengelola data untuk bekerja bersama tim Saudara.',
        ),
        p(
          'Sebagai bahan awal, contoh data dan kamus data akan kami sampaikan melalui pos-el kedinasan. Atas bantuan dan kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [11, '10:00', 'draft', 'analis-pupr'],
      [11, '11:35', 'submit', 'analis-pupr'],
      [11, '14:20', 'initial', 'kabid-bina-marga'],
      [10, '08:37', 'initial', 'sekretaris-pupr'],
      [10, '10:19', 'sign', 'kadis-pupr'],
      [10, '11:02', 'read', 'tu-kominfo'],
      [10, '13:48', 'read', 'kadis-kominfo'],
    ],
    ends: 'dispatched',
  }),
  notaDinas({
    key: 'kerusakan-gedung-dpk',
    drafter: 'penata-bangunan',
    signatory: 'kabid-cipta-karya',
    subject: 'Hasil Pemeriksaan Kerusakan Atap Gedung Depo Arsip',
    code: '600.1',
    to: ['kadis-pupr'],
    cc: ['sekretaris-pupr'],
    body: (on) =>
      doc(
        p(
          `Sesuai dengan perintah Bapak Kepala Dinas, pada ${on.day(-9)} telah dilakukan pemeriksaan atap gedung depo arsip Dinas Perpustakaan dan Kearsipan dengan hasil sebagai berikut:`,
        ),
        ol(
          'penutup atap sisi barat seluas kurang lebih 46 (empat puluh enam) meter persegi lepas akibat angin kencang;',
          'rangka baja ringan masih baik, kecuali 3 (tiga) batang yang bengkok; dan',
          'air hujan telah masuk ke ruang simpan lantai dua, tetapi belum mengenai rak arsip.',
        ),
        p(
          'Perbaikan darurat dengan penutup sementara dapat dikerjakan dalam waktu 2 (dua) hari menggunakan bahan yang tersedia di gudang. Perbaikan tetap diperkirakan memerlukan biaya Rp86.400.000,00 (delapan puluh enam juta empat ratus ribu rupiah) dan kami usulkan melalui pemeliharaan rutin bangunan gedung.',
        ),
        p('Demikian kami laporkan untuk mendapat keputusan Bapak.'),
      ),
    timeline: [
      [9, '08:20', 'draft', 'penata-bangunan'],
      [8, '09:15', 'submit', 'penata-bangunan'],
      [8, '10:02', 'sign', 'kabid-cipta-karya'],
      [8, '11:45', 'read', 'kadis-pupr'],
    ],
    ends: 'dispatched',
  }),
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
            ['06.00-08.00 WIB', 'Dua arah bergantian'],
            ['08.00-11.30 WIB', 'Ditutup untuk pekerjaan'],
            ['11.30-13.00 WIB', 'Dua arah bergantian'],
            ['13.00-16.00 WIB', 'Ditutup untuk pekerjaan'],
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
