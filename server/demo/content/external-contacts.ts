import type { ExternalContact } from './letter.ts';

/** Invented people and offices; every mail domain is a "contoh" (example) name. */
export const BUPATI_KAPUAS_HULU: ExternalContact = {
  name: 'Bupati Kapuas Hulu',
  address: 'Jalan Antasari Nomor 2, Putussibau',
  place: 'Putussibau',
  email: 'setda@kapuashulu.contoh.go.id',
};

export const BUPATI_SINTANG: ExternalContact = {
  name: 'Bupati Sintang',
  address: 'Jalan Pangeran Muda, Sintang',
  place: 'Sintang',
  email: 'setda@sintang.contoh.go.id',
};

export const BUPATI_MELAWI: ExternalContact = {
  name: 'Bupati Melawi',
  address: 'Jalan Provinsi Nanga Pinoh-Sintang Km 4, Nanga Pinoh',
  place: 'Nanga Pinoh',
  email: 'setda@melawi.contoh.go.id',
};

export const DINKES_KUBU_RAYA: ExternalContact = {
  name: 'Kepala Dinas Kesehatan Kabupaten Kubu Raya',
  address: 'Jalan Arteri Supadio Km 12, Sungai Raya',
  place: 'Sungai Raya',
  email: 'dinkes@kuburaya.contoh.go.id',
};

export const DINKES_PONTIANAK: ExternalContact = {
  name: 'Kepala Dinas Kesehatan Kota Pontianak',
  address: 'Jalan Ahmad Marzuki Nomor 1, Pontianak',
  place: 'Pontianak',
  email: 'dinkes@pontianak.contoh.go.id',
};

export const DEKAN_TEKNIK: ExternalContact = {
  name: 'Dekan Fakultas Teknik Universitas Khatulistiwa Raya',
  address: 'Jalan Daya Nasional, Pontianak',
  place: 'Pontianak',
  email: 'teknik@khatulistiwaraya.contoh.ac.id',
};

export const BALAI_JALAN: ExternalContact = {
  name: 'Kepala Balai Pelaksanaan Jalan Nasional Wilayah Kalimantan Barat',
  address: 'Jalan Subarkah Nomor 9, Pontianak',
  place: 'Pontianak',
  email: 'balaijalan@contoh.go.id',
};

export const CAGAR_BUDAYA_SAMBAS: ExternalContact = {
  name: 'Kepala Dinas Pendidikan dan Kebudayaan Kabupaten Sambas',
  address: 'Jalan Istana Alwatzikoebillah, Sambas',
  place: 'Sambas',
  email: 'dikbud@sambas.contoh.go.id',
};

export const CV_BUMI_KAPUAS: ExternalContact = {
  name: 'Direktur CV Bumi Kapuas Raya',
  address: 'Jalan Lintas Melawi Nomor 33, Sintang',
  place: 'Sintang',
  email: 'kantor@bumikapuasraya.contoh.co.id',
};
