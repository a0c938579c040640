import { doc, ol, p, table, ul } from '../body-builders.ts';
import { CAGAR_BUDAYA_SAMBAS, DINKES_KUBU_RAYA, DINKES_PONTIANAK } from '../external-contacts.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

export const EDUCATION_AND_HEALTH: readonly DemoLetter[] = [
  suratDinas({
    key: 'revitalisasi-smk',
    drafter: 'staf-smk',
    signatory: 'kadis-dikbud',
    circuit: ['kabid-smk', 'sekretaris-dikbud'],
    subject: 'Usulan Revitalisasi Empat Belas Sekolah Menengah Kejuruan',
    code: '400.3.13',
    to: ['sekda'],
    cc: ['asisten-1', 'kadis-pupr'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka meningkatkan mutu pendidikan vokasi, bersama ini kami sampaikan usulan revitalisasi 14 (empat belas) Sekolah Menengah Kejuruan Negeri untuk Tahun Anggaran ${on.nextYear}. Usulan disusun berdasarkan hasil penilaian kondisi bangunan dan kebutuhan dunia kerja, dengan ringkasan sebagai berikut:`,
        ),
        table(
          ['No.', 'Wilayah', 'Jumlah Sekolah', 'Kebutuhan Utama', 'Perkiraan Biaya'],
          [
            ['Pontianak dan Kubu Raya', '4', 'Bengkel dan laboratorium', 'Rp9,6 miliar'],
            ['Sambas dan Singkawang', '4', 'Ruang praktik kelautan', 'Rp8,1 miliar'],
            ['Sintang dan Melawi', '3', 'Bengkel alat berat', 'Rp7,4 miliar'],
            ['Kapuas Hulu', '3', 'Asrama dan ruang kelas', 'Rp6,2 miliar'],
          ],
        ),
        p(
          'Kelayakan bangunan telah diperiksa bersama Dinas Pekerjaan Umum dan Penataan Ruang. Kami mohon arahan dan persetujuan Ibu Sekretaris Daerah agar usulan dapat dibahas dalam rencana kerja. Atas perhatian Ibu, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [18, '08:30', 'draft', 'staf-smk'],
      [18, '11:20', 'submit', 'staf-smk'],
      [18, '14:10', 'initial', 'kabid-smk'],
      [17, '10:08', 'initial', 'sekretaris-dikbud'],
      [17, '13:50', 'sign', 'kadis-dikbud'],
      [16, '08:28', 'read', 'sekda'],
      [16, '09:15', 'read', 'kadis-pupr'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'pendataan-cagar-budaya',
    drafter: 'kabid-kebudayaan',
    signatory: 'kadis-dikbud',
    circuit: ['sekretaris-dikbud'],
    subject: 'Pendataan Bersama Objek yang Diduga Cagar Budaya',
    code: '400.6.2',
    to: [CAGAR_BUDAYA_SAMBAS],
    cc: ['kadis-dpk'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka melengkapi daftar cagar budaya tingkat provinsi, kami akan melaksanakan pendataan objek yang diduga cagar budaya di Kabupaten Sambas, meliputi bangunan, naskah kuno, dan benda peninggalan kesultanan yang disimpan oleh masyarakat.',
        ),
        p(
          `Pendataan dilaksanakan pada ${on.day(-5)} sampai dengan ${on.day(-3)} oleh 5 (lima) orang petugas. Untuk keperluan tersebut, kami mohon bantuan Saudara:`,
        ),
        ol(
          'menyampaikan daftar awal objek dan pemiliknya;',
          'menugaskan 2 (dua) orang pendamping yang memahami adat setempat; dan',
          'memberitahukan kegiatan kepada camat, kepala desa, dan tokoh masyarakat.',
        ),
        p(
          'Petugas hanya mencatat, mengukur, dan memotret atas izin pemilik tanpa memindahkan objek. Hasil pendataan akan kami sampaikan kepada Pemerintah Kabupaten Sambas. Atas kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [12, '09:20', 'draft', 'kabid-kebudayaan'],
      [11, '08:45', 'submit', 'kabid-kebudayaan'],
      [11, '13:12', 'initial', 'sekretaris-dikbud'],
      [10, '09:05', 'sign', 'kadis-dikbud'],
      [9, '08:50', 'read', 'kadis-dpk'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'permohonan-subdomain',
    drafter: 'kabid-kebudayaan',
    signatory: 'kadis-dikbud',
    circuit: ['sekretaris-dikbud'],
    subject: 'Permohonan Nama Subdomain',
    code: '500.12.6',
    to: ['kadis-kominfo'],
    body: () =>
      doc(
        p(
          'Dalam rangka memperluas informasi mengenai museum dan cagar budaya kepada masyarakat, Dinas Pendidikan dan Kebudayaan telah menyelesaikan pembuatan laman yang memuat koleksi, jadwal kunjungan, dan peta situs di Kalimantan Barat.',
        ),
        p(
          'Sehubungan dengan hal tersebut, kami mengajukan permohonan penggunaan nama subdomain museum.contoh.go.id beserta penempatan laman di pusat data provinsi. Penanggung jawab isi adalah Bidang Kebudayaan, sedangkan penanggung jawab teknis akan ditetapkan dengan surat tugas setelah permohonan disetujui.',
        ),
        p(
          'Laman tersebut tidak memuat data pribadi dan tidak memerlukan akun pengunjung. Kami bersedia mengikuti pengujian keamanan sebelum laman dibuka untuk umum. Atas bantuan dan persetujuan Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [9, '08:35', 'draft', 'kabid-kebudayaan'],
      [9, '09:50', 'submit', 'kabid-kebudayaan'],
      [9, '13:40', 'initial', 'sekretaris-dikbud'],
      [8, '08:58', 'sign', 'kadis-dikbud'],
      [8, '10:25', 'read', 'tu-kominfo'],
      [8, '14:02', 'read', 'kadis-kominfo'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'kewaspadaan-dbd',
    drafter: 'epidemiolog',
    signatory: 'kadis-dinkes',
    circuit: ['kabid-p2p', 'sekretaris-dinkes'],
    subject: 'Peningkatan Kewaspadaan terhadap Demam Berdarah Dengue',
    code: '400.7.9',
    grade: 'segera',
    to: [DINKES_KUBU_RAYA, DINKES_PONTIANAK, 'kadis-dikbud'],
    cc: ['asisten-1'],
    body: (on) =>
      doc(
        p(
          `Hasil surveilans sampai dengan ${on.date(-10)} menunjukkan kenaikan kasus demam berdarah dengue selama 3 (tiga) minggu berturut-turut di beberapa wilayah, sebagaimana data berikut:`,
        ),
        table(
          ['No.', 'Wilayah', 'Minggu I', 'Minggu II', 'Minggu III'],
          [
            ['Kota Pontianak', '18', '25', '31'],
            ['Kabupaten Kubu Raya', '14', '19', '27'],
          ],
        ),
        p('Untuk mencegah kejadian luar biasa, kami mohon Saudara:'),
        ol(
          'menggerakkan pemberantasan sarang nyamuk setiap hari Jumat di permukiman dan sekolah;',
          'memastikan persediaan larvasida, cairan infus, dan alat uji cepat;',
          'melaporkan kasus dalam waktu 24 (dua puluh empat) jam; dan',
          'melaksanakan penyelidikan epidemiologi pada setiap kasus.',
        ),
        p(
          'Pengasapan hanya dilakukan berdasarkan hasil penyelidikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [9, '08:05', 'draft', 'epidemiolog'],
      [9, '09:22', 'submit', 'epidemiolog'],
      [9, '10:36', 'initial', 'kabid-p2p'],
      [9, '13:18', 'initial', 'sekretaris-dinkes'],
      [8, '08:31', 'sign', 'kadis-dinkes'],
      [8, '10:14', 'read', 'kadis-dikbud'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'rapat-jarak-jauh',
    drafter: 'kabid-p2p',
    signatory: 'kadis-dinkes',
    circuit: ['sekretaris-dinkes'],
    subject: 'Permohonan Fasilitas Rapat Jarak Jauh',
    code: '500.12.6',
    to: ['kadis-kominfo'],
    cc: ['asisten-1'],
    body: (on) =>
      doc(
        p(
          'Sehubungan dengan evaluasi mingguan penanganan demam berdarah dengue, Dinas Kesehatan memerlukan fasilitas rapat jarak jauh yang dapat diikuti oleh dinas kesehatan kabupaten dan kota se-Kalimantan Barat. Adapun kebutuhan kami adalah sebagai berikut:',
        ),
        ul(
          `waktu: ${on.day(3)} pukul 13.00 sampai dengan 15.00 WIB;`,
          'jumlah peserta: 60 (enam puluh) titik sambungan;',
          'perekaman rapat untuk keperluan notula; dan',
          '1 (satu) orang petugas teknis selama rapat berlangsung.',
        ),
        p(
          'Mengingat bahan rapat memuat data wilayah yang belum diumumkan, kami mohon ruang rapat daring dilindungi dengan kata sandi dan daftar tunggu. Tautan akan kami sebarkan melalui pos-el resmi. Atas bantuan Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [2, '08:18', 'draft', 'kabid-p2p'],
      [2, '09:26', 'submit', 'kabid-p2p'],
      [2, '10:48', 'initial', 'sekretaris-dinkes'],
      [2, '11:30', 'sign', 'kadis-dinkes'],
      [2, '13:33', 'read', 'tu-kominfo'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'cakupan-imunisasi',
    drafter: 'epidemiolog',
    signatory: 'kadis-dinkes',
    circuit: ['kabid-p2p', 'sekretaris-dinkes'],
    subject: 'Permintaan Data Cakupan Imunisasi Anak Sekolah',
    code: '400.7.7',
    to: [DINKES_KUBU_RAYA, DINKES_PONTIANAK],
    cc: ['kadis-dikbud'],
    body: (on) =>
      doc(
        p(
          `Dalam rangka penilaian pelaksanaan bulan imunisasi anak sekolah, kami mohon Saudara menyampaikan data cakupan sampai dengan ${on.date(-5)} yang dirinci menurut kecamatan, jenis vaksin, dan jumlah sasaran.`,
        ),
        p('Data dimaksud dilengkapi dengan:'),
        ol(
          'jumlah sekolah yang telah dan belum dikunjungi;',
          'alasan penundaan atau penolakan beserta tindak lanjutnya;',
          'sisa vaksin dan tanggal kedaluwarsanya; dan',
          'laporan kejadian ikutan pascaimunisasi apabila ada.',
        ),
        p(
          'Data akan digunakan untuk merencanakan pelayanan susulan agar tidak ada anak yang terlewat. Kami mengharapkan data disampaikan dalam bentuk lembar kerja yang telah diperiksa oleh pengelola program. Atas kerja sama Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [3, '09:12', 'draft', 'epidemiolog'],
      [3, '10:40', 'submit', 'epidemiolog'],
      [
        2,
        '08:33',
        'return',
        'kabid-p2p',
        'Batas waktu penyampaian data belum dicantumkan dan format lembar kerja belum dilampirkan.',
      ],
    ],
    ends: 'returned',
  }),
];
