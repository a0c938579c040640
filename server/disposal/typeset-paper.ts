import { read } from '../command.ts';
import { recordBlob } from '../files/files.ts';
import type { FormTypesetter } from '../forms/form-parts.ts';
import { typesetData } from '../forms/typeset-data.ts';
import type { JobHandler } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { bindWords } from '../pdf/bind-words.ts';
import { qrSvg } from '../pdf/qr-svg.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import { findPaper, findSheet, setBoxes, setLaidOut } from './paper-queries.ts';
import { type PaperPart, type PaperSheet, StoredSheet } from './paper-sheet.ts';

/** Lays a paper out once; from then on its bytes only grow by signatures. */
export const typesetPaper: JobHandler<'papers.typeset'> = async (deps, run, { paperId }) => {
  const { agencyId } = run.actor;
  const key = { agencyId, paperId };
  const found = await read(deps, run.actor, async (tx) => ({
    paper: await findPaper(tx, key),
    sheet: await findSheet(tx, key),
  }));
  if (found.paper?.status !== 'preparing') return;
  const form = await layOut(deps.pdf, StoredSheet.parse(found.sheet), found.paper.createdAt);
  const blob = await deps.files.write(agencyId, form.pdf);
  await deps.checkpoint?.('paper_stored');
  await deps.db.transaction({ agencyId }, async (tx) => {
    const now = deps.now();
    await finishOutbox(tx, run.outboxId, now);
    await recordBlob(
      tx,
      { agencyId, ...blob, mediaType: 'application/pdf' },
      { kind: 'official_paper', id: paperId, now },
    );
    await setLaidOut(tx, { ...key, ...blob, pageCount: form.pageCount });
    await setBoxes(tx, { ...key, boxes: form.signatureBoxes });
  });
};

/** @param createdAt instant written into the file: the same sheet gives the same bytes */
export function layOut(pool: FormTypesetter, sheet: PaperSheet, createdAt: string): Promise<TypesetForm> {
  const titlePlain = sheet.title.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  const parts = sheet.parts.map(unbroken);
  const data = { ...sheet, parts, titlePlain, qrSvg: qrSvg(sheet.verificationUrl) };
  return typesetData(pool, sheet.template, data, createdAt);
}

/** Numbers like `000.5.6.2/948/DISKOMINFO-A` do not part at their hyphen. */
function unbroken(part: PaperPart): PaperPart {
  const keep = (text: string) => bindWords(text).replace(/(?<=\/\p{Lu}[\p{Lu}\d]*)-(?=A\b)/gu, '\u2011');
  if (part.kind === 'paragraph') return { ...part, text: keep(part.text) };
  return part.kind === 'numbered' ? { ...part, items: part.items.map(keep) } : part;
}
