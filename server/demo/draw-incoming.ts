import sharp from 'sharp';
import type { TypesetPool } from '../pdf/preview-pool.ts';
import type { LetterSheet } from '../pdf/letter-sheet.ts';
import type { DemoIncoming } from './content/incoming/incoming-script.ts';
import type { LetterDates } from './content/letter-dates.ts';

const GRADES = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat Segera' } as const;
const SCAN_DPI = 150;

/** The letter as its sender printed it: a PDF with text. */
export async function drawIncomingPdf(
  pool: TypesetPool,
  letter: DemoIncoming,
  written: { date: string; on: LetterDates },
): Promise<Buffer> {
  const { pdf } = await pool.typeset(sheetOf(letter, written), {
    creationDate: new Date(`${written.date}T01:00:00Z`),
    conformance: 'a-2b',
  });
  return Buffer.from(pdf);
}

/** The same on paper and through the office scanner: a slightly turned grey picture without text. */
export async function drawIncomingScan(pool: TypesetPool, pdf: Buffer): Promise<Buffer> {
  const [page] = await pool.renderPages(pdf, { dpi: SCAN_DPI, pages: [1] });
  if (!page) throw new Error('the letter has no page');
  return sharp(page.webp)
    .greyscale()
    .rotate(0.4, { background: '#f4f2ee' })
    .modulate({ brightness: 0.97 })
    .withMetadata({ density: SCAN_DPI })
    .jpeg({ quality: 82 })
    .toBuffer();
}

function sheetOf(letter: DemoIncoming, { date, on }: { date: string; on: LetterDates }): LetterSheet {
  const { sender } = letter;
  return {
    documentType: 'surat_dinas',
    stage: 'final',
    letterhead: { government: sender.government, unitName: sender.unitName, addressLines: [...sender.addressLines] },
    place: sender.place,
    date,
    expectedMonth: null,
    number: letter.number,
    numberPattern: letter.number,
    handlingGrade: GRADES[letter.grade],
    securityClass: 'B',
    attachmentText: letter.attachmentNote === '' ? '-' : letter.attachmentNote,
    subject: letter.subject,
    recipients: [{ lines: [letter.addressee], place: 'Pontianak' }],
    sender: null,
    body: {
      type: 'doc',
      content: letter.body(on).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
    signatory: {
      actingPrefix: null,
      onBehalfLine: null,
      subDelegatedLine: null,
      officeLine: sender.office,
      name: sender.signatory,
      rank: null,
      nip: null,
      isRegionalHead: true,
    },
    carbonCopies: [],
    verification: { url: `https://surat.contoh.go.id/v/${letter.key}`, shortCode: 'CONTOH-SURAT' },
    footer: { sentence: 'Surat contoh untuk demonstrasi Lontar; pengirim dan isinya rekaan.', isDemo: true },
  };
}
