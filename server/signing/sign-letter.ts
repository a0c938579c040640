import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { eventBodies, type AuditEntry } from '../audit/record-events.ts';
import { businessDate, type BusinessDate } from '../business-time.ts';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, grantAccess, refuseReading, type Grant } from '../letters/access.ts';
import { buildSheet } from '../letters/letter-sheet-of.ts';
import { isAllowed } from '../letters/states.ts';
import { findRegister, type Register } from '../numbering/find-register.ts';
import { splitFormat } from '../numbering/format-number.ts';
import { voidNumber } from '../numbering/void-number.ts';
import type { LetterSheet } from '../pdf/letter-sheet.ts';
import type { CertificateRow } from './certificate-queries.ts';
import type { SigningProgress, signLetterEndpoint } from './contract.ts';
import { deriveProgress } from './progress.ts';
import { acceptSignature, findSignable, lockSignable, type Signable } from './queries.ts';
import { loadSealKey } from './seal-key.ts';
import { SECRET_LIFETIME_MS, sealSecret } from './secret.ts';
import { checkPassphrase, requireCertificate } from './unlock-keystore.ts';
import { newShortCode, newVerificationToken } from './verification-code.ts';

type SignInput = InputOf<typeof signLetterEndpoint>;

/**
 * Accepts a signature command: the passphrase is proved first, then one transaction takes the number, freezes who
 * signs and hands the rest to the worker.
 */
export async function signLetter(deps: Deps, actor: DeskActor, input: SignInput): Promise<SigningProgress> {
  if (!actor.canAct) throw new AppError('desk_read_only');
  const prepared = await read(deps, actor, async (tx) => {
    const letter = await requireSignatory(tx, actor, await findSignable(tx, wanted(actor, input)));
    return isReady(letter, input) ? await requireCertificate(tx, deps, actor) : undefined;
  });
  if (prepared) await checkPassphrase(deps, actor, prepared, input);
  return command(deps, withoutPassphrase(actor, input), (tx) => accept(tx, deps, actor, { ...input, prepared }));
}

const wanted = (actor: DeskActor, input: SignInput) => ({
  agencyId: actor.agencyId,
  letterId: input.letterId,
  personId: actor.personId,
});

const isReady = (letter: Signable, input: SignInput) =>
  isAllowed(letter.status, 'sign') && letter.version === input.version;

// The stored hash of the request outlives the signing: it must not be a hash of the passphrase.
function withoutPassphrase(actor: DeskActor, input: SignInput): DeskActor {
  if (!actor.command) return actor;
  const requestHash = createHash('sha256').update(`sign ${input.letterId} ${input.version}`).digest('hex');
  return { ...actor, command: { key: actor.command.key, requestHash } };
}

async function requireSignatory(tx: Tx, actor: DeskActor, letter: Signable | undefined): Promise<Signable> {
  if (!letter) throw new AppError('not_found');
  if (letter.signatoryPositionId === actor.positionId) return letter;
  if (!(await canRead(tx, actor, letter))) refuseReading(letter);
  throw new AppError('forbidden', {
    detail: `Surat ini hanya dapat ditandatangani dari jabatan ${letter.signatoryTitle ?? 'penanda tangan'}.`,
  });
}

async function accept(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  input: SignInput & { prepared: CertificateRow | undefined },
): Promise<SigningProgress> {
  const letter = await requireSignatory(tx, actor, await lockSignable(tx, wanted(actor, input)));
  if (!isAllowed(letter.status, 'sign')) throw new AppError('wrong_state');
  if (letter.version !== input.version) throw new AppError('stale_version');
  if (!input.prepared) throw new AppError('wrong_state');
  const now = deps.now();
  const today = businessDate(now, letter.timeZone);
  const register = await requireRegister(tx, actor, letter);
  const { kept, voided } = await keepNumber(tx, deps, actor, { letter, register, year: today.year });
  const attemptId = uuidv7();
  const sealed = sealSecret(
    loadSealKey(deps.config),
    {
      agencyId: actor.agencyId,
      letterId: letter.id,
      contentVersion: letter.contentVersion,
      attemptId,
      personId: actor.personId,
    },
    input.passphrase,
  );
  await grantAccess(tx, { agencyId: actor.agencyId, id: letter.id }, signatoryGrants(actor, letter, register), now);
  const facts = {
    ...(await frozenFacts(tx, deps, actor, { letter, today })),
    attemptId,
    certificateId: input.prepared.id,
    register: { id: register.id, ...around(register, letter, today) },
    keptNumber: kept?.number ?? null,
    keptSerial: kept?.serial ?? null,
  };
  const events = eventBodies(deps, actor, [...voided, startEvent(letter, attemptId)]);
  const number = await acceptSignature(tx, facts, sealed, events);
  if (number === undefined) throw new AppError('stale_version');
  return deriveProgress(freshFacts(letter.id, number, now));
}

async function requireRegister(tx: Tx, actor: DeskActor, letter: Signable): Promise<Register> {
  if (letter.classificationCode === null)
    throw new AppError('letter_incomplete', {
      detail: 'Surat belum mempunyai klasifikasi. Kembalikan kepada konseptor.',
    });
  const register = await findRegister(tx, actor.agencyId, letter.signatoryUnitId ?? actor.unitId, letter.type);
  if (!register) throw new AppError('register_missing');
  return register;
}

/** The number of an earlier try stays, unless its book or year is another one now: then it is given up with a reason. */
async function keepNumber(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, register, year }: { letter: Signable; register: Register; year: number },
): Promise<{ kept: { number: string; serial: number } | undefined; voided: AuditEntry[] }> {
  if (letter.number === null || letter.registerNumber === null) return { kept: undefined, voided: [] };
  if (letter.registerId === register.id && letter.registerYear === year)
    return { kept: { number: letter.number, serial: letter.registerNumber }, voided: [] };
  const reason =
    letter.registerYear === year
      ? 'Buku nomor berubah sebelum surat ditandatangani'
      : 'Tahun berganti sebelum surat ditandatangani';
  const { agencyId, positionId } = actor;
  await voidNumber(tx, { agencyId, letterId: letter.id, reason, positionId, now: deps.now() });
  return {
    kept: undefined,
    voided: [{ action: 'number.voided', letterId: letter.id, detail: { number: letter.number, reason } }],
  };
}

function around(register: Register, letter: Signable, today: BusinessDate): ReturnType<typeof splitFormat> {
  return splitFormat(register, {
    classification: letter.classificationCode ?? '',
    unitCode: register.unitCode,
    year: today.year,
    month: today.month,
  });
}

async function frozenFacts(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, today }: { letter: Signable; today: BusinessDate },
): Promise<Record<string, unknown>> {
  const now = deps.now();
  const token = letter.token ?? newVerificationToken();
  const shortCode = letter.shortCode ?? newShortCode();
  const sheet = await buildSheet(
    tx,
    deps,
    { agencyId: actor.agencyId, letterId: letter.id },
    {
      stage: 'final',
      date: today.date,
      verification: { url: `${deps.config.publicUrl}/v/${token}`, shortCode },
    },
  );
  return {
    agencyId: actor.agencyId,
    letterId: letter.id,
    version: letter.version,
    contentVersion: letter.contentVersion,
    personId: actor.personId,
    positionId: actor.positionId,
    appointmentId: actor.appointmentId,
    signatoryName: letter.personName,
    signatoryTitle: actingTitle(actor, letter.signatoryTitle ?? ''),
    secretId: uuidv7(),
    secretExpiresAt: new Date(now.getTime() + SECRET_LIFETIME_MS).toISOString(),
    outboxId: uuidv7(),
    token,
    shortCode,
    sheet: { ...sheet, signatory: { ...sheet.signatory, ...whoSigns(actor, letter) } },
    now: now.toISOString(),
    date: today.date,
    year: today.year,
    hintPositions: [...new Set([letter.drafterPositionId, actor.positionId])],
  };
}

/** The person at the desk now, which beside an acting official need not be the holder of the day. */
function whoSigns(
  actor: DeskActor,
  letter: Signable,
): Pick<LetterSheet['signatory'], 'actingPrefix' | 'name' | 'rank' | 'nip'> {
  return {
    actingPrefix: PREFIXES[actor.appointmentKind],
    name: letter.personName,
    rank: letter.personRank,
    nip: letter.personNip,
  };
}

const PREFIXES = { definitif: null, plt: 'Plt.', plh: 'Plh.' } as const;

function actingTitle(actor: DeskActor, title: string): string {
  const prefix = PREFIXES[actor.appointmentKind];
  return prefix === null ? title : `${prefix} ${title}`;
}

function signatoryGrants(actor: DeskActor, letter: Signable, register: Register): Grant[] {
  const grants: Grant[] = [{ kind: 'position', id: actor.positionId, reason: 'signatory' }];
  if (letter.securityClass === 'B') {
    grants.push({ kind: 'person', id: actor.personId, reason: 'signed' });
    grants.push({ kind: 'unit_role', id: register.unitId, role: 'registry', reason: 'sender unit' });
  }
  if (letter.securityClass === 'B' || letter.securityClass === 'T')
    grants.push({ kind: 'unit_role', id: register.unitId, role: 'archivist', reason: 'sender unit' });
  return grants;
}

function startEvent(letter: Signable, attemptId: string): AuditEntry {
  // "@number@" is filled in by the database function, which alone knows the number.
  const detail = { number: '@number@', attemptId, contentVersion: letter.contentVersion };
  return { action: 'signing.started', letterId: letter.id, detail };
}

function freshFacts(letterId: string, number: string, now: Date): Parameters<typeof deriveProgress>[0] {
  return {
    letterId,
    letterStatus: 'signing',
    number,
    state: 'numbered',
    startedAt: now.toISOString(),
    typesetAt: null,
    pageCount: null,
    sealedAt: null,
    acceptedAt: null,
    failureCode: null,
    waitingFor: null,
    waitingSince: null,
    nextTryAt: null,
    deliveredAt: null,
    pendingRecipients: 0,
    failedRecipients: 0,
  };
}
