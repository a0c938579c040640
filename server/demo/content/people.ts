export interface DemoPerson {
  readonly key: string;
  /** 18 digits; the Governor and the Vice Governor have one for the login only, it is never printed. */
  readonly nip: string;
  readonly name: string;
  /** Null for the Governor and the Vice Governor, who have no civil service rank. */
  readonly rank: string | null;
  readonly sex: 'L' | 'P';
  readonly email: string;
}

const RANKS = {
  '4d': 'Pembina Utama Madya (IV/d)',
  '4c': 'Pembina Utama Muda (IV/c)',
  '4b': 'Pembina Tingkat I (IV/b)',
  '4a': 'Pembina (IV/a)',
  '3d': 'Penata Tingkat I (III/d)',
  '3c': 'Penata (III/c)',
  '3b': 'Penata Muda Tingkat I (III/b)',
  '3a': 'Penata Muda (III/a)',
  '2d': 'Pengatur Tingkat I (II/d)',
  '2c': 'Pengatur (II/c)',
} as const;

function person(key: string, nip: string, name: string, rank: keyof typeof RANKS | null): DemoPerson {
  return {
    key,
    nip,
    name,
    rank: rank === null ? null : RANKS[rank],
    sex: nip.charAt(14) === '1' ? 'L' : 'P',
    email: `${key.replaceAll('-', '.')}@contoh.go.id`,
  };
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('rasyid-ibrahim', '196503181990031001', 'H. Muhammad Rasyid Ibrahim, S.E., M.M.', null),
  person('theresia-mering', '197009231995032002', 'Dra. Theresia Lusia Mering, M.Si.', null),
  person('nurhayati-usman', '197105121996032003', 'Dr. Hj. Nurhayati Usman, S.H., M.Si.', '4d'),
  person('suhardi-karim', '196811071994031004', 'Drs. Suhardi Karim, M.A.P.', '4c'),
  person('yohanes-libau', '196902141995031002', 'Ir. Yohanes Libau, M.T.', '4c'),
  person('meiliana-lim', '197305301998032005', 'Meiliana Lim, S.E., M.M.', '4c'),
  person('agus-mursyid', '197108171997031006', 'Drs. Agus Salim Mursyid, M.Si.', '4b'),
  person('halimah-yusuf', '197904122003122002', 'Halimah Yusuf, S.Sos., M.A.P.', '4a'),
  person('petronela-ayu', '198609152010012014', 'Petronela Ayu Lestari, S.IP.', '3d'),
  person('dwi-lestari', '199203082015032003', 'Dwi Lestari, A.Md.', '2d'),
  person('sri-nuryani', '198511202009122004', 'Sri Nuryani, S.I.Pust.', '3d'),
  person('bonifasius-ateng', '197206041998031007', 'Bonifasius Ateng, S.H., M.H.', '4b'),
  person('ratna-dewi', '198802272012012008', 'Ratna Dewi Anggraini, S.H., M.Kn.', '3d'),
  person('abdul-muthalib', '197410192000031003', 'Abdul Muthalib Daeng, S.STP., M.Si.', '4b'),
  person('kristina-lenggu', '199007122014032006', 'Kristina Lenggu, S.A.P., M.A.P.', '3c'),
  person('marselinus-jampi', '197003251996031005', 'Marselinus Jampi, S.H., M.Si., CGCAE', '4c'),
  person('zulkifli-anwar', '198404162008041003', 'Zulkifli Anwar, S.E., Ak.', '3d'),
  person('nur-fadilah', '199411052019032009', 'Nur Fadilah, A.Md.Ak.', '2d'),
  person('syarif-hidayat', '197207091998031004', 'Syarif Hidayatullah Alqadri, S.T., M.T.', '4c'),
  person('yuliana-bangun', '197608282001122003', 'Yuliana Bangun Rante, S.E., M.Si.', '4b'),
  person('siti-maisarah', '199309172017032005', 'Siti Maisarah, A.Md.Kom.', '2d'),
  person('fajar-nugroho', '198002272005011007', 'Fajar Nugroho Saputra, S.Kom., M.Kom.', '4a'),
  person('herkulanus-doni', '198107032006041009', 'Herkulanus Doni, S.Si., M.T.', '4a'),
  person('anita-wijaya', '198206112006042011', 'Anita Wijaya, S.I.Kom., M.I.Kom.', '4a'),
  person('erwin-tanoto', '198712232011011005', 'Erwin Tanoto, S.Kom.', '3d'),
  person('wulan-safitri', '199601142020122007', 'Wulan Safitri, S.Kom.', '3b'),
  person('yakobus-liung', '199705302022031004', 'Yakobus Liung, S.T.', '3a'),
  person('moh-hasan', '198903042014021002', 'Moh. Hasan Basri, S.Tr.TP.', '3c'),
  person('margareta-sinta', '199506212019032012', 'Margareta Sinta, A.Md.', '2d'),
  person('dewi-puspitasari', '198909092015032004', 'Dewi Puspitasari, S.Kom.', '3c'),
  person('hendra-wijaksono', '197110031997031008', 'Hendra Wijaksono, S.T., M.T.', '4c'),
  person('nurul-hidayah', '197801172003122004', 'Nurul Hidayah, S.E., M.M.', '4b'),
  person('endang-susilowati', '198710102009012006', 'Endang Susilowati', '2d'),
  person('fransiskus-unting', '198106142006041007', 'Fransiskus Unting, S.T., M.Eng.', '4a'),
  person('iskandar-zulkarnain', '197912052005011006', 'Iskandar Zulkarnain, S.T.', '3d'),
  person('yosef-adrianus', '198805192014021004', 'Yosef Adrianus, S.T.', '3c'),
  person('rizky-ramadhani', '199404232019031008', 'Rizky Ramadhani, S.A.P.', '3b'),
  person('agus-priyanto', '198308292009011005', 'Agus Priyanto, S.T.', '3d'),
  person('suryati-bujang', '199102122016012003', 'Suryati Bujang, A.Md.', '2d'),
  person('rahmawati-said', '197004081995122002', 'Dr. Rahmawati Said, M.Pd.', '4c'),
  person('stefanus-kalis', '197507272000121003', 'Stefanus Kalis, S.Pd., M.M.', '4b'),
  person('lilis-suryani', '199008302014022004', 'Lilis Suryani, A.Md.', '2d'),
  person('bambang-hartono', '197609112002121005', 'Bambang Hartono, S.T., M.Pd.', '4a'),
  person('maria-goretti', '198003212006042009', 'Maria Goretti Ludia, S.S., M.Hum.', '4a'),
  person('ahmad-fauzi', '199512022020121006', 'Ahmad Fauzi, S.Pd.', '3b'),
  person('erna-kusuma', '197106252001122001', 'dr. Erna Kusumawati, M.Kes.', '4c'),
  person('paulus-gunawan', '197708132005011009', 'Paulus Gunawan, S.K.M., M.Kes.', '4b'),
  person('fitri-handayani', '199304262018012002', 'Fitri Handayani, A.Md.Kes.', '2d'),
  person('lidia-tan', '198105062008012010', 'dr. Lidia Tan, M.Epid.', '4a'),
  person('saiful-bahri', '198612182010011008', 'Saiful Bahri, S.K.M., M.Epid.', '3d'),
  person('darmawan-sanjaya', '197112191997031009', 'Darmawan Sanjaya, S.Sos., M.Si.', '4c'),
  person('emiliana-sere', '197809022003122006', 'Emiliana Sere, S.P., M.M.', '4b'),
  person('rudi-hartanto', '199107192014031005', 'Rudi Hartanto', '2c'),
  person('aloysius-beding', '198004172006041011', 'Aloysius Beding, S.Hut., M.Si.', '4a'),
  person('nabila-azzahra', '199708112022032008', 'Nabila Azzahra, S.Si.', '3a'),
  person('hamdani-thaha', '197005151996031007', 'Drs. H. Hamdani Thaha, M.Si.', '4c'),
  person('veronika-tijah', '197702062002122005', 'Veronika Tijah, S.Sos., M.A.P.', '4b'),
  person('joko-santoso', '199210032017031002', 'Joko Santoso, A.Md.', '2d'),
  person('rusmini-hasan', '198009242005012008', 'Rusmini Hasan, S.Sos., M.Si.', '4a'),
  person('gregorius-ampu', '197808072004121002', 'Gregorius Ampu, S.S., M.A.', '4b'),
];
