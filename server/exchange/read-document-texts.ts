import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import { inReadingRoom } from '../intake/reading-room.ts';
import type { OcrEngine } from '../reading/ocr-engine.ts';
import { readFiles } from '../reading/read-files.ts';
import { recogniseFile } from '../reading/recognise-file.ts';
import type { Reading } from '../reading/reading.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { listDocumentFiles } from './document-queries.ts';
import { setDocumentText, takeWaitingTexts, type WaitingText } from './text-queries.ts';

const LAYERS_AT_ONCE = 20;
const LEASE_MS = 20 * 60_000;
const LAST_TRY = 3;
/** What no text column takes: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Cs}/gu;
const NO_OCR: OcrEngine = { kind: 'none', name: 'lapisan teks' };

/**
 * Reads the text of documents that were taken in by the thousand. It is no job of the queue, where it would stand before
 * the letters of the day: each round takes a few text layers, or, when none wait, one picture to recognise.
 */
export async function readDocumentTexts(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    const layers = await take(deps, agencyId, 'layer', LAYERS_AT_ONCE);
    const waiting = layers.length > 0 ? layers : await take(deps, agencyId, 'ocr', 1);
    for (const text of waiting) await readOne(deps, agencyId, text);
  });
}

function take(deps: Deps, agencyId: string, stage: WaitingText['stage'], limit: number): Promise<WaitingText[]> {
  const now = deps.now();
  const until = new Date(now.getTime() + LEASE_MS);
  return read(deps, { agencyId }, (tx) => takeWaitingTexts(tx, { agencyId, stage, now, until, limit }));
}

async function readOne(deps: Deps, agencyId: string, { documentId, stage, tries }: WaitingText): Promise<void> {
  const files = await read(deps, { agencyId }, (tx) => listDocumentFiles(tx, { agencyId, id: documentId }));
  const loaded: Uint8Array[] = [];
  for (const { sha256 } of files) loaded.push(await deps.files.read(agencyId, sha256));
  const readable = loaded.filter((bytes) => recogniseFile(bytes) !== undefined);
  const engine = stage === 'ocr' ? await deps.ocrEngine : NO_OCR;
  const done = await inReadingRoom(() =>
    readFiles(
      readable.map((bytes) => ({ bytes, kind: recogniseFile(bytes) })),
      { engine },
    ),
  );
  // Scans of today are being read: this one comes again when its time is over.
  if (!done) return;
  await read(deps, { agencyId }, (tx) =>
    setDocumentText(tx, { agencyId, documentId, ...outcomeOf(done.result, stage, tries) }),
  );
}

function outcomeOf(reading: Reading, stage: WaitingText['stage'], tries: number) {
  const text = reading.pages
    .map((page) => page.text)
    .join('\n')
    .replaceAll(UNSTORABLE, '');
  const isBlank = reading.pages.some(({ source }) => source === 'none');
  const failure = stage === 'ocr' ? (reading.failure?.code ?? null) : null;
  const next = failure !== null && tries >= LAST_TRY ? 'failed' : failure !== null ? 'ocr' : 'done';
  return {
    text: text.trim() === '' ? '' : text,
    pageCount: reading.pages.length,
    stage: stage === 'layer' && (isBlank || reading.pages.length === 0) ? 'ocr' : next,
    failure,
  };
}
