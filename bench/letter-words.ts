/** What a matter is written about with: its code, its things, and what is done with them. */
interface Topic {
  code: string;
  things: readonly string[];
  deeds: readonly string[];
}

const topic = (code: string, things: string, deeds: string): Topic => ({
  code,
  things: things.split(', '),
  deeds: deeds.split(', '),
});

/** Most frequent first. */
export const TOPICS: readonly Topic[] = [
  topic(
    '600.1.9',
    'jalan provinsi, ruas jalan, aspal, gorong-gorong, bahu jalan, marka',
    'perbaikan, preservasi, pengerasan, penambalan',
  ),
  topic(
    '900.1.3',
    'anggaran kas, belanja modal, pagu, realisasi, rekening',
    'pencairan, pergeseran, penyerapan, rekonsiliasi',
  ),
  topic(
    '800.1.11',
    'pegawai, kenaikan pangkat, cuti tahunan, penilaian kinerja, formasi',
    'penugasan, mutasi, pelantikan, pengangkatan',
  ),
  topic(
    '400.3.5',
    'guru, kurikulum, ruang kelas, beasiswa, siswa, laboratorium',
    'pelatihan, penempatan, rehabilitasi, penerimaan',
  ),
  topic(
    '400.7.1',
    'puskesmas, vaksin, obat, tenaga kesehatan, rawat inap',
    'imunisasi, pengadaan, rujukan, pemeriksaan',
  ),
  topic(
    '300.2.1',
    'banjir, posko, logistik, tenda, pengungsi, perahu karet',
    'evakuasi, penanganan, pendistribusian, kesiapsiagaan',
  ),
  topic(
    '600.1.8',
    'jembatan gantung, pilar, abutmen, rangka baja, oprit',
    'pembangunan, penguatan, peninjauan, pembongkaran',
  ),
  topic(
    '500.12.6',
    'aplikasi, pusat data, jaringan, tanda tangan elektronik, peladen',
    'pengembangan, pemeliharaan, integrasi, pengujian',
  ),
  topic(
    '000.1.2',
    'perjalanan dinas, surat tugas, kendaraan dinas, penginapan',
    'pelaksanaan, pertanggungjawaban, pemesanan, penjadwalan',
  ),
  topic(
    '400.9.1',
    'bantuan sosial, keluarga penerima, lansia, panti, disabilitas',
    'penyaluran, verifikasi, pendataan, pendampingan',
  ),
  topic(
    '500.6.1',
    'padi, pupuk bersubsidi, irigasi, gabah, benih, kelompok tani',
    'penanaman, panen raya, penyuluhan, pengairan',
  ),
  topic(
    '500.4.2',
    'kelapa sawit, karet, kebun, koperasi, tandan buah segar',
    'peremajaan, sertifikasi, kemitraan, pengawasan',
  ),
  topic('500.5.7', 'nelayan, tambak, kapal ikan, rumpon, udang', 'penebaran, penangkapan, pembudidayaan, pelelangan'),
  topic('500.8.3', 'hutan lindung, gambut, titik api, satwa, restorasi', 'pemadaman, reboisasi, patroli, pembasahan'),
  topic(
    '600.4.5',
    'sampah, limbah, baku mutu, bank sampah, insinerator',
    'pengangkutan, pengolahan, pemilahan, pemantauan',
  ),
  topic(
    '500.11.2',
    'terminal, angkutan umum, dermaga, uji berkala, rambu',
    'penertiban, pengoperasian, perizinan, sosialisasi',
  ),
  topic(
    '500.15.4',
    'tenaga kerja, upah minimum, balai latihan, magang',
    'penempatan kerja, mediasi, perlindungan, pembekalan',
  ),
  topic('500.3.1', 'usaha mikro, koperasi desa, pameran, kemasan, kurasi', 'pembinaan, promosi, pendanaan, inkubasi'),
  topic(
    '500.2.2',
    'pasar rakyat, harga sembako, timbangan, distributor',
    'operasi pasar, tera ulang, revitalisasi, pemantauan harga',
  ),
  topic(
    '500.13.1',
    'pariwisata, destinasi, festival budaya, homestay, pemandu',
    'pengelolaan, pementasan, penataan, kunjungan',
  ),
  topic(
    '400.6.2',
    'cagar budaya, museum, naskah kuno, sanggar, keraton',
    'pemugaran, pendokumentasian, pewarisan, ekskavasi',
  ),
  topic(
    '000.5.3',
    'arsip, berkas inaktif, depo, boks, jadwal retensi',
    'pemindahan, penyusutan, pemusnahan, alih media',
  ),
  topic(
    '000.9.3',
    'temuan, laporan hasil pemeriksaan, rekomendasi, auditor',
    'tindak lanjut, reviu, pemeriksaan khusus, konfirmasi',
  ),
  topic(
    '000.3.2',
    'tender, penyedia, kontrak, jaminan pelaksanaan, e-katalog',
    'pengadaan, evaluasi penawaran, adendum, serah terima',
  ),
  topic(
    '000.2.3',
    'barang milik daerah, sertifikat tanah, aset, kendaraan',
    'penghapusan, inventarisasi, pinjam pakai, hibah',
  ),
  topic(
    '100.3.3',
    'rancangan peraturan, naskah akademik, harmonisasi, keputusan',
    'penyusunan, pengundangan, fasilitasi, konsultasi',
  ),
  topic(
    '200.1.2',
    'pemilihan, partai politik, kerukunan, organisasi masyarakat',
    'pemantauan, dialog, pendaftaran, pengamanan',
  ),
  topic(
    '400.10.2',
    'dana desa, kepala desa, badan usaha desa, musyawarah',
    'pencatatan, pelatihan aparatur, pembentukan, pelaporan',
  ),
  topic(
    '400.12.3',
    'kartu keluarga, akta kelahiran, perekaman, biometrik',
    'penerbitan, pemutakhiran, jemput bola, pemadanan',
  ),
  topic(
    '400.13.1',
    'stunting, keluarga berencana, posyandu, balita, gizi',
    'penimbangan, penyuluhan gizi, audit kasus, intervensi',
  ),
  topic(
    '400.2.1',
    'perlindungan anak, perempuan, kekerasan, rumah aman',
    'pelayanan aduan, konseling, pemulihan, penjangkauan',
  ),
  topic(
    '400.4.1',
    'perpustakaan, buku, pojok baca, pustakawan, literasi',
    'pengolahan bahan, peminjaman, akreditasi, lomba',
  ),
  topic(
    '400.5.3',
    'atlet, stadion, kejuaraan, pelatih, cabang olahraga',
    'seleksi, pemusatan latihan, pengiriman, penghargaan',
  ),
  topic(
    '500.10.1',
    'tambang, izin usaha, bauksit, reklamasi, galian',
    'penghentian, inspeksi, penerbitan izin, pascatambang',
  ),
  topic(
    '500.10.5',
    'listrik desa, panel surya, trafo, gardu, biogas',
    'pemasangan, penyambungan, pengisian, elektrifikasi',
  ),
  topic(
    '600.2.2',
    'rumah layak huni, sanitasi, air minum, permukiman kumuh',
    'penyediaan, peningkatan kualitas, pembebasan lahan, penyambungan rumah',
  ),
  topic(
    '600.3.1',
    'tata ruang, peta dasar, batas wilayah, kesesuaian lahan',
    'digitasi, peninjauan kembali, penegasan batas, pengukuran',
  ),
  topic(
    '500.7.2',
    'ternak, sapi, vaksinasi hewan, penyakit mulut dan kuku, kandang',
    'inseminasi, karantina, pemotongan, pengobatan',
  ),
  topic(
    '500.1.1',
    'ketahanan pangan, cadangan beras, lumbung, inflasi',
    'pengendalian, penyimpanan, penganekaragaman, penggilingan',
  ),
  topic(
    '100.2.1',
    'hubungan kerja sama, lintas batas, konsulat, nota kesepahaman',
    'penjajakan, penandatanganan, kunjungan balasan, perundingan',
  ),
];

export const PLACES =
  'Sintang,Sanggau,Sambas,Ketapang,Landak,Melawi,Sekadau,Bengkayang,Mempawah,Singkawang,Pontianak,Putussibau,Ngabang,Nanga Pinoh,Sukadana,Entikong,Semubuk,Ketungau,Sepauk,Tayan,Balai Karangan,Jelai Hulu,Kendawangan,Teluk Batang,Rasau Jaya,Sungai Raya,Badau,Jagoi Babang,Paloh,Tebas,Pemangkat,Meliau,Kembayan,Serawai,Ambalau,Simpang Hilir,Teluk Pakedai,Kubu,Terentang,Sajingan'.split(
    ',',
  );
export const OFFICES = [
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Kesehatan',
  'Dinas Pendidikan dan Kebudayaan',
  'Badan Perencanaan Pembangunan Daerah',
  'Badan Keuangan dan Aset Daerah',
  'Dinas Perhubungan',
  'Dinas Sosial',
  'Badan Penanggulangan Bencana Daerah',
  'Biro Hukum',
  'Inspektorat Daerah',
  'Dinas Kelautan dan Perikanan',
  'Dinas Komunikasi dan Informatika',
];
export const SYLLABLES =
  'ba da ka la ma na pa ra sa ta wi ri di si ni mo lo so ru tu yan dar man wan tin nor jak bun gar lis'.split(' ');

export const FRAMES = {
  subject: [
    'Usulan {kerja} {benda} di {tempat}',
    'Laporan {kerja} {benda} {tempat}',
    'Undangan rapat {kerja} {benda}',
    'Permohonan {kerja} {benda} {desa}',
    'Penyampaian data {benda} tahun {tahun}',
    'Penunjukan tim {kerja} {benda}',
  ],
  opening: [
    'Berdasarkan hasil rapat pada {tgl} mengenai {kerja} {benda}, bersama ini disampaikan hal-hal sebagai berikut.',
    'Menindaklanjuti surat {kantor} nomor {nomor} tanggal {tgl} perihal {benda}, dengan hormat kami sampaikan.',
    'Dalam rangka {kerja} {benda} tahun anggaran {tahun}, diminta perhatian Saudara.',
    'Sehubungan dengan keadaan {benda} di {tempat}, perlu kami laporkan sebagai berikut.',
  ],
  middle: [
    'Kegiatan {kerja} dilaksanakan di {tempat} selama {angka} hari kerja dan dikoordinasikan oleh {nama}.',
    'Biaya {kerja} {benda} dibebankan pada anggaran daerah tahun {tahun}.',
    'Laporan tertulis mengenai {benda} disampaikan paling lambat tanggal {tgl} kepada {kantor}.',
    'Terdapat {angka} {benda} di {desa} yang memerlukan {kerja}.',
    'Camat {tempat} diminta menugaskan pejabat yang menangani {benda}.',
    'Warga {desa} mengharapkan {kerja} {benda} sebelum akhir tahun.',
    'Petugas lapangan {nama} mencatat keadaan {benda} pada tanggal {tgl}.',
    'Dokumen pendukung {kerja} telah diperiksa dan dinyatakan lengkap oleh {kantor}.',
    'Perusahaan di sekitar {tempat} menyediakan {angka} unit untuk {kerja} {benda}.',
    'Apabila {kerja} belum selesai, {nama} menyampaikan sebab dan rencana berikutnya.',
  ],
  closing: [
    'Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.',
    'Atas perhatian Bapak/Ibu kami ucapkan terima kasih.',
    'Keterangan lebih lanjut dapat menghubungi {nama} pada jam kerja.',
  ],
} as const;

/** Forty searches as people type them: words of nearly every letter, of some, of few, and of almost none. */
export const SEARCHES = (
  'perbaikan jalan sintang,jembatan gantung,anggaran,laporan,puskesmas vaksin,imunisasi sambas,banjir,kurikulum,guru ketapang,' +
  'surat tugas,cuti tahunan,kenaikan pangkat,rekonsiliasi landak,belanja modal,camat,dokumen pendukung,kelapa sawit peremajaan,' +
  'titik api,gorong,preservasi entikong,rapat,petugas lapangan,warga,camat tayan,stunting melawi,cagar budaya keraton,beasiswa,' +
  'realisasi pagu,obat rujukan,penempatan guru sekadau,tender jaminan,ruas jalan semubuk,posko tenda,bauksit,dinas perhubungan,' +
  'arsip inaktif boks,festival budaya,sungai raya banjir,desa bawan,konsulat'
).split(',');
