import { z } from 'zod';
import { one, type Tx } from '../db.ts';
import type { VerificationCode } from './read-code.ts';

const Token = z.object({ agencyId: z.uuid(), letterId: z.uuid(), shortCode: z.string() });
export type Token = z.output<typeof Token>;

/** `verification_token` has no tenant wall: the public knows a code, not an agency. */
export function findToken(tx: Tx, code: VerificationCode): Promise<Token | undefined> {
  return one(
    tx,
    `select agency_id, letter_id, short_code from verification_token
     where token = :token::text or short_code = :shortCode::text limit 1`,
    { ...code },
    Token,
  );
}

const SignedCopy = z.object({ agencyId: z.uuid(), letterId: z.uuid(), shortCode: z.string() });

/** A letter of the installation whose signed bytes have one of these hashes. */
export function findSignedCopy(tx: Tx, hashes: readonly string[]): Promise<z.output<typeof SignedCopy> | undefined> {
  return one(
    tx,
    `select signed.agency_id, signed.letter_id, signed.short_code
     from unnest(:hashes::text[]) as asked(sha256) cross join lateral find_signed_letter(asked.sha256) signed limit 1`,
    { hashes: [...hashes] },
    SignedCopy,
  );
}

const VerifiedLetter = z.object({
  status: z.string(),
  number: z.string().nullable(),
  letterDate: z.string().nullable(),
  type: z.enum(['surat_dinas', 'nota_dinas']),
  subject: z.string(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  agencyName: z.string(),
  isDemo: z.boolean(),
  unitName: z.string(),
  signatoryName: z.string().nullable(),
  signatoryTitle: z.string().nullable(),
  signedAt: z.string().nullable(),
  timestampTime: z.string().nullable(),
  signatureLevel: z.string().nullable(),
  signedSha256: z.string().nullable(),
  pageCount: z.number().nullable(),
  signedSizeBytes: z.number().nullable(),
  certificatePem: z.string().nullable(),
});
export type VerifiedLetter = z.output<typeof VerifiedLetter>;

export function findVerifiedLetter(
  tx: Tx,
  letter: { agencyId: string; letterId: string },
): Promise<VerifiedLetter | undefined> {
  return one(
    tx,
    `select l.status, l.number, l.letter_date, l.type, l.subject, l.security_class, g.name as agency_name, g.is_demo,
       u.name as unit_name, l.signatory_name, l.signatory_title, l.signed_at, s.timestamp_time, l.signature_level,
       l.signed_sha256, l.page_count, l.signed_size_bytes, c.certificate_pem
     from letter l
     join agency g on g.id = l.agency_id
     left join position p on p.agency_id = l.agency_id and p.id = l.signatory_position_id
     join org_unit u on u.agency_id = l.agency_id
       and u.id = coalesce(unit_opd(l.agency_id, coalesce(p.unit_id, l.unit_id)), p.unit_id, l.unit_id)
     left join signing_attempt s on s.agency_id = l.agency_id and s.letter_id = l.id and s.state = 'accepted'
     left join certificate c on c.agency_id = s.agency_id and c.id = s.certificate_id
     where l.agency_id = :agencyId and l.id = :letterId`,
    letter,
    VerifiedLetter,
  );
}
