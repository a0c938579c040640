import { uuidv7 } from 'uuidv7';
import { eventBodies, recordEvents } from '../audit/record-events.ts';
import { businessDate, type BusinessDate } from '../business-time.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Register } from '../numbering/find-register.ts';
import { splitFormat } from '../numbering/format-number.ts';
import { voidNumber } from '../numbering/void-number.ts';
import type { SigningProgress } from './contract.ts';
import type { PreparedSigning } from './prepare-signing.ts';
import { deriveProgress } from './progress.ts';
import { acceptSignature, lockSignable, type Signable } from './queries.ts';
import { loadSealKey } from './seal-key.ts';
import { SECRET_LIFETIME_MS, sealSecret } from './secret.ts';

interface KeptNumber {
  number: string;
  serial: number;
}

/** What a database function puts the printed number in place of: it alone knows it. */
const NUMBER_MARK = '@number@';

/**
 * The signature command itself: one statement takes the number, freezes who signs and hands the rest to the worker.
 * Undefined, with nothing written, when the letter or the idempotency key is no longer what `prepared` was read from.
 */
export async function acceptSigning(
  deps: Deps,
  actor: DeskActor,
  prepared: PreparedSigning,
  passphrase: string,
): Promise<SigningProgress | undefined> {
  const { letter, register } = prepared;
  const now = deps.now();
  const today = businessDate(now, letter.timeZone);
  const kept = keptNumber(letter, register, today.year);
  if (!kept && letter.number !== null) await giveUpNumber(deps, actor, letter, today.year);
  const attemptId = uuidv7();
  const facts = {
    ...actorFacts(actor, prepared),
    ...letterFacts(prepared, today),
    attemptId,
    secretId: uuidv7(),
    secretExpiresAt: new Date(now.getTime() + SECRET_LIFETIME_MS).toISOString(),
    outboxId: uuidv7(),
    now: now.toISOString(),
    keptNumber: kept?.number ?? null,
    keptSerial: kept?.serial ?? null,
  };
  const { agencyId, personId } = actor;
  const purpose = { agencyId, letterId: letter.id, contentVersion: letter.contentVersion, attemptId, personId };
  const detail = { number: NUMBER_MARK, attemptId, contentVersion: letter.contentVersion };
  const number = await acceptSignature(deps.db, facts, {
    sealed: sealSecret(loadSealKey(deps.config), purpose, passphrase),
    events: eventBodies(deps, actor, [{ action: 'signing.started', letterId: letter.id, detail }]),
    response: JSON.stringify(startedProgress(letter.id, NUMBER_MARK, now)),
  });
  return number === undefined ? undefined : startedProgress(letter.id, number, now);
}

/** The number of an earlier try stays, unless its book or year is another one now. */
function keptNumber(letter: Signable, register: Register, year: number): KeptNumber | undefined {
  if (letter.number === null || letter.registerNumber === null) return undefined;
  if (letter.registerId !== register.id || letter.registerYear !== year) return undefined;
  return { number: letter.number, serial: letter.registerNumber };
}

/** Before the command, not in it: a number that is void with its reason is a whole fact, whatever comes next. */
async function giveUpNumber(deps: Deps, actor: DeskActor, read: Signable, year: number): Promise<void> {
  const { agencyId, personId, positionId } = actor;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const letter = await lockSignable(tx, { agencyId, letterId: read.id, personId });
    if (letter?.status !== 'ready_to_sign' || letter.version !== read.version || letter.number === null) return;
    const reason =
      letter.registerYear === year
        ? 'Buku nomor berubah sebelum surat ditandatangani'
        : 'Tahun berganti sebelum surat ditandatangani';
    await voidNumber(tx, { agencyId, letterId: letter.id, reason, positionId, now: deps.now() });
    const detail = { number: letter.number, reason };
    await recordEvents(tx, deps, actor, [{ action: 'number.voided', letterId: letter.id, detail }]);
  });
}

function actorFacts(actor: DeskActor, { letter, sheet }: PreparedSigning): Record<string, unknown> {
  const prefix = sheet.signatory.actingPrefix;
  const title = letter.signatoryTitle ?? '';
  return {
    agencyId: actor.agencyId,
    personId: actor.personId,
    positionId: actor.positionId,
    appointmentId: actor.appointmentId,
    signatoryName: letter.personName,
    signatoryTitle: prefix === null ? title : `${prefix} ${title}`,
    hintPositions: [...new Set([letter.drafterPositionId, actor.positionId])],
    command: actor.command ? { accountId: actor.accountId, ...actor.command } : null,
  };
}

function letterFacts(prepared: PreparedSigning, today: BusinessDate): Record<string, unknown> {
  const { letter, register, certificate, grants, token, shortCode, sheet } = prepared;
  const around = splitFormat(register, {
    classification: letter.classificationCode ?? '',
    unitCode: register.unitCode,
    year: today.year,
    month: today.month,
  });
  return {
    letterId: letter.id,
    version: letter.version,
    contentVersion: letter.contentVersion,
    certificateId: certificate.id,
    register: { id: register.id, ...around },
    grants,
    token,
    shortCode,
    sheet: { ...sheet, date: today.date },
    date: today.date,
    year: today.year,
  };
}

function startedProgress(letterId: string, number: string, now: Date): SigningProgress {
  return deriveProgress({
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
  });
}
