import type { BagSet } from './bag-set.ts';

/** What the set holds and how it is laid out, for someone who has neither Lontar nor us to ask. */
export function writeBagReadme(set: BagSet, at: Date): string {
  const records = set.files.flatMap((file) => file.records);
  const withheld = records.filter(({ isWithheld }) => isWithheld).length;
  const lines = [
    'PAKET BERKAS ARSIP',
    '',
    `Pencipta arsip : ${set.origin.agencyName}`,
    `Asal           : ${set.origin.instance}`,
    `Disusun        : ${at.toISOString()}`,
    `Jumlah         : ${set.files.length} berkas, ${records.length} naskah`,
    ...(withheld === 0
      ? []
      : [
          `Tidak disertakan: ${withheld} naskah rahasia yang tidak berhak dibaca oleh jabatan yang menyusun paket ini.`,
        ]),
    '',
    'DAFTAR BERKAS',
    '',
    ...set.files.map(
      ({ number, year, classification, title, records: items }, index) =>
        `${String(index + 1).padStart(3, '0')}  ${String(number).padStart(3, '0')}/${year}  ${classification.code}  ${title}  (${items.length} naskah)`,
    ),
    '',
    'SUSUNAN',
    '',
    'Paket ini sebuah bag (RFC 8493) yang disusun menurut E-ARK CSIP.',
    'METS.xml                        daftar seluruh isi dengan SHA-256',
    'metadata/descriptive            keterangan tiap naskah (Dublin Core)',
    'metadata/preservation           riwayat dan keutuhan tiap naskah (PREMIS 3.0)',
    'metadata/other                  keterangan lengkap untuk diimpor ke Lontar lain',
    'representations/rep1/data       naskah: folder berkas, lalu folder naskah',
    '',
    'Periksa keutuhannya dengan alat BagIt mana pun, atau dengan: sha256sum -c manifest-sha256.txt',
    '',
  ];
  return lines.join('\r\n');
}
