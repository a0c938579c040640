import { doc, ol, p, table } from '../body-builders.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const OPD_HEADS = ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd', 'kadis-dpk'];

export const INFORMATICS_NOTICES: readonly DemoLetter[] = [
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
            'memutakhirkan data pejabat penanda tangan, pejabat pemaraf, dan petugas pencatat surat, meliputi:',
            ol(
              'nama, NIP, pangkat, golongan ruang, dan jabatan sesuai dengan keputusan terakhir;',
              'alamat pos-el kedinasan yang masih digunakan; dan',
              'status sertifikat elektronik beserta tanggal berakhirnya;',
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
];
