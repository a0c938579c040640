import { z } from 'zod';
import { one, type Tx } from '../db.ts';
import type { VerificationCode } from './read-code.ts';

const Token = z.object({
  agencyId: z.uuid(),
  letterId: z.uuid().nullable(),
  paperId: z.uuid().nullable(),
  shortCode: z.string(),
});
export type Token = z.output<typeof Token>;

/** `verification_token` has no tenant wall: the public knows a code, not an agency. */
export function findToken(tx: Tx, code: VerificationCode): Promise<Token | undefined> {
  return one(
    tx,
    `select agency_id, letter_id, paper_id, short_code from verification_token
     where token = :token::text or short_code = :shortCode::text limit 1`,
    { ...code },
    Token,
  );
}

const SignedCopy = z.object({ agencyId: z.uuid(), shortCode: z.string() });

/** A letter or archive paper of the installation whose signed bytes have one of these hashes. */
export function findSignedCopy(tx: Tx, hashes: readonly string[]): Promise<z.output<typeof SignedCopy> | undefined> {
  return one(
    tx,
    `select signed.agency_id, signed.short_code
     from unnest(:hashes::text[]) as asked(sha256) cross join lateral (
       select agency_id, short_code from find_signed_letter(asked.sha256)
       union all select agency_id, short_code from find_signed_paper(asked.sha256)) signed limit 1`,
    { hashes: [...hashes] },
    SignedCopy,
  );
}

const VerifiedLetter = z.object({
  status: z.string(),
  number: z.string().nullable(),
  letterDate: z.string().nullable(),
  type: z.enum(['surat_dinas', 'nota_dinas', 'arsip']),
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
  signatories: z.array(z.object({ name: z.string(), title: z.string() })),
  isDestroyed: z.boolean(),
  minutesNumber: z.string().nullable(),
  minutesDate: z.string().nullable(),
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
       l.signed_sha256, l.page_count, l.signed_size_bytes, c.certificate_pem,
       jsonb_build_array(jsonb_build_object('name', coalesce(l.signatory_name, ''), 'title', coalesce(l.signatory_title, ''))) as signatories,
       l.destroyed_at is not null as is_destroyed, m.number as minutes_number, m.paper_date as minutes_date
     from letter l
     left join lateral destruction_minutes(l.agency_id, l.destroyed_by_disposal_id) m on true
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

/** An archive paper in the shape of a letter: its list is nobody's business, so it is of class T. */
export function findVerifiedPaper(
  tx: Tx,
  paper: { agencyId: string; paperId: string },
): Promise<VerifiedLetter | undefined> {
  return one(
    tx,
    `select case o.status when 'signed' then 'signed' when 'void' then 'void' else 'signing' end as status, o.number,
       o.paper_date as letter_date, 'arsip' as type, coalesce(o.sheet ->> 'title', '') as subject, 'T' as security_class, g.name as agency_name,
       g.is_demo, u.name as unit_name, s.names as signatory_name, s.titles as signatory_title, o.signed_at, s.timestamp_time,
       'B-T' as signature_level, o.sha256 as signed_sha256, o.page_count, o.size_bytes as signed_size_bytes, s.certificate_pem,
       coalesce(s.signatories, '[]') as signatories, false as is_destroyed, null as minutes_number, null as minutes_date
     from official_paper o
     join agency g on g.id = o.agency_id
     join disposal d on d.agency_id = o.agency_id and d.id = o.disposal_id
     join org_unit u on u.agency_id = d.agency_id and u.id = d.unit_id
     left join lateral (
       select string_agg(p.name, ' · ' order by p.ordinal) as names, string_agg(p.title, ' · ' order by p.ordinal) as titles,
         jsonb_agg(jsonb_build_object('name', p.name, 'title', p.title) order by p.ordinal) as signatories,
         max(p.timestamp_time) as timestamp_time, max(c.certificate_pem) as certificate_pem
       from paper_signatory p left join certificate c on c.agency_id = p.agency_id and c.id = p.certificate_id
       where p.agency_id = o.agency_id and p.paper_id = o.id) s on true
     where o.agency_id = :agencyId and o.id = :paperId`,
    paper,
    VerifiedLetter,
  );
}
