import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { IntakeVerdict } from '../intake/contract.ts';
import { readerOf } from '../letters/reading-right.ts';
import type { Incoming } from './contract.ts';
import { deriveIncomingActions } from './incoming-actions.ts';
import type { LoadedIncoming } from './load-incoming.ts';
import { hasDisposition, type IncomingRow, listScanFiles, listScanPages } from './queries.ts';
import { listReplies } from './reply-queries.ts';

/** Pixels of a page as it is sent for reading: A4 at 150 dpi. */
const A4 = { widthPx: 1240, heightPx: 1754 };

/** The letter as this desk sees it; `isContentHidden` for a registry that may handle but not read it. */
export async function describeIncoming(
  tx: Tx,
  actor: DeskActor,
  loaded: LoadedIncoming & { isContentHidden?: boolean },
): Promise<Incoming> {
  const { row, addressees } = loaded;
  const key = { agencyId: actor.agencyId, incomingId: row.id };
  const isDisposed = await hasDisposition(tx, { ...key, positionId: actor.positionId });
  const own = addressees.find(({ positionId }) => positionId === actor.positionId);
  const scan = row.intakeId === null ? null : { agencyId: actor.agencyId, intakeId: row.intakeId };
  const files = scan === null ? [] : await listScanFiles(tx, scan);
  const { classificationCode, classificationName, searchableSha256, token, ...shown } = row;
  const described: Incoming = {
    ...shown,
    isContentHidden: false,
    role: own?.role ?? addressees[0]?.role ?? 'to',
    readAt: own?.readAt ?? null,
    settledAt: own?.settledAt ?? null,
    classification:
      classificationCode === null ? null : { code: classificationCode, name: classificationName ?? classificationCode },
    addressees,
    pages: scan === null ? letterPages(row) : await listScanPages(tx, scan),
    files: files.map(({ sha256: _hash, ...file }) => file),
    hasSearchableCopy: searchableSha256 !== null,
    verdict: describeVerdict(row.verdict),
    signatoryName: row.signatoryName ?? '',
    verificationPath: token === null ? null : `/v/${token}`,
    replies: await listLetterReplies(tx, actor, row.id),
    actions: deriveIncomingActions(actor, loaded, isDisposed),
  };
  return loaded.isContentHidden ? withoutContent(described) : described;
}

/** In place of a subject that the reader may handle but not read. */
export const HIDDEN_SUBJECT = 'Rahasia';

/** What stands in the agenda, and where the letter went; nothing of what it says, nor of what was said about it. */
function withoutContent(letter: Incoming): Incoming {
  return {
    ...letter,
    isContentHidden: true,
    subject: HIDDEN_SUBJECT,
    summary: '',
    attachmentNote: letter.letterId === null ? letter.attachmentNote : '',
    addressees: letter.addressees.map((addressee) => ({ ...addressee, note: '' })),
    pages: [],
    files: [],
    hasSearchableCopy: false,
    verdict: null,
    verificationPath: null,
    doneNote: null,
    replies: [],
  };
}

function letterPages({ letterId, pageCount }: IncomingRow): Incoming['pages'] {
  if (letterId === null) return [];
  return Array.from({ length: pageCount }, (_, index) => ({ page: index + 1, ...A4 }));
}

function describeVerdict(stored: unknown): Incoming['verdict'] {
  const parsed = IntakeVerdict.safeParse(stored);
  if (!parsed.success) return null;
  const { verdict, reason, signatures } = parsed.data;
  return { verdict, reason, signers: signatures.map(({ signer }) => signer) };
}

/** Letters of ours that answer it; one that this desk may not read keeps its subject, unless it is open. */
export function listLetterReplies(tx: Tx, actor: DeskActor, incomingId: string): Promise<Incoming['replies']> {
  return listReplies(tx, { ...readerOf(actor), incomingId });
}
