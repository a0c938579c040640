import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { IntakeVerdict } from '../intake/contract.ts';
import { today } from '../organisation/directory.ts';
import type { Incoming } from './contract.ts';
import { deriveIncomingActions } from './incoming-actions.ts';
import type { LoadedIncoming } from './load-incoming.ts';
import { findPart, type IncomingRow, listReplies, listScanFiles, listScanPages } from './queries.ts';

/** Pixels of a page as it is sent for reading: A4 at 150 dpi. */
const A4 = { widthPx: 1240, heightPx: 1754 };

/** The letter as this desk sees it; `isContentHidden` for a registry that may handle but not read it. */
export async function describeIncoming(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  loaded: LoadedIncoming & { isContentHidden?: boolean },
): Promise<Incoming> {
  const { row, addressees } = loaded;
  const key = { agencyId: actor.agencyId, incomingId: row.id };
  const { date } = await today(tx, deps, actor.agencyId);
  const part = await findPart(tx, { ...key, positionId: actor.positionId, date });
  const own = addressees.find(({ positionId }) => positionId === actor.positionId);
  const scan =
    row.intakeId === null || loaded.isContentHidden ? null : { agencyId: actor.agencyId, intakeId: row.intakeId };
  const files = scan === null ? [] : await listScanFiles(tx, scan);
  const { classificationCode, classificationName, searchableSha256, token, ...shown } = row;
  return {
    ...shown,
    ...(loaded.isContentHidden ? { subject: 'Rahasia', summary: '' } : {}),
    role: own?.role ?? addressees[0]?.role ?? 'to',
    readAt: own?.readAt ?? null,
    settledAt: own?.settledAt ?? null,
    classification:
      classificationCode === null ? null : { code: classificationCode, name: classificationName ?? classificationCode },
    addressees,
    pages: loaded.isContentHidden ? [] : scan === null ? letterPages(row) : await listScanPages(tx, scan),
    files: files.map(({ sha256: _hash, ...file }) => file),
    hasSearchableCopy: searchableSha256 !== null && !loaded.isContentHidden,
    verdict: describeVerdict(row.verdict),
    signatoryName: row.signatoryName ?? '',
    verificationPath: token === null ? null : `/v/${token}`,
    replies: await listReplies(tx, key),
    actions: deriveIncomingActions(actor, loaded, part),
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

/** Letters of ours that answer it; secret ones keep their subject. */
export function listLetterReplies(
  tx: Tx,
  wanted: { agencyId: string; incomingId: string },
): Promise<Incoming['replies']> {
  return listReplies(tx, wanted);
}
