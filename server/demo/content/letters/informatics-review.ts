import { doc, ol, p, table } from '../body-builders.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const CIRCUIT = ['kabid-aptika', 'sekretaris-kominfo'];

export const INFORMATICS_REVIEW: readonly DemoLetter[] = [
  suratDinas({
    key: 'kapasitas-pusat-data',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Permintaan Data Kebutuhan Kapasitas Pusat Data',
    code: '500.12.6.2',
    to: ['kadis-pupr', 'kadis-dinkes', 'kadis-dikbud'],
    body: (on) =>
      doc(
        p(
          `Kapasitas penyimpanan pusat data Pemerintah Provinsi Kalimantan Barat pada akhir ${on.month(-22)} telah terpakai 71% (tujuh puluh satu persen). Agar perluasan dapat direncanakan secara tepat, kami mohon Saudara menyampaikan perkiraan kebutuhan untuk 2 (dua) tahun mendatang, meliputi:`,
        ),
        ol(
          'jumlah aplikasi yang akan ditempatkan di pusat data;',
          'perkiraan pertambahan data setiap tahun;',
          'kebutuhan salinan cadangan dan lama penyimpanannya; dan',
          'tingkat kepentingan layanan apabila terjadi gangguan.',
        ),
        p(
          `Data disampaikan paling lambat ${on.date(8)} kepada Bidang Aplikasi Informatika. Perangkat daerah yang tidak menyampaikan data akan diperhitungkan dengan kapasitas yang digunakan saat ini.`,
        ),
        p('Demikian disampaikan, atas kerja sama Saudara kami ucapkan terima kasih.'),
      ),
    timeline: [
      [2, '08:15', 'draft', 'staf-aptika-1'],
      [2, '10:42', 'submit', 'staf-aptika-1'],
    ],
    ends: 'in_review',
  }),
  suratDinas({
    key: 'alamat-portal-baru',
    drafter: 'staf-aptika-2',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Pemberitahuan Perubahan Alamat Portal Layanan Pengaduan',
    code: '500.12.11',
    grade: 'segera',
    to: ['kadis-dinkes', 'kadis-dikbud', 'kadis-pupr', 'kalaksa-bpbd'],
    cc: ['kabid-ikp'],
    body: (on) =>
      doc(
        p(
          `Kami beritahukan bahwa mulai ${on.day(6)} portal layanan pengaduan masyarakat Pemerintah Provinsi Kalimantan Barat menggunakan alamat baru, yaitu lapor.contoh.go.id. Alamat lama tetap dialihkan secara otomatis selama 90 (sembilan puluh) hari kalender.`,
        ),
        p('Sehubungan dengan perubahan tersebut, kami mohon Saudara:'),
        ol(
          'memperbarui tautan pada laman, spanduk, dan papan informasi pelayanan;',
          'menyampaikan perubahan kepada petugas pengelola pengaduan; dan',
          'melaporkan tautan yang tidak berfungsi kepada Bidang Informasi dan Komunikasi Publik.',
        ),
        p(
          'Akun pengelola dan riwayat pengaduan tidak berubah sehingga petugas cukup masuk dengan nama pengguna yang sama. Demikian untuk menjadi perhatian.',
        ),
      ),
    timeline: [
      [1, '08:05', 'draft', 'staf-aptika-2'],
      [1, '09:34', 'submit', 'staf-aptika-2'],
    ],
    ends: 'in_review',
  }),
  suratDinas({
    key: 'tim-penilai-spbe',
    drafter: 'prakom-muda',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Permintaan Nama Anggota Tim Penilai Mandiri',
    code: '000.8.3',
    to: ['karo-organisasi', 'inspektur', 'kadis-dpk'],
    body: (on) =>
      doc(
        p(
          `Berdasarkan kesepakatan rapat koordinasi pada ${on.day(-17)}, penilaian mandiri Sistem Pemerintahan Berbasis Elektronik dilaksanakan oleh tim yang beranggotakan unsur perangkat daerah. Untuk penetapan tim dengan keputusan Sekretaris Daerah, kami mohon Saudara menugaskan pegawai sesuai dengan kebutuhan berikut:`,
        ),
        table(
          ['No.', 'Unit Kerja', 'Bidang Penilaian', 'Jumlah'],
          [
            ['Biro Organisasi', 'Kebijakan internal dan tata kelola', '2 orang'],
            ['Inspektorat Daerah', 'Manajemen risiko dan audit', '1 orang'],
            ['Dinas Perpustakaan dan Kearsipan', 'Layanan kearsipan elektronik', '1 orang'],
          ],
        ),
        p(
          `Nama, NIP, pangkat, dan jabatan pegawai yang ditugaskan kiranya dapat kami terima paling lambat ${on.date(5)}. Pegawai dimaksud diutamakan yang pernah mengikuti pelatihan penilaian. Atas bantuan Saudara, kami ucapkan terima kasih.`,
        ),
      ),
    timeline: [
      [2, '13:10', 'draft', 'prakom-muda'],
      [2, '15:20', 'submit', 'prakom-muda'],
    ],
    ends: 'in_review',
  }),
  suratDinas({
    key: 'pemutakhiran-konten',
    drafter: 'staf-aptika-2',
    signatory: 'kadis-kominfo',
    circuit: [['kabid-aptika', 'kabid-ikp'], 'sekretaris-kominfo'],
    subject: 'Pemutakhiran Konten Portal Resmi Pemerintah Provinsi',
    code: '500.12.11',
    to: ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kadis-dpk'],
    body: (on) =>
      doc(
        p(
          'Hasil pemantauan portal resmi Pemerintah Provinsi Kalimantan Barat menunjukkan bahwa sebagian informasi perangkat daerah belum diperbarui lebih dari 6 (enam) bulan, antara lain profil pejabat, standar pelayanan, dan nomor telepon pengaduan.',
        ),
        p('Untuk menjaga mutu informasi publik, kami mohon Saudara:'),
        ol(
          [
            'memeriksa halaman perangkat daerah masing-masing, khususnya:',
            ol(
              'nama pejabat dan struktur organisasi;',
              'maklumat dan standar pelayanan; dan',
              'laporan kinerja terakhir;',
            ),
          ],
          'menyampaikan perbaikan melalui akun pengelola konten; dan',
          `menyelesaikan pemutakhiran paling lambat ${on.date(10)}.`,
        ),
        p(
          'Panduan penulisan dapat diperoleh pada Bidang Informasi dan Komunikasi Publik. Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [3, '08:50', 'draft', 'staf-aptika-2'],
      [3, '10:30', 'submit', 'staf-aptika-2'],
      [3, '14:18', 'initial', 'kabid-ikp'],
      [2, '09:05', 'initial', 'kabid-aptika'],
    ],
    ends: 'in_review',
  }),
  suratDinas({
    key: 'narahubung-insiden',
    drafter: 'sandiman',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-persandian', 'sekretaris-kominfo'],
    subject: 'Penunjukan Narahubung Tim Tanggap Insiden Siber',
    code: '500.12.10',
    grade: 'segera',
    to: ['kadis-pupr', 'kadis-dinkes', 'kalaksa-bpbd', 'karo-umum'],
    body: (on) =>
      doc(
        p(
          'Penanganan insiden siber memerlukan jalur komunikasi yang dapat dihubungi setiap saat. Berdasarkan evaluasi, sebagian narahubung Tim Tanggap Insiden Siber pada perangkat daerah telah berpindah tugas sehingga laporan tidak segera ditindaklanjuti.',
        ),
        p(
          `Berkenaan dengan hal tersebut, kami mohon Saudara menunjuk 1 (satu) orang narahubung utama dan 1 (satu) orang pengganti yang menguasai sistem elektronik perangkat daerah. Penunjukan dituangkan dalam surat tugas yang memuat nama, jabatan, pos-el kedinasan, dan nomor telepon seluler, serta disampaikan paling lambat ${on.date(4)}.`,
        ),
        p(
          'Narahubung akan memperoleh pembekalan tata cara pelaporan, pengamanan bukti, dan pemulihan layanan. Laporan awal insiden disampaikan paling lama 1 (satu) jam sejak diketahui. Atas kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [2, '08:02', 'draft', 'sandiman'],
      [2, '09:15', 'submit', 'sandiman'],
      [2, '11:20', 'initial', 'kabid-persandian'],
    ],
    ends: 'in_review',
  }),
  suratDinas({
    key: 'rekap-pemanfaatan',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: CIRCUIT,
    subject: 'Penyampaian Rekapitulasi Pemanfaatan Aplikasi Lontar',
    code: '500.12.6',
    to: ['sekda'],
    cc: ['asisten-3', 'karo-organisasi'],
    body: (on) =>
      doc(
        p(
          `Bersama ini kami sampaikan rekapitulasi pemanfaatan aplikasi Lontar pada ${on.month(-22)} sebagai bahan evaluasi pengurangan belanja alat tulis kantor, dengan rincian sebagai berikut:`,
        ),
        table(
          ['No.', 'Perangkat Daerah', 'Surat Keluar', 'Nota Dinas', 'Dikirim tanpa Kertas'],
          [
            ['Sekretariat Daerah', '212', '96', '94%'],
            ['Dinas Komunikasi dan Informatika', '87', '141', '99%'],
            ['Dinas Pekerjaan Umum dan Penataan Ruang', '134', '73', '88%'],
            ['Dinas Perpustakaan dan Kearsipan', '52', '38', '97%'],
          ],
        ),
        p(
          'Surat yang masih dicetak umumnya ditujukan kepada pihak ketiga yang belum memiliki alamat pos-el resmi. Kami akan memutakhirkan daftar alamat tersebut bersama petugas pencatat surat setiap perangkat daerah.',
        ),
        p('Demikian kami laporkan, mohon arahan Ibu Sekretaris Daerah lebih lanjut.'),
      ),
    timeline: [
      [4, '09:10', 'draft', 'staf-aptika-1'],
      [4, '11:28', 'submit', 'staf-aptika-1'],
      [4, '13:50', 'comment', 'kabid-aptika', 'Angka Dinas PUPR sudah saya cocokkan dengan laporan unit, benar.'],
      [4, '13:52', 'initial', 'kabid-aptika'],
    ],
    ends: 'in_review',
  }),
];
