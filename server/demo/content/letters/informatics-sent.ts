import { doc, ol, p, table } from '../body-builders.ts';
import { DEKAN_TEKNIK } from '../external-contacts.ts';
import { notaDinas, suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const OPD_HEADS = ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd', 'kadis-dpk'];

export const INFORMATICS_SENT: readonly DemoLetter[] = [
  suratDinas({
    key: 'penerapan-naskah-elektronik',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Penerapan Naskah Dinas Elektronik secara Penuh di Lingkungan Perangkat Daerah',
    code: '500.12.6',
    grade: 'segera',
    to: OPD_HEADS,
    cc: ['sekda', 'asisten-3'],
    body: (on) =>
      doc(
        p(
          `Menindaklanjuti hasil rapat koordinasi penyelenggaraan Sistem Pemerintahan Berbasis Elektronik tingkat provinsi pada tanggal ${on.date(-30)} dan dalam rangka menjamin keseragaman tata naskah dinas, dengan hormat kami sampaikan bahwa mulai tanggal ${on.date(20)} seluruh naskah dinas keluar disusun, diparaf, diberi nomor, dan ditandatangani secara elektronik melalui aplikasi Lontar.`,
        ),
        p('Sehubungan dengan hal tersebut, kami mohon kesediaan Saudara untuk:'),
        ol(
          [
            'memutakhirkan data pejabat penanda tangan, pejabat pemaraf, dan petugas pencatat surat dengan ketentuan:',
            ol(
              'nama, NIP, pangkat, golongan ruang, dan jabatan sesuai dengan keputusan terakhir;',
              'alamat pos-el kedinasan masih digunakan; dan',
              'status sertifikat elektronik beserta tanggal berakhirnya dicantumkan;',
            ),
          ],
          'menunjuk paling sedikit 2 (dua) orang petugas pencatat surat dan 1 (satu) orang arsiparis; dan',
          'menutup buku nomor surat keluar manual pada hari kerja terakhir sebelum penerapan penuh.',
        ),
        p('Jadwal pelaksanaan dan penanggung jawab setiap tahapan adalah sebagai berikut:'),
        table(
          ['No.', 'Tahapan', 'Waktu', 'Penanggung Jawab'],
          [
            ['Penyampaian data pejabat', `s.d. ${on.date(-14)}`, 'Seluruh perangkat daerah'],
            ['Verifikasi data dan sertifikat', `s.d. ${on.date(-4)}`, 'Bidang Persandian dan Keamanan Informasi'],
            ['Pelatihan petugas pencatat surat', `s.d. ${on.date(6)}`, 'Bidang Aplikasi Informatika'],
            ['Penerapan penuh', on.date(20), 'Seluruh perangkat daerah'],
          ],
        ),
        p(
          'Pendampingan teknis dapat diminta kepada Bidang Aplikasi Informatika pada hari dan jam kerja. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [25, '08:20', 'draft', 'staf-aptika-1'],
      [25, '10:05', 'submit', 'staf-aptika-1'],
      [25, '11:12', 'comment', 'kabid-aptika', 'Tambahkan penanggung jawab pada setiap tahapan.'],
      [25, '11:15', 'return', 'kabid-aptika', 'Tabel jadwal belum memuat penanggung jawab.'],
      [25, '13:40', 'resubmit', 'staf-aptika-1', 'Kolom penanggung jawab sudah ditambahkan.'],
      [25, '14:22', 'initial', 'kabid-aptika'],
      [24, '08:31', 'initial', 'sekretaris-kominfo'],
      [24, '10:10', 'sign', 'kadis-kominfo'],
      [24, '10:48', 'read', 'tu-pupr'],
      [24, '11:30', 'read', 'kadis-pupr'],
      [24, '13:20', 'read', 'kadis-dpk'],
      [23, '08:05', 'read', 'kadis-dinkes'],
      [23, '08:40', 'read', 'sekda'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'rapat-koordinasi-spbe',
    drafter: 'prakom-muda',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Undangan Rapat Koordinasi Penilaian Mandiri Sistem Pemerintahan Berbasis Elektronik',
    code: '000.1.5',
    to: [...OPD_HEADS, 'karo-organisasi'],
    cc: ['asisten-3'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka menyiapkan penilaian mandiri Sistem Pemerintahan Berbasis Elektronik Pemerintah Provinsi Kalimantan Barat, bersama ini kami mengundang Saudara untuk menghadiri rapat koordinasi yang akan dilaksanakan pada:',
        ),
        table(
          ['Uraian', 'Keterangan'],
          [
            ['Hari, tanggal', on.day(-17)],
            ['Pukul', '09.00 WIB sampai dengan selesai'],
            ['Tempat', 'Ruang Rapat Dinas Komunikasi dan Informatika, Jalan Bina Karya Nomor 17, Pontianak'],
            ['Acara', 'Pembagian indikator dan penyusunan jadwal pengumpulan bukti dukung'],
          ],
        ),
        p('Untuk kelancaran rapat, kami mohon Saudara membawa:'),
        ol(
          'daftar aplikasi yang dikelola perangkat daerah beserta pengelolanya;',
          'dokumen kebijakan internal yang berkaitan dengan layanan elektronik; dan',
          'usulan nama 1 (satu) orang narahubung penilaian.',
        ),
        p(
          'Apabila Saudara berhalangan, mohon menugaskan pejabat yang membidangi. Demikian undangan ini kami sampaikan, atas kehadiran Saudara kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [22, '08:45', 'draft', 'prakom-muda'],
      [22, '09:50', 'submit', 'prakom-muda'],
      [22, '10:32', 'initial', 'kabid-aptika'],
      [22, '13:15', 'initial', 'sekretaris-kominfo'],
      [22, '14:55', 'sign', 'kadis-kominfo'],
      [21, '08:02', 'read', 'kadis-dikbud'],
      [21, '08:15', 'read', 'kadis-pupr'],
      [21, '09:27', 'read', 'karo-organisasi'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'pemeliharaan-jaringan',
    drafter: 'staf-aptika-2',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Pemberitahuan Pemeliharaan Jaringan Intra Pemerintah Provinsi',
    code: '500.12.6.2',
    grade: 'segera',
    to: [...OPD_HEADS, 'karo-umum', 'inspektur'],
    body: (on) =>
      doc(
        p(
          `Dengan hormat kami beritahukan bahwa pada ${on.day(-16)} pukul 16.30 sampai dengan 20.00 WIB akan dilaksanakan pemeliharaan perangkat inti jaringan intra pemerintah provinsi di pusat data. Selama pekerjaan berlangsung, layanan berikut tidak dapat diakses:`,
        ),
        ol(
          'aplikasi kepegawaian dan presensi daring;',
          'portal layanan dan pos-el kedinasan; dan',
          'sambungan internet pada gedung yang memakai jalur bersama.',
        ),
        p(
          'Aplikasi Lontar tetap dapat digunakan karena telah dialihkan ke server cadangan. Kami mohon Saudara menyampaikan pemberitahuan ini kepada seluruh pegawai dan menyelesaikan pengunggahan data penting sebelum pukul 16.00 WIB.',
        ),
        p(
          'Laporan gangguan setelah pemeliharaan dapat disampaikan kepada petugas piket Diskominfo melalui telepon (0561) 555-0119. Demikian disampaikan untuk menjadi perhatian.',
        ),
      ),
    timeline: [
      [19, '09:10', 'draft', 'staf-aptika-2'],
      [19, '09:58', 'submit', 'staf-aptika-2'],
      [19, '10:20', 'initial', 'kabid-aptika'],
      [19, '11:05', 'initial', 'sekretaris-kominfo'],
      [19, '13:31', 'sign', 'kadis-kominfo'],
      [19, '13:50', 'read', 'karo-umum'],
      [18, '07:52', 'read', 'inspektur'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'data-penanda-tangan',
    drafter: 'sandiman',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-persandian', 'sekretaris-kominfo'],
    subject: 'Pemutakhiran Data Pejabat Penanda Tangan Elektronik',
    code: '000.6.5',
    to: ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes'],
    cc: ['inspektur'],
    body: (on) =>
      doc(
        p(
          `Berdasarkan hasil pemeriksaan berkala atas sertifikat elektronik pejabat di lingkungan Pemerintah Provinsi Kalimantan Barat sampai dengan ${on.date(-17)}, terdapat sertifikat yang masa berlakunya akan berakhir dalam waktu 60 (enam puluh) hari, dengan rincian sebagai berikut:`,
        ),
        table(
          ['No.', 'Perangkat Daerah', 'Sertifikat Aktif', 'Segera Berakhir'],
          [
            ['Dinas Pekerjaan Umum dan Penataan Ruang', '18', '3'],
            ['Dinas Pendidikan dan Kebudayaan', '24', '5'],
            ['Dinas Kesehatan', '15', '2'],
          ],
        ),
        p(
          `Agar penandatanganan naskah dinas tidak terhambat, kami mohon Saudara memerintahkan pejabat yang bersangkutan mengajukan pembaruan paling lambat ${on.date(-5)} dengan melampirkan keputusan pengangkatan dalam jabatan dan surat rekomendasi pimpinan.`,
        ),
        p(
          'Permohonan diterima oleh Bidang Persandian dan Keamanan Informasi. Atas perhatian Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [17, '08:35', 'draft', 'sandiman'],
      [17, '10:40', 'submit', 'sandiman'],
      [17, '13:08', 'initial', 'kabid-persandian'],
      [16, '09:14', 'initial', 'sekretaris-kominfo'],
      [16, '11:26', 'sign', 'kadis-kominfo'],
      [16, '13:45', 'read', 'kadis-pupr'],
      [15, '08:21', 'read', 'kadis-dikbud'],
    ],
    ends: 'dispatched',
  }),
  notaDinas({
    key: 'laporan-uji-coba-lontar',
    drafter: 'prakom-muda',
    signatory: 'kabid-aptika',
    subject: 'Laporan Hasil Uji Coba Aplikasi Lontar pada Lima Perangkat Daerah dan Usulan Tindak Lanjut',
    code: '500.12.6',
    to: ['kadis-kominfo'],
    cc: ['sekretaris-kominfo'],
    body: (on) =>
      doc(
        p(
          `Menindaklanjuti arahan Bapak Kepala Dinas tanggal ${on.date(-26)}, bersama ini kami laporkan hasil uji coba aplikasi Lontar yang dilaksanakan sampai dengan ${on.date(-15)} sebagai berikut:`,
        ),
        ol(
          'Uji coba diikuti oleh 5 (lima) perangkat daerah dengan 142 pengguna aktif. Sebanyak 876 naskah dinas telah diproses, terdiri atas 431 surat masuk, 298 surat keluar, dan 147 nota dinas.',
          'Rata-rata waktu penyelesaian surat keluar, sejak konsep diajukan sampai dengan ditandatangani, menurun dari 2,8 hari menjadi 0,9 hari kerja.',
          [
            'Kendala yang masih memerlukan penanganan adalah:',
            ol(
              'sertifikat elektronik 7 (tujuh) pejabat akan berakhir masa berlakunya;',
              'jaringan pada 2 (dua) unit pelaksana teknis belum stabil pada jam sibuk; dan',
              'penulisan kode klasifikasi belum seragam pada 11% surat keluar.',
            ),
          ],
        ),
        p('Berdasarkan hal tersebut, kami mengusulkan agar:'),
        ol(
          'pembaruan sertifikat elektronik dijadwalkan bersama Bidang Persandian dan Keamanan Informasi;',
          'unit pelaksana teknis memperoleh jalur cadangan sebelum penerapan penuh; dan',
          'pelatihan penentuan kode klasifikasi diselenggarakan bersama Dinas Perpustakaan dan Kearsipan.',
        ),
        p('Demikian kami laporkan. Mohon arahan Bapak Kepala Dinas lebih lanjut.'),
      ),
    timeline: [
      [15, '09:30', 'draft', 'prakom-muda'],
      [14, '08:15', 'submit', 'prakom-muda'],
      [14, '09:02', 'sign', 'kabid-aptika'],
      [14, '10:20', 'read', 'sekretaris-kominfo'],
      [14, '13:11', 'read', 'kadis-kominfo'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'narasumber-keamanan-informasi',
    drafter: 'sandiman',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-persandian', 'sekretaris-kominfo'],
    subject: 'Permohonan Narasumber Bimbingan Teknis Keamanan Informasi',
    code: '800.2.4',
    to: [DEKAN_TEKNIK],
    cc: ['kabid-persandian'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka meningkatkan kesiapan aparatur menghadapi insiden siber, Dinas Komunikasi dan Informatika Provinsi Kalimantan Barat akan menyelenggarakan bimbingan teknis keamanan informasi bagi 40 (empat puluh) pengelola sistem elektronik perangkat daerah pada ${on.day(4)} sampai dengan ${on.day(5)} di Pontianak.`,
        ),
        p(
          'Sehubungan dengan kegiatan tersebut, kami mohon kesediaan Saudara menugaskan 2 (dua) orang dosen sebagai narasumber dengan materi pengujian kerentanan aplikasi dan penanganan awal insiden. Setiap materi diberikan selama 3 (tiga) jam pelajaran disertai praktik pada laboratorium komputer.',
        ),
        p(
          'Honorarium, akomodasi, dan bahan pelatihan ditanggung oleh Dinas Komunikasi dan Informatika sesuai dengan standar biaya yang berlaku. Nama narasumber kiranya dapat kami terima paling lambat ' +
            `${on.date(-3)}. Atas bantuan dan kerja sama Saudara, kami ucapkan terima kasih.`,
        ),
      ),
    timeline: [
      [13, '08:10', 'draft', 'sandiman'],
      [13, '09:25', 'submit', 'sandiman'],
      [13, '11:00', 'initial', 'kabid-persandian'],
      [13, '14:36', 'initial', 'sekretaris-kominfo'],
      [12, '08:44', 'sign', 'kadis-kominfo'],
    ],
    ends: 'dispatched',
  }),
  notaDinas({
    key: 'kerentanan-portal',
    drafter: 'sandiman',
    signatory: 'kabid-persandian',
    subject: 'Laporan Kerentanan pada Portal Layanan Perangkat Daerah',
    code: '500.12.10',
    grade: 'segera',
    security: 'R',
    to: ['kadis-kominfo'],
    body: (on) =>
      doc(
        p(
          `Bersama ini kami laporkan kepada Bapak Kepala Dinas bahwa hasil pengujian keamanan berkala pada ${on.date(-11)} menemukan kelemahan pada 2 (dua) portal layanan perangkat daerah, yaitu:`,
        ),
        ol(
          'halaman unggah berkas menerima jenis berkas yang seharusnya ditolak; dan',
          'akun pengelola lama milik pihak ketiga masih aktif setelah kontrak berakhir.',
        ),
        p(
          'Langkah sementara telah dilakukan dengan menutup fitur unggah dan menonaktifkan akun dimaksud pada hari yang sama. Berdasarkan catatan akses 90 (sembilan puluh) hari terakhir, tidak ditemukan tanda penyalahgunaan.',
        ),
        p(
          'Kami mohon persetujuan Bapak untuk meminta pengembang menyelesaikan perbaikan dalam waktu 10 (sepuluh) hari kerja dan menguji ulang kedua portal sebelum dibuka kembali. Rincian teknis disampaikan terpisah melalui saluran aman.',
        ),
      ),
    timeline: [
      [10, '08:25', 'draft', 'sandiman'],
      [10, '10:15', 'submit', 'sandiman'],
      [10, '10:52', 'sign', 'kabid-persandian'],
      [10, '11:08', 'read', 'kadis-kominfo'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'tanggapan-integrasi-jalan',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Tanggapan atas Permintaan Integrasi Data Jalan Provinsi',
    code: '500.12.6.3',
    to: ['kadis-pupr'],
    cc: ['asisten-2', 'kabid-bina-marga'],
    body: (on) =>
      doc(
        p(
          `Menanggapi surat Saudara tanggal ${on.date(-10)} hal Permintaan Integrasi Data Jalan Provinsi, pada prinsipnya kami mendukung penyediaan data kondisi jalan melalui portal data terpadu dengan ketentuan sebagai berikut:`,
        ),
        ol(
          'data disampaikan dalam format yang disepakati dan dilengkapi metadata;',
          [
            'pembaruan data dilakukan secara berkala, yaitu:',
            ol('data ruas dan kondisi setiap 3 (tiga) bulan; dan', 'data penutupan ruas pada hari kejadian;'),
          ],
          'akses bagi aplikasi lain hanya diberikan melalui layanan penghubung sistem yang dikelola Dinas Komunikasi dan Informatika.',
        ),
        p(
          `Untuk menyepakati rancangan teknis, kami mengusulkan pertemuan tim pada ${on.day(2)} pukul 09.00 WIB di ruang kerja Bidang Aplikasi Informatika. Atas kerja sama Saudara, kami ucapkan terima kasih.`,
        ),
      ),
    timeline: [
      [7, '08:30', 'draft', 'staf-aptika-1'],
      [7, '11:05', 'submit', 'staf-aptika-1'],
      [7, '13:42', 'initial', 'kabid-aptika'],
      [6, '09:18', 'initial', 'sekretaris-kominfo'],
      [6, '14:07', 'sign', 'kadis-kominfo'],
      [5, '08:11', 'read', 'tu-pupr'],
      [5, '09:36', 'read', 'kadis-pupr'],
    ],
    ends: 'dispatched',
  }),
];
