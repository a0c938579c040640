import { doc, ol, p } from '../body-builders.ts';
import { DEKAN_TEKNIK } from '../external-contacts.ts';
import { notaDinas, suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const INFORMATICS_REPORTS: readonly DemoLetter[] = [
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
