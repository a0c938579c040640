import { createHash } from 'node:crypto';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, refuseReading } from '../letters/access.ts';
import { isAllowed } from '../letters/states.ts';
import { acceptSigning } from './accept-signing.ts';
import type { SigningProgress, signLetterEndpoint } from './contract.ts';
import { prepareSigning } from './prepare-signing.ts';
import { findSignable, type Signable } from './queries.ts';
import { checkPassphrase } from './unlock-keystore.ts';

type SignInput = InputOf<typeof signLetterEndpoint>;

/**
 * Accepts a signature command: everything is read and the passphrase is proved first, then one transaction takes the
 * number, freezes who signs and hands the rest to the worker.
 */
export async function signLetter(deps: Deps, actor: DeskActor, input: SignInput): Promise<SigningProgress> {
  if (!actor.canAct) throw new AppError('desk_read_only');
  const prepared = await read(deps, actor, async (tx) => {
    const letter = await findAsSignatory(tx, actor, input);
    const isReady = isAllowed(letter.status, 'sign') && letter.version === input.version;
    return isReady ? prepareSigning(tx, deps, actor, letter) : undefined;
  });
  const signatory = withoutPassphrase(actor, input);
  if (prepared) {
    await checkPassphrase(deps, actor, prepared.certificate, input);
    const accepted = await acceptSigning(deps, signatory, prepared, input.passphrase);
    if (accepted) return accepted;
  }
  const stored = await command(deps, signatory, (tx) => refuse(tx, actor, input));
  await deps.db.flush();
  return stored;
}

/** Reached by a key that has its answer already, which `command` gives, and by letters that cannot be signed. */
async function refuse(tx: Tx, actor: DeskActor, input: SignInput): Promise<never> {
  const letter = await findAsSignatory(tx, actor, input);
  throw new AppError(isAllowed(letter.status, 'sign') ? 'stale_version' : 'wrong_state');
}

// The stored hash of the request outlives the signing: it must not be a hash of the passphrase.
function withoutPassphrase(actor: DeskActor, input: SignInput): DeskActor {
  if (!actor.command) return actor;
  const requestHash = createHash('sha256').update(`sign ${input.letterId} ${input.version}`).digest('hex');
  return { ...actor, command: { key: actor.command.key, requestHash } };
}

async function findAsSignatory(tx: Tx, actor: DeskActor, { letterId }: SignInput): Promise<Signable> {
  const letter = await findSignable(tx, { agencyId: actor.agencyId, letterId, personId: actor.personId });
  if (!letter) throw new AppError('not_found');
  if (letter.signatoryPositionId === actor.positionId) return letter;
  if (!(await canRead(tx, actor, letter))) refuseReading(letter);
  throw new AppError('forbidden', {
    detail: `Surat ini hanya dapat ditandatangani dari jabatan ${letter.signatoryTitle ?? 'penanda tangan'}.`,
  });
}
