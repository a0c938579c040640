import { doc, ol, p, table } from '../body-builders.ts';
import { notaDinas, suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const OPD_HEADS = ['kadis-kominfo', 'kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd', 'kadis-dpk'];

export const SECRETARIAT_INSTRUCTIONS: readonly DemoLetter[] = [
  suratDinas({
    key: 'serapan-anggaran',
    drafter: 'kabag-tu',
    signatory: 'sekda',
    circuit: ['karo-umum', 'asisten-3'],
    subject: 'Permintaan Laporan Serapan Anggaran',
    code: '900.1.3',
    grade: 'segera',
    to: OPD_HEADS,
    cc: ['gubernur', 'inspektur'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka pengendalian pelaksanaan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran ${on.year}, Saudara diminta menyampaikan laporan serapan anggaran keadaan sampai dengan ${on.date(-22)} dengan memperhatikan hal-hal sebagai berikut:`,
        ),
        ol(
          [
            'laporan memuat perbandingan antara:',
            ol(
              'rencana dan realisasi keuangan;',
              'rencana dan realisasi fisik; serta',
              'sisa kontrak yang belum dibayarkan;',
            ),
          ],
          'kegiatan dengan realisasi di bawah 60% (enam puluh persen) dilengkapi penjelasan dan rencana penyelesaian; dan',
          'laporan ditandatangani oleh pengguna anggaran dan tidak diwakilkan.',
        ),
        p(
          `Laporan disampaikan melalui aplikasi Lontar paling lambat ${on.date(-14)}. Hasil evaluasi akan menjadi bahan rapat pimpinan. Demikian untuk dilaksanakan dengan penuh tanggung jawab.`,
        ),
      ),
    timeline: [
      [21, '08:10', 'draft', 'kabag-tu'],
      [21, '09:30', 'submit', 'kabag-tu'],
      [21, '10:44', 'initial', 'karo-umum'],
      [21, '13:22', 'initial', 'asisten-3'],
      [20, '08:55', 'sign', 'sekda'],
      [20, '09:40', 'read', 'kadis-pupr'],
      [20, '10:12', 'read', 'kadis-kominfo'],
      [20, '13:08', 'read', 'kadis-dinkes'],
      [19, '08:18', 'read', 'inspektur'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'evaluasi-sop',
    drafter: 'analis-organisasi',
    signatory: 'sekda',
    circuit: ['karo-organisasi', 'asisten-3'],
    subject: 'Evaluasi Standar Operasional Prosedur Perangkat Daerah',
    code: '000.8.3.3',
    to: OPD_HEADS,
    body: (on) =>
      doc(
        p(
          'Perubahan cara kerja dari naskah berbasis kertas menjadi naskah dinas elektronik menuntut penyesuaian standar operasional prosedur pada setiap perangkat daerah. Hasil pemeriksaan Biro Organisasi menunjukkan bahwa sebagian prosedur masih mensyaratkan tanda tangan basah, cap, dan salinan tercetak.',
        ),
        p('Sehubungan dengan hal tersebut, Saudara diminta:'),
        ol(
          'menginventarisasi prosedur yang berkaitan dengan surat menyurat dan kearsipan;',
          'menghapus langkah yang tidak lagi diperlukan dan menetapkan batas waktu setiap tahapan; dan',
          `menyampaikan rancangan perbaikan kepada Biro Organisasi paling lambat ${on.date(-2)}.`,
        ),
        p(
          'Biro Organisasi menyediakan klinik konsultasi setiap hari Rabu dan Kamis pukul 09.00 sampai dengan 11.00 WIB. Prosedur yang telah disesuaikan akan ditetapkan dengan keputusan kepala perangkat daerah. Atas perhatian Saudara, diucapkan terima kasih.',
        ),
      ),
    timeline: [
      [17, '09:00', 'draft', 'analis-organisasi'],
      [17, '11:15', 'submit', 'analis-organisasi'],
      [
        17,
        '14:05',
        'return',
        'karo-organisasi',
        'Tambahkan jadwal klinik konsultasi agar perangkat daerah tahu ke mana bertanya.',
      ],
      [16, '08:20', 'resubmit', 'analis-organisasi', 'Jadwal klinik konsultasi sudah ditambahkan.'],
      [16, '09:48', 'initial', 'karo-organisasi'],
      [16, '13:35', 'initial', 'asisten-3'],
      [15, '08:40', 'sign', 'sekda'],
      [15, '10:26', 'read', 'kadis-kominfo'],
      [15, '11:03', 'read', 'kadis-dpk'],
    ],
    ends: 'dispatched',
  }),
  notaDinas({
    key: 'ruang-rapat',
    drafter: 'kabag-tu',
    signatory: 'karo-umum',
    subject: 'Penyesuaian Jadwal Pemakaian Ruang Rapat Utama',
    code: '000.1.4',
    to: ['sekda'],
    cc: ['asisten-3', 'kasubbag-tu-sekda'],
    body: (on) =>
      doc(
        p(
          `Bersama ini kami laporkan kepada Ibu Sekretaris Daerah bahwa Ruang Rapat Utama akan menjalani perbaikan pendingin udara dan pengeras suara pada ${on.day(-10)} sampai dengan ${on.day(-8)}. Oleh karena itu, kegiatan yang telah terjadwal kami usulkan dialihkan sebagai berikut:`,
        ),
        table(
          ['No.', 'Kegiatan', 'Semula', 'Menjadi'],
          [
            ['Rapat pimpinan mingguan', 'Ruang Rapat Utama', 'Ruang Rapat Sekretaris Daerah'],
            ['Penerimaan kunjungan kerja', 'Ruang Rapat Utama', 'Balai Pertemuan'],
            ['Gladi upacara', 'Ruang Rapat Utama', 'Halaman depan'],
          ],
        ),
        p(
          'Perubahan tidak memerlukan tambahan biaya karena seluruh ruang pengganti dikelola Biro Umum. Petugas konsumsi, keamanan, dan dokumentasi telah kami siapkan. Mohon persetujuan Ibu agar pemberitahuan kepada peserta dapat segera disampaikan.',
        ),
      ),
    timeline: [
      [12, '08:30', 'draft', 'kabag-tu'],
      [12, '09:10', 'submit', 'kabag-tu'],
      [12, '10:05', 'sign', 'karo-umum'],
      [12, '10:40', 'read', 'kasubbag-tu-sekda'],
      [12, '13:30', 'read', 'sekda'],
    ],
    ends: 'dispatched',
  }),
  notaDinas({
    key: 'harmonisasi-tata-naskah',
    drafter: 'perancang-hukum',
    signatory: 'karo-hukum',
    subject: 'Hasil Harmonisasi Rancangan Peraturan Gubernur tentang Tata Naskah Dinas',
    code: '100.3.2',
    security: 'T',
    to: ['asisten-1'],
    cc: ['sekda'],
    body: (on) =>
      doc(
        p(
          `Menindaklanjuti disposisi Bapak tanggal ${on.date(-18)}, bersama ini kami sampaikan hasil harmonisasi Rancangan Peraturan Gubernur tentang Tata Naskah Dinas di Lingkungan Pemerintah Provinsi Kalimantan Barat sebagai berikut:`,
        ),
        ol(
          'materi muatan telah sesuai dengan kewenangan daerah dan peraturan menteri yang mengatur tata naskah dinas;',
          [
            'ketentuan yang perlu diperbaiki adalah:',
            ol(
              'penulisan penandatanganan atas nama dan untuk beliau agar mengikuti lampiran;',
              'ketentuan nomor sisipan dihapus karena nomor diambil secara otomatis; dan',
              'masa peralihan ditegaskan paling lama 6 (enam) bulan;',
            ),
          ],
          'lampiran contoh bentuk naskah disesuaikan dengan penggunaan tanda tangan elektronik.',
        ),
        p(
          'Apabila Bapak berkenan, rancangan yang telah diperbaiki akan kami ajukan untuk fasilitasi. Mohon arahan lebih lanjut.',
        ),
      ),
    timeline: [
      [14, '10:10', 'draft', 'perancang-hukum'],
      [13, '08:35', 'submit', 'perancang-hukum'],
      [13, '10:20', 'sign', 'karo-hukum'],
      [13, '13:44', 'read', 'asisten-1'],
      [12, '08:16', 'read', 'sekda'],
    ],
    ends: 'dispatched',
  }),
];
