import { doc, ol, p, table } from '../body-builders.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const INFORMATICS_TO_SIGN: readonly DemoLetter[] = [
  suratDinas({
    key: 'tautan-palsu',
    drafter: 'sandiman',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-persandian', 'sekretaris-kominfo'],
    subject: 'Kewaspadaan terhadap Tautan Palsu yang Mengatasnamakan Pemerintah Provinsi',
    code: '500.12.10',
    grade: 'sangat_segera',
    to: ['kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd', 'kadis-dpk', 'inspektur'],
    cc: ['sekda'],
    body: (on) =>
      doc(
        p(
          `Sejak ${on.day(-2)} beredar pesan berantai yang mengatasnamakan Pemerintah Provinsi Kalimantan Barat dan meminta pegawai mengisi ulang data kepegawaian melalui sebuah tautan. Pesan tersebut **bukan** berasal dari pemerintah daerah dan bertujuan memperoleh kata sandi.`,
        ),
        p('Untuk mencegah penyalahgunaan akun, kami mohon Saudara segera:'),
        ol(
          'memerintahkan pegawai tidak membuka dan tidak meneruskan pesan dimaksud;',
          [
            'bagi pegawai yang telanjur mengisi data agar:',
            ol('mengganti kata sandi pada hari ini; dan', 'melapor kepada Tim Tanggap Insiden Siber;'),
          ],
          'menyampaikan imbauan ini melalui saluran komunikasi internal.',
        ),
        p(
          'Permintaan pemblokiran tautan telah kami ajukan kepada instansi yang berwenang. Perkembangan penanganan akan kami sampaikan setiap hari sampai dengan gangguan dinyatakan selesai.',
        ),
      ),
    timeline: [
      [1, '07:45', 'draft', 'sandiman'],
      [1, '08:10', 'submit', 'sandiman'],
      [1, '08:24', 'initial', 'kabid-persandian'],
      [1, '08:51', 'initial', 'sekretaris-kominfo'],
    ],
    ends: 'ready_to_sign',
  }),
  suratDinas({
    key: 'persetujuan-subdomain',
    drafter: 'staf-aptika-2',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Persetujuan Penggunaan Nama Subdomain',
    code: '500.12.6',
    to: ['kadis-dikbud'],
    cc: ['kabid-kebudayaan'],
    body: (on) =>
      doc(
        p(
          `Menanggapi permohonan Saudara tanggal ${on.date(-8)} hal Permohonan Nama Subdomain, kami menyetujui penggunaan nama museum.contoh.go.id untuk laman informasi museum dan cagar budaya dengan ketentuan sebagai berikut:`,
        ),
        ol(
          'isi laman menjadi tanggung jawab Dinas Pendidikan dan Kebudayaan;',
          'aplikasi ditempatkan di pusat data provinsi dan diuji keamanannya sebelum dibuka untuk umum;',
          'penanggung jawab teknis ditetapkan dengan surat tugas; dan',
          'subdomain yang tidak dipakai selama 6 (enam) bulan akan ditutup setelah pemberitahuan tertulis.',
        ),
        p(
          'Pengaturan teknis dilaksanakan paling lama 2 (dua) hari kerja setelah surat tugas kami terima. Demikian persetujuan ini disampaikan untuk dipergunakan sebagaimana mestinya.',
        ),
      ),
    timeline: [
      [5, '10:05', 'draft', 'staf-aptika-2'],
      [5, '11:20', 'submit', 'staf-aptika-2'],
      [4, '09:00', 'initial', 'kabid-aptika'],
      [3, '09:41', 'initial', 'sekretaris-kominfo'],
    ],
    ends: 'ready_to_sign',
  }),
  suratDinas({
    key: 'jaringan-posko-banjir',
    drafter: 'staf-aptika-1',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Dukungan Sambungan Internet pada Posko Siaga Banjir',
    code: '500.12.2',
    grade: 'segera',
    to: ['kalaksa-bpbd'],
    cc: ['asisten-3', 'karo-umum'],
    body: (on) =>
      doc(
        p(
          `Sehubungan dengan permintaan Saudara melalui surat tanggal ${on.date(-6)}, bersama ini kami sampaikan kesiapan dukungan sambungan internet pada posko siaga banjir sebagai berikut:`,
        ),
        table(
          ['No.', 'Lokasi Posko', 'Jenis Sambungan', 'Mulai Aktif'],
          [
            ['Kantor BPBD Provinsi', 'Serat optik dan cadangan seluler', on.date(1)],
            ['Posko Lapangan Sintang', 'Satelit bergerak', on.date(3)],
            ['Posko Lapangan Putussibau', 'Satelit bergerak', on.date(4)],
          ],
        ),
        p(
          'Petugas kami akan mendampingi pemasangan dan memantau sambungan selama 24 (dua puluh empat) jam. Kami mohon Saudara menyiapkan catu daya dan tempat perangkat yang terlindung dari air.',
        ),
        p(
          'Apabila lokasi posko berubah, mohon diberitahukan paling lambat 1 (satu) hari sebelumnya. Demikian disampaikan untuk menjadi maklum.',
        ),
      ),
    timeline: [
      [4, '08:12', 'draft', 'staf-aptika-1'],
      [4, '09:02', 'submit', 'staf-aptika-1'],
      [4, '09:40', 'return', 'kabid-aptika', 'Lokasi Putussibau belum masuk, padahal diminta dalam surat BPBD.'],
      [4, '10:25', 'resubmit', 'staf-aptika-1', 'Lokasi Putussibau sudah ditambahkan pada tabel.'],
      [4, '13:05', 'initial', 'kabid-aptika'],
      [2, '10:15', 'initial', 'sekretaris-kominfo'],
    ],
    ends: 'ready_to_sign',
  }),
  suratDinas({
    key: 'peserta-pelatihan-data',
    drafter: 'prakom-muda',
    signatory: 'kadis-kominfo',
    circuit: ['kabid-aptika', 'sekretaris-kominfo'],
    subject: 'Penyampaian Nama Peserta Pelatihan Analisis Data',
    code: '800.1.4',
    to: ['karo-organisasi'],
    body: (on) =>
      doc(
        p(
          `Memenuhi permintaan Saudara hal Pendaftaran Pelatihan Analisis Data bagi Aparatur, bersama ini kami sampaikan nama pegawai Dinas Komunikasi dan Informatika yang diusulkan mengikuti pelatihan pada ${on.day(9)} sampai dengan ${on.day(11)}:`,
        ),
        table(
          ['No.', 'Nama', 'Jabatan'],
          [
            ['Erwin Tanoto, S.Kom.', 'Pranata Komputer Ahli Muda'],
            ['Wulan Safitri, S.Kom.', 'Penata Layanan Operasional'],
            ['Yakobus Liung, S.T.', 'Penata Layanan Operasional'],
          ],
        ),
        p(
          'Pegawai tersebut telah memenuhi syarat kepesertaan, tidak sedang menjalani tugas belajar, dan memperoleh izin atasan langsung. Selama pelatihan, tugas rutin yang bersangkutan dialihkan kepada pegawai lain di Bidang Aplikasi Informatika sehingga pelayanan tetap berjalan.',
        ),
        p('Demikian kami sampaikan untuk diproses lebih lanjut. Atas kerja sama Saudara, kami ucapkan terima kasih.'),
      ),
    timeline: [
      [5, '13:20', 'draft', 'prakom-muda'],
      [4, '08:30', 'submit', 'prakom-muda'],
      [4, '14:44', 'initial', 'kabid-aptika'],
      [2, '13:27', 'initial', 'sekretaris-kominfo'],
    ],
    ends: 'ready_to_sign',
  }),
];
