import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

const SENDERS = ['Bupati Sambas', 'Dinas Kesehatan', 'PT Sinar Kapuas', 'Camat Sukadana', 'Inspektorat Provinsi'];
const SUBJECTS = ['Permohonan data', 'Undangan rapat koordinasi', 'Laporan kegiatan', 'Penyampaian rencana kerja'];
const CODES = ['000.1', '500.12', '500.12.6', ''];
const FOLDER_SIZE = 1000;

export const pathOfLetter = (index: number) =>
  `${String(Math.floor(index / FOLDER_SIZE)).padStart(3, '0')}/surat-${String(index).padStart(6, '0')}.pdf`;

/** One page with its own text, different for each letter; about 700 bytes. */
export function smallPdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 60 760 Td (${text.replace(/[()\\]/gu, '')}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

/** A folder of old letters as an office hands it over: `surat.csv`, and a PDF for each row in folders of a thousand. */
export async function writeOldLetters(folder: string, count: number): Promise<{ csv: string; files: string }> {
  const files = join(folder, 'berkas');
  const csv = join(folder, 'surat.csv');
  mkdirSync(files, { recursive: true });
  const lines = function* () {
    yield 'Kunci;Nomor;Tanggal;Hal;Asal;Tujuan;Klasifikasi;Jenis arsip;Berkas\n';
    for (let index = 0; index < count; index += 1) {
      const path = pathOfLetter(index);
      if (index % FOLDER_SIZE === 0) mkdirSync(join(files, path.slice(0, 3)), { recursive: true });
      const subject = `${SUBJECTS[index % SUBJECTS.length] ?? ''} ${index}`;
      writeFileSync(
        join(files, path),
        smallPdf(`Dengan hormat, ${subject} disampaikan kepada Saudara untuk ditindaklanjuti`),
      );
      const date = `${2005 + (index % 15)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
      const cells = [
        `L-${index}`,
        `${index}/UM/${date.slice(0, 4)}`,
        date,
        subject,
        SENDERS[index % SENDERS.length] ?? '',
      ];
      yield `${[...cells, 'Kepala Dinas Kominfo', CODES[index % CODES.length] ?? '', 'masuk', path].join(';')}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(csv));
  return { csv, files };
}
