import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordEvents } from '../audit/record-events.ts';
import { openKeystore, WrongPassphrase } from './authority/open-keystore.ts';
import { findCertificate, type CertificateRow } from './certificate-queries.ts';

const WRONG_PASSPHRASES = { name: 'passphrase', points: 5, perSeconds: 15 * 60 };

/** The certificate the person can sign with now. Throws when there is none, or it has expired or is revoked. */
export async function requireCertificate(tx: Tx, deps: Deps, actor: DeskActor): Promise<CertificateRow> {
  const now = deps.now();
  const certificate = await findCertificate(tx, { agencyId: actor.agencyId, personId: actor.personId, now });
  if (!certificate) throw new AppError('certificate_missing');
  if (!isUsable(certificate, now)) throw new AppError('certificate_expired');
  return certificate;
}

export function isUsable(certificate: CertificateRow, now: Date): boolean {
  const at = now.getTime();
  const isRevoked = certificate.revokedAt !== null && Date.parse(certificate.revokedAt) <= at;
  return !isRevoked && Date.parse(certificate.validFrom) <= at && at < Date.parse(certificate.validTo);
}

/**
 * Opens the keystore before anything is written, so that a wrong passphrase takes no number. The refusal is an event of
 * its own and counts against the person.
 */
export async function checkPassphrase(
  deps: Deps,
  actor: DeskActor,
  certificate: CertificateRow,
  asked: { letterId?: string; passphrase: string; detail?: Record<string, unknown> },
): Promise<void> {
  const person = `${actor.agencyId}:${actor.personId}`;
  await deps.throttle.check(WRONG_PASSPHRASES, person);
  if (!certificate.keystore) throw new AppError('certificate_missing');
  try {
    await openKeystore(certificate.keystore, asked.passphrase, certificate.provider);
  } catch (error) {
    if (!(error instanceof WrongPassphrase)) throw error;
    await refuse(deps, actor, asked);
    await deps.throttle.take(WRONG_PASSPHRASES, person);
    throw new AppError('wrong_passphrase');
  }
  // Guesses sent all at once pass the first check together: those that came before have been counted by now.
  await deps.throttle.check(WRONG_PASSPHRASES, person);
  await deps.throttle.forget(WRONG_PASSPHRASES, person);
}

function refuse(
  deps: Deps,
  actor: DeskActor,
  { letterId, detail }: { letterId?: string; detail?: Record<string, unknown> },
): Promise<void> {
  const about = letterId === undefined ? {} : { letterId };
  return deps.db.transaction({ agencyId: actor.agencyId }, (tx) =>
    recordEvents(tx, deps, actor, [
      {
        action: 'signing.refused',
        ...about,
        detail: { reason: 'wrong_passphrase', agent: actor.userAgent, ...detail },
      },
    ]),
  );
}
