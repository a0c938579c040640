import type { OutsideSender } from './incoming-script.ts';

const regent = (
  regency: string,
  { address, place, signatory }: { address: string; place: string; signatory: string },
): OutsideSender => ({
  government: `PEMERINTAH KABUPATEN ${regency.toUpperCase()}`,
  unitName: `BUPATI ${regency.toUpperCase()}`,
  addressLines: [address],
  place,
  office: `BUPATI ${regency.toUpperCase()}`,
  signatory,
  title: `Bupati ${regency}`,
  organisation: `Pemerintah Kabupaten ${regency}`,
});

export const KAPUAS_HULU = regent('Kapuas Hulu', {
  address: 'Jalan Antasari Nomor 2, Putussibau, Kalimantan Barat 78711',
  place: 'Putussibau',
  signatory: 'Drs. Antonius Rawing',
});

export const SINTANG = regent('Sintang', {
  address: 'Jalan Pangeran Muda Nomor 1, Sintang, Kalimantan Barat 78611',
  place: 'Sintang',
  signatory: 'Yohanes Hermanto',
});

export const DALAM_NEGERI: OutsideSender = {
  government: 'KEMENTERIAN DALAM NEGERI',
  unitName: 'SEKRETARIAT JENDERAL',
  addressLines: ['Jalan Merdeka Utara Nomor 7, Jakarta Pusat 10110'],
  place: 'Jakarta',
  office: 'SEKRETARIS JENDERAL',
  signatory: 'Dr. Rahmat Santoso, M.Si.',
  title: 'Sekretaris Jenderal',
  organisation: 'Kementerian Dalam Negeri',
};

export const BANK: OutsideSender = {
  government: 'PT BANK BORNEO SEJAHTERA',
  unitName: 'KANTOR PUSAT',
  addressLines: ['Jalan Rahadi Usman Nomor 10, Pontianak 78117'],
  place: 'Pontianak',
  office: 'DIREKTUR UTAMA',
  signatory: 'Ir. Samuel Halim',
  title: 'Direktur Utama',
  organisation: 'PT Bank Borneo Sejahtera',
};

export const UNIVERSITY: OutsideSender = {
  government: 'UNIVERSITAS KHATULISTIWA RAYA',
  unitName: 'FAKULTAS ILMU SOSIAL DAN ILMU POLITIK',
  addressLines: ['Jalan Daya Nasional Nomor 5, Pontianak 78124'],
  place: 'Pontianak',
  office: 'DEKAN',
  signatory: 'Prof. Dr. Aminah Saleh',
  title: 'Dekan Fakultas Ilmu Sosial dan Ilmu Politik',
  organisation: 'Universitas Khatulistiwa Raya',
};

export const COUNCIL: OutsideSender = {
  government: 'DEWAN PERWAKILAN RAKYAT DAERAH',
  unitName: 'PROVINSI KALIMANTAN BARAT',
  addressLines: ['Jalan Ahmad Yani, Pontianak 78121'],
  place: 'Pontianak',
  office: 'KETUA',
  signatory: 'H. Muslimin Bakri, S.H.',
  title: 'Ketua DPRD',
  organisation: 'DPRD Provinsi Kalimantan Barat',
};

export const DISASTER_AGENCY: OutsideSender = {
  government: 'BADAN NASIONAL PENANGGULANGAN BENCANA',
  unitName: 'DEPUTI BIDANG PENCEGAHAN',
  addressLines: ['Jalan Pramuka Kav. 38, Jakarta Timur 13120'],
  place: 'Jakarta',
  office: 'DEPUTI BIDANG PENCEGAHAN',
  signatory: 'Ir. Lukas Prabowo, M.T.',
  title: 'Deputi Bidang Pencegahan',
  organisation: 'Badan Nasional Penanggulangan Bencana',
};

export const PROSECUTOR: OutsideSender = {
  government: 'KEJAKSAAN TINGGI',
  unitName: 'KALIMANTAN BARAT',
  addressLines: ['Jalan Subarkah Nomor 1, Pontianak 78121'],
  place: 'Pontianak',
  office: 'KEPALA KEJAKSAAN TINGGI',
  signatory: 'Hartono Wibisana, S.H., M.H.',
  title: 'Kepala Kejaksaan Tinggi',
  organisation: 'Kejaksaan Tinggi Kalimantan Barat',
};

export const COMPANY: OutsideSender = {
  government: 'PT SINAR KAPUAS NUSANTARA',
  unitName: 'DIREKSI',
  addressLines: ['Jalan Gajah Mada Nomor 88, Pontianak 78121'],
  place: 'Pontianak',
  office: 'DIREKTUR',
  signatory: 'Lukman Tanjung',
  title: 'Direktur',
  organisation: 'PT Sinar Kapuas Nusantara',
};

export const DIGITAL_AFFAIRS: OutsideSender = {
  government: 'KEMENTERIAN KOMUNIKASI DAN DIGITAL',
  unitName: 'DIREKTORAT JENDERAL INFRASTRUKTUR DIGITAL',
  addressLines: ['Jalan Medan Merdeka Barat Nomor 9, Jakarta 10110'],
  place: 'Jakarta',
  office: 'DIREKTUR JENDERAL',
  signatory: 'Ir. Wiwik Hapsari, M.Eng.',
  title: 'Direktur Jenderal Infrastruktur Digital',
  organisation: 'Kementerian Komunikasi dan Digital',
};

export const DISTRICT: OutsideSender = {
  government: 'PEMERINTAH KABUPATEN SANGGAU',
  unitName: 'KECAMATAN ENTIKONG',
  addressLines: ['Jalan Lintas Malindo Nomor 3, Entikong 78557'],
  place: 'Entikong',
  office: 'CAMAT ENTIKONG',
  signatory: 'Petrus Liwan, S.Sos.',
  title: 'Camat Entikong',
  organisation: 'Pemerintah Kabupaten Sanggau',
};

export const FARMERS: OutsideSender = {
  government: 'KELOMPOK TANI MAJU BERSAMA',
  unitName: 'DESA SUNGAI KELAMBU',
  addressLines: ['Desa Sungai Kelambu, Kecamatan Tebas, Kabupaten Sambas'],
  place: 'Sungai Kelambu',
  office: 'KETUA',
  signatory: 'Baharudin',
  title: 'Ketua',
  organisation: 'Kelompok Tani Maju Bersama',
};
