export interface FeaturedAccount {
  readonly person: string;
  readonly position: string;
  readonly role: string;
  /** What the account is good for in the main story, in one sentence. */
  readonly story: string;
}

/** The accounts that the start prints, in the order in which a letter meets them. */
export const FEATURED_ACCOUNTS: readonly FeaturedAccount[] = [
  {
    person: 'wulan-safitri',
    position: 'staf-aptika-1',
    role: 'Konseptor',
    story: 'Menyusun surat dinas, memperbaiki konsep yang dikembalikan, lalu mengajukannya lagi.',
  },
  {
    person: 'fajar-nugroho',
    position: 'kabid-aptika',
    role: 'Kepala Bidang',
    story: 'Memaraf konsep stafnya atau mengembalikannya dengan catatan.',
  },
  {
    person: 'yuliana-bangun',
    position: 'sekretaris-kominfo',
    role: 'Sekretaris Dinas',
    story: 'Memaraf konsep yang akan ditandatangani Kepala Dinas.',
  },
  {
    person: 'syarif-hidayat',
    position: 'kadis-kominfo',
    role: 'Kepala Dinas',
    story: 'Membaca PDF akhir dan menandatanganinya secara elektronik.',
  },
  {
    person: 'hendra-wijaksono',
    position: 'kadis-pupr',
    role: 'Penerima surat',
    story: 'Membaca surat masuk dari perangkat daerah lain.',
  },
  {
    person: 'endang-susilowati',
    position: 'tu-pupr',
    role: 'Pencatat surat',
    story: 'Melihat buku agenda dan surat masuk perangkat daerahnya.',
  },
  {
    person: 'sri-nuryani',
    position: 'arsiparis-setda',
    role: 'Arsiparis',
    story: 'Memeriksa berkas usulan dan mencari arsip menurut klasifikasi.',
  },
  {
    person: 'nurhayati-usman',
    position: 'sekda',
    role: 'Sekretaris Daerah',
    story: 'Menandatangani surat atas nama Gubernur.',
  },
  {
    person: 'dewi-puspitasari',
    position: 'admin-lontar',
    role: 'Administrator',
    story: 'Mengelola unit, jabatan, orang, dan akun.',
  },
  {
    person: 'zulkifli-anwar',
    position: 'auditor',
    role: 'Auditor',
    story: 'Menelusuri jejak audit tanpa dapat mengubah apa pun.',
  },
];
