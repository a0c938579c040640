import { doc, ol, p, table } from '../body-builders.ts';
import { BUPATI_KAPUAS_HULU, CV_BUMI_KAPUAS } from '../external-contacts.ts';
import { notaDinas, suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const ROADS_AND_LANDSLIDE: readonly DemoLetter[] = [
  suratDinas({
    key: 'longsor-putussibau-badau',
    drafter: 'analis-pupr',
    signatory: 'sekda',
    onBehalfOf: 'gubernur',
    circuit: ['kabid-bina-marga', 'kadis-pupr', ['asisten-2', 'karo-hukum']],
    subject: 'Dukungan Alat Berat Penanganan Longsor Ruas Putussibau–Badau',
    code: '300.2.1',
    grade: 'sangat_segera',
    answers: 'longsor-kapuas-hulu',
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
];
