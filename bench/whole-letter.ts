import { createTypesetPool } from '../server/pdf/preview-pool.ts';
import type { LetterSheet } from '../server/pdf/letter-sheet.ts';
import { openKeystore } from '../server/signing/authority/open-keystore.ts';
import { makeUnsignedPdf } from '../server/signing/make-unsigned-pdf.ts';
import { prepareAndSign } from '../server/signing/pades/prepare-and-sign.ts';
import { verifySignedPdf } from '../server/signing/pades/verify-signed-pdf.ts';
import { corpus } from '../test/pdf/corpus.ts';
import { alternate, measure, summarise, totalSeconds } from './alternate.ts';
import { makeOfficial, type Official, PASSPHRASE } from './official.ts';
import { layOutWithPdfLib } from './pdf-lib-letter.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const BLOCKS = 10;
const LETTERS = 20;
const WARM_UP = 15;

/** P1: letters per CPU second; the key file is opened outside on our side, and costs one round of hashing on the other. */
export async function benchWholeLetter(scene: Scene): Promise<BenchResult[]> {
  const sheet = corpus()['standard'];
  if (!sheet) throw new Error('the corpus has no standard letter');
  const official = await makeOfficial(scene.folder, sheet.signatory.name);
  const pool = createTypesetPool({ size: 1 });
  try {
    const ours = await openOurs(pool, sheet, official);
    const baseline = await openBaseline(sheet, official);
    await repeat(WARM_UP, ours);
    await repeat(WARM_UP, baseline);
    const pairs = await alternate(BLOCKS, {
      ours: () => measure(() => repeat(LETTERS, ours)),
      baseline: () => measure(() => repeat(LETTERS, baseline)),
    });
    const { ratio, ...rates } = summarise(pairs, ({ count, cpuSeconds }) => count / cpuSeconds);
    return [
      {
        id: 'P1',
        what: 'surat utuh terhadap pdf-lib + @signpdf',
        ratio: ratio.median,
        ...judge(ratio.median, { atLeast: 1.8 }),
        ...rates,
        unit: 'surat/detik CPU',
        blocks: BLOCKS,
        low: ratio.low,
        high: ratio.high,
        ...totalSeconds(pairs),
      },
    ];
  } finally {
    await pool.close();
  }
}

async function openOurs(pool: ReturnType<typeof createTypesetPool>, sheet: LetterSheet, official: Official) {
  const keystore = await openKeystore(official.pkcs12, PASSPHRASE, 'demo');
  const trustAnchors = official.anchors;
  const crl = await official.crls();
  return async () => {
    const now = new Date();
    const { pdf, signatureBox } = await makeUnsignedPdf({ pdf: pool }, sheet, [], now);
    const signed = await prepareAndSign({
      pdf,
      signatureBox,
      fieldName: 'TandaTangan1',
      signer: { name: sheet.signatory.name },
      location: sheet.place,
      reason: 'Penandatanganan naskah dinas',
      keystore,
      signingTime: now,
    });
    const report = verifySignedPdf(signed, { trustAnchors, now, crl });
    if (report.verdict !== 'valid') throw new Error(`self-check says ${JSON.stringify(report)}`);
  };
}

async function openBaseline(sheet: LetterSheet, official: Official) {
  const [{ SignPdf }, { P12Signer }, { pdflibAddPlaceholder }] = await Promise.all([
    import('@signpdf/signpdf'),
    import('@signpdf/signer-p12'),
    import('@signpdf/placeholder-pdf-lib'),
  ]);
  return async () => {
    const pdfDoc = await layOutWithPdfLib(sheet);
    pdflibAddPlaceholder({
      pdfDoc,
      reason: 'Penandatanganan naskah dinas',
      contactInfo: '',
      name: sheet.signatory.name,
      location: sheet.place,
    });
    const unsigned = Buffer.from(await pdfDoc.save({ useObjectStreams: false }));
    const signed = await new SignPdf().sign(unsigned, new P12Signer(official.pkcs12, { passphrase: PASSPHRASE }));
    if (signed.length <= unsigned.length - 1) throw new Error('nothing was signed');
  };
}

async function repeat(count: number, work: () => Promise<void>): Promise<number> {
  for (let done = 0; done < count; done += 1) await work();
  return count;
}
