import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { toCsv } from '../forms/to-csv.ts';
import { collectRecord } from './collect-record.ts';
import { type ExportWork, listOwnLetters, type OwnLetterRow } from './export-queries.ts';
import { pathPart } from './package-entry.ts';
import type { CollectedRecord } from './record-metadata.ts';
import type { Progress } from './report-progress.ts';
import type { ZipWriter } from './zip-writer.ts';

const AT_ONCE = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const HEADINGS = ['No.', 'Nomor', 'Tanggal', 'Hal', 'Jenis', 'Keamanan', 'Keadaan', 'Berkas'];
/** What a person keeps of a letter: the letter and what is attached. */
const KEPT = new Set(['main', 'annex']);

/** The letters of a person with their annexes, each in a folder of its own, and index.csv that lists them. */
export async function packOwnLetters(
  deps: Deps,
  actor: DeskActor,
  { zip, progress }: { job: ExportWork; zip: ZipWriter; progress: Progress },
): Promise<void> {
  const { agencyId, personId, positionId } = actor;
  const index: string[][] = [];
  let afterId = BEFORE_ALL;
  for (;;) {
    const who = { agencyId, personId, positionId, afterId, limit: AT_ONCE };
    const letters = await read(deps, actor, (tx) => listOwnLetters(tx, who));
    for (const letter of letters) {
      const record = await collectRecord(deps, actor, {
        kind: 'outgoing_letter',
        id: letter.id,
        copyStatus: 'original',
      });
      if (record) index.push(await writeLetter(zip, letter, { record, ordinal: index.length + 1 }));
      await progress.count(record === undefined);
    }
    const last = letters.at(-1);
    if (!last || letters.length < AT_ONCE) break;
    afterId = last.id;
  }
  await zip.add('index.csv', 'text/csv', Buffer.from(toCsv([HEADINGS, ...index])));
  zip.end();
}

async function writeLetter(
  zip: ZipWriter,
  letter: OwnLetterRow,
  { record, ordinal }: { record: CollectedRecord; ordinal: number },
): Promise<string[]> {
  const number = String(ordinal).padStart(5, '0');
  const folder = `${number}-${pathPart(letter.number ?? letter.subject)}`;
  for (const entry of record.entries)
    if (KEPT.has(entry.role)) await zip.add(`${folder}/${entry.path}`, entry.mediaType, await entry.read());
  const { subject, letterDate, type, status, securityClass } = letter;
  return [String(ordinal), letter.number ?? '', letterDate ?? '', subject, type, securityClass, status, folder];
}
