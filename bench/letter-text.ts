/** A plausible letter of regional government, the same for the same number. */
export interface GeneratedLetter {
  subject: string;
  text: string;
  signatory: string;
  classification: string;
  grade: 'biasa' | 'segera' | 'sangat_segera';
  type: 'surat_dinas' | 'nota_dinas';
}

interface Topic {
  code: string;
  subjects: readonly string[];
  sentences: readonly string[];
}

const PLACES =
  'Sintang Sanggau Sambas Ketapang Landak Melawi Sekadau Bengkayang Mempawah Singkawang Pontianak Putussibau Ngabang Nanga Pinoh Sukadana Entikong Semubuk Ketungau Sepauk Tayan Balai Karangan Jelai Kendawangan Teluk Batang Rasau Jaya Sungai Raya'.split(
    ' ',
  );
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const OFFICES = [
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Kesehatan',
  'Dinas Pendidikan dan Kebudayaan',
  'Badan Perencanaan Pembangunan Daerah',
  'Badan Keuangan dan Aset Daerah',
  'Dinas Perhubungan',
  'Dinas Sosial',
  'Badan Penanggulangan Bencana Daerah',
];
const OPENINGS = [
  'Berdasarkan hasil rapat koordinasi pada {tgl}, bersama ini disampaikan hal-hal sebagai berikut.',
  'Menindaklanjuti surat {kantor} nomor {nomor} tanggal {tgl}, dengan hormat kami sampaikan.',
  'Dalam rangka pelaksanaan program kerja tahun anggaran {tahun}, diminta perhatian Saudara.',
  'Sehubungan dengan pemantauan lapangan di {tempat}, perlu kami laporkan keadaan berikut.',
];
const CLOSINGS = [
  'Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.',
  'Atas perhatian Bapak/Ibu kami ucapkan terima kasih.',
  'Keterangan lebih lanjut dapat menghubungi {nama} pada jam kerja.',
];
const SHARED = [
  'Kegiatan dimaksud dilaksanakan di {tempat} selama {angka} hari kerja dan dikoordinasikan oleh {nama}.',
  'Biaya yang timbul dibebankan pada anggaran pendapatan dan belanja daerah tahun {tahun}.',
  'Laporan tertulis disampaikan paling lambat tanggal {tgl} kepada {kantor}.',
  'Data pendukung berupa {angka} berkas telah diperiksa oleh tim dan dinyatakan lengkap.',
  'Camat {tempat} diminta menugaskan pejabat yang menangani serta menyampaikan nama petugasnya.',
  'Masyarakat di sekitar {tempat} mengharapkan penanganan segera sebelum musim hujan.',
];
const TOPICS: readonly Topic[] = [
  {
    code: '600.1.9',
    subjects: [
      'Perbaikan jalan ruas {tempat}–{tempat2}',
      'Laporan kerusakan jembatan {tempat}',
      'Usulan preservasi jalan {tempat}',
    ],
    sentences: [
      'Ruas jalan provinsi {tempat}–{tempat2} sepanjang {angka} kilometer mengalami kerusakan berat pada lapisan perkerasan.',
      'Pekerjaan perbaikan jalan mencakup penimbunan, pemadatan, dan pembuatan gorong-gorong.',
      'Jembatan gantung di {tempat} tidak dapat dilalui kendaraan roda empat.',
    ],
  },
  {
    code: '400.7.1',
    subjects: [
      'Permintaan vaksin untuk puskesmas {tempat}',
      'Laporan kejadian demam berdarah di {tempat}',
      'Rujukan pasien {tempat}',
    ],
    sentences: [
      'Tercatat {angka} kasus demam berdarah dengue di wilayah kerja Puskesmas {tempat}.',
      'Persediaan vaksin dan obat di gudang farmasi {tempat} menipis.',
      'Tenaga kesehatan dibutuhkan untuk pelayanan rawat inap dan posyandu.',
    ],
  },
  {
    code: '400.3.5',
    subjects: [
      'Undangan sosialisasi kurikulum di {tempat}',
      'Bantuan operasional sekolah {tempat}',
      'Penempatan guru {tempat}',
    ],
    sentences: [
      'Sebanyak {angka} guru akan mengikuti pelatihan kurikulum di {tempat}.',
      'Rehabilitasi ruang kelas sekolah menengah {tempat} belum selesai.',
      'Siswa berprestasi memperoleh beasiswa dari pemerintah provinsi.',
    ],
  },
  {
    code: '900.1.3',
    subjects: [
      'Penyampaian rencana kerja anggaran {tahun}',
      'Pencairan belanja modal {tempat}',
      'Rekonsiliasi aset {tempat}',
    ],
    sentences: [
      'Realisasi keuangan triwulan berjalan sebesar {angka} persen dari pagu anggaran.',
      'Rekonsiliasi barang milik daerah di {tempat} menemukan selisih pencatatan.',
      'Bendahara pengeluaran diminta melengkapi surat pertanggungjawaban.',
    ],
  },
  {
    code: '300.2.1',
    subjects: [
      'Kesiapsiagaan banjir {tempat}',
      'Bantuan logistik korban longsor {tempat}',
      'Status siaga kabut asap {tempat}',
    ],
    sentences: [
      'Banjir merendam {angka} rumah di {tempat} sejak dua hari lalu.',
      'Posko kebakaran hutan dan lahan di {tempat} memerlukan tambahan personel.',
      'Logistik berupa beras, selimut, dan tenda dikirim melalui {tempat2}.',
    ],
  },
  {
    code: '800.1.11',
    subjects: ['Surat tugas peninjauan {tempat}', 'Usulan kenaikan pangkat {nama}', 'Permohonan cuti {nama}'],
    sentences: [
      'Pegawai atas nama {nama} ditugaskan melaksanakan peninjauan ke {tempat}.',
      'Usulan kenaikan pangkat dilengkapi penilaian kinerja dua tahun terakhir.',
      'Cuti tahunan diberikan selama {angka} hari kerja.',
    ],
  },
];
const SYLLABLES =
  'ba da ka la ma na pa ra sa ta wi ri di si ni mo lo so ru tu yan dar man wan tin nor jak bun gar lis'.split(' ');

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function generateLetter(serial: number): GeneratedLetter {
  const random = randomFrom(serial * 2_654_435_761);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = () => {
    const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => of(SYLLABLES)).join('');
    return [word(), word()].map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
  };
  const fill = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/gu, (_all, slot: string) => {
      if (slot === 'tempat' || slot === 'tempat2') return of(PLACES);
      if (slot === 'kantor') return of(OFFICES);
      if (slot === 'nama') return name();
      if (slot === 'tahun') return String(2019 + Math.floor(random() * 8));
      if (slot === 'nomor') return `${of(TOPICS).code}/${String(Math.floor(random() * 9000))}/UM`;
      if (slot === 'tgl')
        return `${String(1 + Math.floor(random() * 28))} ${of(MONTHS)} ${String(2019 + Math.floor(random() * 8))}`;
      return String(2 + Math.floor(random() * 98));
    });
  // Some matters are written about far more often than others.
  const topic = TOPICS[Math.floor(random() ** 2 * TOPICS.length)] ?? of(TOPICS);
  const body = [
    of(OPENINGS),
    ...Array.from({ length: 5 + Math.floor(random() * 5) }, () => of(random() < 0.5 ? topic.sentences : SHARED)),
    of(CLOSINGS),
  ];
  return {
    subject: fill(of(topic.subjects)),
    text: body.map(fill).join('\n'),
    signatory: name(),
    classification: topic.code,
    grade: random() < 0.8 ? 'biasa' : random() < 0.7 ? 'segera' : 'sangat_segera',
    type: random() < 0.65 ? 'surat_dinas' : 'nota_dinas',
  };
}

/** Forty searches as people type them: words of every other letter, of some, of few, and of nearly none. */
export const SEARCHES: readonly string[] = [
  'perbaikan jalan sintang',
  'jembatan gantung',
  'anggaran',
  'laporan',
  'puskesmas vaksin',
  'demam berdarah sambas',
  'banjir',
  'kurikulum',
  'guru ketapang',
  'surat tugas peninjauan',
  'cuti tahunan',
  'kenaikan pangkat',
  'rekonsiliasi aset landak',
  'belanja modal',
  'bendahara',
  'longsor melawi',
  'kabut asap',
  'logistik beras',
  'gorong',
  'preservasi jalan entikong',
  'rapat koordinasi',
  'tim',
  'masyarakat musim hujan',
  'camat tayan',
  'program kerja',
  'rujukan pasien',
  'beasiswa siswa',
  'realisasi keuangan triwulan',
  'obat gudang farmasi',
  'penempatan guru sekadau',
  'kerusakan berat',
  'ruas sintang semubuk',
  'posko kebakaran hutan',
  'tenda selimut',
  'dinas perhubungan',
  'sosialisasi',
  'pelatihan bengkayang',
  'sungai raya banjir',
  'bandar',
  'wanbun',
];
