import { doc, ol, p, table } from '../body-builders.ts';
import { BUPATI_KAPUAS_HULU, BUPATI_MELAWI, BUPATI_SINTANG } from '../external-contacts.ts';
import { suratDinas } from '../letter.ts';
import type { DemoLetter } from '../letter.ts';

const OPD_HEADS = ['kadis-kominfo', 'kadis-pupr', 'kadis-dikbud', 'kadis-dinkes', 'kalaksa-bpbd', 'kadis-dpk'];

export const GOVERNOR_AND_INSPECTORATE: readonly DemoLetter[] = [
  suratDinas({
    key: 'waspada-banjir',
    drafter: 'analis-bencana',
    signatory: 'gubernur',
    circuit: ['kabid-kedaruratan', 'kalaksa-bpbd', ['asisten-1', 'karo-hukum'], 'sekda'],
    subject: 'Kewaspadaan Menghadapi Cuaca Ekstrem dan Potensi Banjir',
    code: '300.2.3',
    grade: 'sangat_segera',
    to: [BUPATI_KAPUAS_HULU, BUPATI_SINTANG, BUPATI_MELAWI],
    cc: ['sekda', 'kadis-pupr', 'kadis-dinkes'],
    body: (on) =>
      doc(
        p(
          `Berdasarkan prakiraan cuaca dari badan yang berwenang pada ${on.date(-10)}, curah hujan di wilayah hulu Sungai Kapuas dan Sungai Melawi diperkirakan tinggi selama 3 (tiga) minggu ke depan. Untuk mengurangi risiko korban dan kerugian, diminta kepada Saudara agar:`,
        ),
        ol(
          'mengaktifkan posko siaga dan menetapkan petugas piket selama 24 (dua puluh empat) jam;',
          [
            'memeriksa kesiapan sarana, yaitu:',
            ol(
              'perahu, tenda, dan dapur umum;',
              'tempat pengungsian beserta air bersih; dan',
              'persediaan beras cadangan pemerintah;',
            ),
          ],
          'menyampaikan peringatan dini kepada masyarakat di bantaran sungai dan lereng rawan longsor; dan',
          'melaporkan perkembangan setiap hari pukul 15.00 WIB kepada Badan Penanggulangan Bencana Daerah Provinsi.',
        ),
        p(
          'Dukungan alat berat, tenaga kesehatan, dan logistik provinsi dapat diajukan melalui Sekretaris Daerah. Demikian untuk menjadi perhatian dan dilaksanakan.',
        ),
      ),
    timeline: [
      [10, '07:50', 'draft', 'analis-bencana'],
      [10, '08:35', 'submit', 'analis-bencana'],
      [10, '09:00', 'initial', 'kabid-kedaruratan'],
      [10, '09:32', 'initial', 'kalaksa-bpbd'],
      [10, '10:15', 'initial', 'asisten-1'],
      [10, '10:50', 'initial', 'karo-hukum'],
      [10, '13:05', 'initial', 'sekda'],
      [10, '14:12', 'sign', 'gubernur'],
      [10, '14:40', 'read', 'kadis-pupr'],
      [9, '08:08', 'read', 'kadis-dinkes'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'tindak-lanjut-pemeriksaan',
    drafter: 'auditor',
    signatory: 'inspektur',
    subject: 'Penyampaian Hasil Pemantauan Tindak Lanjut Pemeriksaan',
    code: '700.1.2',
    security: 'R',
    to: ['kadis-dikbud'],
    cc: ['sekda'],
    body: (on) =>
      doc(
        p(
          `Berdasarkan surat tugas Inspektur, tim telah memantau tindak lanjut hasil pemeriksaan pada Dinas Pendidikan dan Kebudayaan sampai dengan ${on.date(-16)}. Keadaan tindak lanjut adalah sebagai berikut:`,
        ),
        table(
          ['No.', 'Jenis Rekomendasi', 'Jumlah', 'Selesai', 'Belum Selesai'],
          [
            ['Administratif', '14', '11', '3'],
            ['Perbaikan sistem pengendalian', '6', '4', '2'],
            ['Penyetoran ke kas daerah', '2', '1', '1'],
          ],
        ),
        p(
          `Saudara diminta menyelesaikan rekomendasi yang belum tuntas dan menyampaikan bukti pendukung paling lambat ${on.date(12)}. Bukti yang disampaikan harus sah, lengkap, dan dapat ditelusuri. Tim Inspektorat Daerah bersedia memberikan penjelasan apabila diperlukan. Demikian disampaikan untuk ditindaklanjuti.`,
        ),
      ),
    timeline: [
      [14, '08:45', 'draft', 'auditor'],
      [14, '13:20', 'submit', 'auditor'],
      [13, '09:30', 'sign', 'inspektur'],
      [13, '10:15', 'read', 'kadis-dikbud'],
      [12, '09:20', 'read', 'sekda'],
    ],
    ends: 'dispatched',
  }),
  suratDinas({
    key: 'pengendalian-inflasi',
    drafter: 'kabag-tu',
    signatory: 'sekda',
    onBehalfOf: 'gubernur',
    circuit: ['karo-umum', 'asisten-2'],
    subject: 'Undangan Rapat Koordinasi Pengendalian Inflasi Daerah',
    code: '000.1.5',
    grade: 'segera',
    to: [BUPATI_SINTANG, BUPATI_KAPUAS_HULU, 'kadis-kominfo'],
    cc: ['gubernur'],
    body: (on) =>
      doc(
        p(
          'Dalam rangka menjaga ketersediaan pasokan dan kestabilan harga bahan pokok, Pemerintah Provinsi Kalimantan Barat akan menyelenggarakan rapat koordinasi pengendalian inflasi daerah. Sehubungan dengan hal tersebut, kami mengundang Saudara pada:',
        ),
        table(
          ['Uraian', 'Keterangan'],
          [
            ['Hari, tanggal', on.day(4)],
            ['Pukul', '08.30 WIB sampai dengan selesai'],
            ['Tempat', 'Balai Pertemuan Sekretariat Daerah, Pontianak'],
            ['Pimpinan rapat', 'Sekretaris Daerah'],
          ],
        ),
        p(
          'Mohon Saudara membawa data harga dan persediaan beras, minyak goreng, cabai, serta bawang merah dalam 4 (empat) minggu terakhir. Peserta yang berkedudukan di luar Pontianak dapat mengikuti rapat melalui sambungan video. Atas kehadiran Saudara, kami ucapkan terima kasih.',
        ),
      ),
    timeline: [
      [3, '08:55', 'draft', 'kabag-tu'],
      [3, '10:10', 'submit', 'kabag-tu'],
      [3, '13:32', 'initial', 'karo-umum'],
      [2, '09:45', 'initial', 'asisten-2'],
    ],
    ends: 'ready_to_sign',
  }),
  suratDinas({
    key: 'kendaraan-dinas',
    drafter: 'analis-organisasi',
    signatory: 'sekda',
    circuit: ['karo-organisasi', 'asisten-3'],
    subject: 'Penertiban Penggunaan Kendaraan Dinas Operasional',
    code: '000.1.7',
    to: OPD_HEADS,
    cc: ['inspektur'],
    body: (on) =>
      doc(
        p(
          'Untuk meningkatkan ketertiban dan penghematan belanja operasional, dengan ini diingatkan kembali bahwa kendaraan dinas hanya digunakan untuk kepentingan kedinasan. Kepala perangkat daerah bertanggung jawab memastikan hal-hal sebagai berikut:',
        ),
        ol(
          'setiap pemakaian di luar jam kerja dilengkapi surat tugas;',
          'buku pemakaian diisi dengan tujuan, jarak tempuh, dan pemakaian bahan bakar;',
          'kendaraan yang tidak digunakan disimpan di lingkungan kantor; dan',
          'pajak serta pemeliharaan berkala dibayarkan tepat waktu.',
        ),
        p(
          `Perangkat daerah menyampaikan daftar kendaraan beserta penanggung jawabnya paling lambat ${on.date(10)}. Biro Umum bersama Inspektorat Daerah akan melakukan pemeriksaan secara acak. Demikian untuk dipedomani dan dilaksanakan.`,
        ),
      ),
    timeline: [
      [5, '09:15', 'draft', 'analis-organisasi'],
      [5, '10:50', 'submit', 'analis-organisasi'],
      [4, '08:25', 'initial', 'karo-organisasi'],
      [4, '14:15', 'initial', 'asisten-3'],
    ],
    ends: 'ready_to_sign',
  }),
];
