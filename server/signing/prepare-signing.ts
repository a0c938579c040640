import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Grant } from '../letters/access.ts';
import { buildSheet } from '../letters/letter-sheet-of.ts';
import { findRegister, type Register } from '../numbering/find-register.ts';
import type { LetterSheet } from '../pdf/letter-sheet.ts';
import type { CertificateRow } from './certificate-queries.ts';
import type { Signable } from './queries.ts';
import { requireCertificate } from './unlock-keystore.ts';
import { newShortCode, newVerificationToken } from './verification-code.ts';

/** All that a signature command freezes, read without a lock: it holds as long as the letter keeps this version. */
export interface PreparedSigning {
  letter: Signable;
  certificate: CertificateRow;
  register: Register;
  grants: readonly Grant[];
  token: string;
  shortCode: string;
  /** Without number and date, which the command adds. */
  sheet: LetterSheet;
}

/** Reads what the signature will freeze. Throws when certificate, classification or register are missing. */
export async function prepareSigning(tx: Tx, deps: Deps, actor: DeskActor, letter: Signable): Promise<PreparedSigning> {
  const certificate = await requireCertificate(tx, deps, actor);
  const register = await requireRegister(tx, actor, letter);
  const token = letter.token ?? newVerificationToken();
  const shortCode = letter.shortCode ?? newShortCode();
  const sheet = await buildSheet(
    tx,
    deps,
    { agencyId: actor.agencyId, letterId: letter.id },
    { stage: 'final', verification: { url: `${deps.config.publicUrl}/v/${token}`, shortCode } },
  );
  return {
    letter,
    certificate,
    register,
    grants: signatoryGrants(actor, letter, register),
    token,
    shortCode,
    sheet: { ...sheet, signatory: { ...sheet.signatory, ...whoSigns(actor, letter) } },
  };
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

const PREFIXES = { definitif: null, plt: 'Plt.', plh: 'Plh.' } as const;

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
