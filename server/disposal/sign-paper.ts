import { createHash } from 'node:crypto';
import { recordEvents } from '../audit/record-events.ts';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob, type StoredBlob } from '../files/files.ts';
import { enqueue } from '../outbox.ts';
import { openKeystore } from '../signing/authority/open-keystore.ts';
import { prepareAndSign } from '../signing/pades/prepare-and-sign.ts';
import { checkPassphrase, requireCertificate } from '../signing/unlock-keystore.ts';
import type { OfficialPaper, signPaperEndpoint } from './contract.ts';
import { describePaper } from './describe-disposal.ts';
import { type LoadedDisposal, loadDisposal } from './load-disposal.ts';
import {
  findPaper,
  findPaperLocked,
  listSignatories,
  type PaperRow,
  setSealed,
  type SignatoryRow,
} from './paper-queries.ts';
import { findPlace } from './paper-place.ts';
import { PAPER_TITLES } from './paper-signers.ts';

type SignInput = InputOf<typeof signPaperEndpoint>;
type Certificate = Awaited<ReturnType<typeof requireCertificate>>;

interface Prepared {
  paper: PaperRow;
  signatory: SignatoryRow & { box: NonNullable<SignatoryRow['box']> };
  certificate: Certificate;
  pdfSha256: string;
  place: string;
}

/**
 * Adds one signature (B-B) over all that stands before it. The passphrase lives only in this request: the key is used
 * here, outside any transaction, and nothing of it is stored. A worker then adds the timestamp.
 */
export async function signPaper(deps: Deps, actor: DeskActor, input: SignInput): Promise<OfficialPaper> {
  const prepared = await read(deps, actor, (tx) => prepare(tx, deps, actor, input));
  const signing = withoutPassphrase(actor, input);
  if (prepared === undefined) return command(deps, signing, (tx) => refuse(tx, deps, actor, input));
  const { certificate } = prepared;
  await checkPassphrase(deps, actor, certificate, { passphrase: input.passphrase, detail: { paperId: input.paperId } });
  const blob = await deps.files.write(actor.agencyId, await sign(deps, actor.agencyId, prepared, input.passphrase));
  await deps.checkpoint?.('paper_sealed_stored');
  return command(deps, signing, (tx) => accept(tx, deps, actor, { input, prepared, blob }));
}

/** Undefined when the paper has moved on, or this key has its answer already. */
async function prepare(tx: Tx, deps: Deps, actor: DeskActor, input: SignInput): Promise<Prepared | undefined> {
  const { agencyId } = actor;
  const key = { agencyId, paperId: input.paperId };
  const paper = await findPaper(tx, key);
  if (!paper || paper.status === 'void') throw new AppError('not_found');
  const loaded = await loadDisposal(tx, deps, actor, { disposalId: paper.disposalId });
  const next = requireTurn(actor, await listSignatories(tx, key));
  if (paper.status !== 'open' || paper.version !== input.version || paper.sha256 === null) return undefined;
  if (next?.status !== 'waiting' || next.box === null) return undefined;
  requireWord(actor, loaded, paper);
  const certificate = await requireCertificate(tx, deps, actor);
  const place = await findPlace(tx, { agencyId, positionId: actor.positionId });
  return { paper, signatory: { ...next, box: next.box }, certificate, pdfSha256: paper.sha256, place };
}

/** The signature that is asked next, if this desk and person may give it. */
function requireTurn(actor: DeskActor, signatories: readonly SignatoryRow[]): SignatoryRow | undefined {
  if (!actor.canAct) throw new AppError('desk_read_only');
  const own = signatories.find(({ positionId }) => positionId === actor.positionId);
  if (!own) throw new AppError('forbidden');
  if (own.personId !== actor.personId)
    throw new AppError('forbidden', { detail: `Naskah ini disiapkan untuk tanda tangan ${own.name}.` });
  const next = signatories.find(({ status }) => status !== 'signed');
  if (next && own.status === 'waiting' && next.ordinal < own.ordinal)
    throw new AppError('paper_unsigned', { detail: `Menunggu tanda tangan ${next.name} lebih dahulu.` });
  return own;
}

/** An approval is signed only by who has typed the count in this round. */
function requireWord(actor: DeskActor, { acts }: LoadedDisposal, { kind }: PaperRow): void {
  if (kind !== 'approval') return;
  if (!acts.some((act) => act.kind === 'approve' && act.personId === actor.personId))
    throw new AppError('wrong_state', { detail: 'Ketik jumlah berkas dan setujui lebih dahulu, lalu tanda tangani.' });
}

async function sign(
  deps: Deps,
  agencyId: string,
  { paper, signatory, certificate, pdfSha256, place }: Prepared,
  passphrase: string,
): Promise<Uint8Array> {
  if (!certificate.keystore) throw new AppError('certificate_missing');
  const keystore = await openKeystore(certificate.keystore, passphrase, certificate.provider);
  return prepareAndSign({
    pdf: await deps.files.read(agencyId, pdfSha256),
    signatureBox: signatory.box,
    fieldName: `TandaTangan${signatory.ordinal}`,
    signer: { name: signatory.name },
    location: place,
    reason: `Penandatanganan ${PAPER_TITLES[paper.kind]}`,
    keystore,
    signingTime: deps.now(),
  });
}

async function accept(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { input, prepared, blob }: { input: SignInput; prepared: Prepared; blob: StoredBlob },
): Promise<OfficialPaper> {
  const { agencyId } = actor;
  const { paperId, version } = input;
  const { paper, signatory, certificate } = prepared;
  const now = deps.now();
  await recordBlob(tx, { agencyId, ...blob, mediaType: 'application/pdf' }, { kind: 'paper_sealed', id: paperId, now });
  const sealed = { ordinal: signatory.ordinal, certificateId: certificate.id, ...blob, now };
  if (!(await setSealed(tx, { agencyId, paperId, version, ...sealed }))) throw stale();
  await enqueue(tx, agencyId, 'papers.timestamp', { paperId }, { now });
  const described = await describe(tx, actor, paperId);
  const detail = { paperId, disposalId: paper.disposalId, number: paper.number, ordinal: signatory.ordinal };
  await recordEvents(tx, deps, actor, [{ action: 'disposal.paper_sealed', detail }]);
  return described;
}

/** Reached by a key that has its answer already, which `command` gives, and by papers that have moved on. */
async function refuse(tx: Tx, deps: Deps, actor: DeskActor, { paperId }: SignInput): Promise<never> {
  const paper = await findPaper(tx, { agencyId: actor.agencyId, paperId });
  if (!paper) throw new AppError('not_found');
  await loadDisposal(tx, deps, actor, { disposalId: paper.disposalId });
  throw paper.status === 'open'
    ? stale()
    : new AppError('wrong_state', {
        detail: 'Naskah sedang disiapkan, diberi stempel waktu, atau sudah ditandatangani. Muat ulang sebentar lagi.',
      });
}

function stale(): AppError {
  return new AppError('stale_version', { detail: 'Naskah berubah sejak Anda membukanya. Muat ulang, lalu ulangi.' });
}

async function describe(tx: Tx, actor: DeskActor, paperId: string): Promise<OfficialPaper> {
  const key = { agencyId: actor.agencyId, paperId };
  const paper = await findPaperLocked(tx, key);
  if (!paper) throw new AppError('not_found');
  return describePaper(actor, paper, await listSignatories(tx, key));
}

// The stored hash of the request outlives the signing: it must not be a hash of the passphrase.
function withoutPassphrase(actor: DeskActor, { paperId, version }: SignInput): DeskActor {
  if (!actor.command) return actor;
  const requestHash = createHash('sha256').update(`sign paper ${paperId} ${version}`).digest('hex');
  return { ...actor, command: { key: actor.command.key, requestHash } };
}
