import { z } from 'zod';
import { many, type Tx } from '../db.ts';

const Line = z.object({
  id: z.uuid(),
  number: z.string(),
  date: z.string().nullable(),
  receivedDate: z.string().nullable(),
  type: z.string(),
  grade: z.string(),
  securityClass: z.string(),
  code: z.string(),
  subject: z.string(),
  summary: z.string(),
  sender: z.string(),
  recipient: z.string(),
  unitName: z.string(),
  agendaNumber: z.string(),
});
export type SrikandiLine = z.output<typeof Line>;

export interface SrikandiQuery {
  agencyId: string;
  unitId: string;
  from: string;
  to: string;
  afterId: string;
  limit: number;
}

const MASK = (column: string) => `case when x.security_class in ('R', 'SR') then '(rahasia)' else ${column} end`;

/** Letters that came to an OPD, by when they were taken in; subject and summary of a secret one stay here. */
export function listIncomingLines(tx: Tx, query: SrikandiQuery): Promise<SrikandiLine[]> {
  return many(
    tx,
    `select x.id, x.number, x.letter_date as date, x.received_date as received_date, 'Surat' as type, x.handling_grade as grade, x.security_class,
       coalesce(x.classification_code, '') as code, ${MASK('x.subject')} as subject, ${MASK('x.summary')} as summary,
       concat_ws(', ', nullif(x.sender_title, ''), nullif(x.sender_unit, '')) as sender, x.addressee as recipient, u.name as unit_name,
       coalesce(x.agenda_number::text, '') as agenda_number
     from incoming_letter x join org_unit u on u.agency_id = x.agency_id and u.id = x.unit_id
     where x.agency_id = :agencyId and unit_opd(x.agency_id, x.unit_id) = :unitId and x.received_date between :from and :to
       and x.status <> 'cancelled' and x.id > :afterId::uuid
     order by x.id limit :limit`,
    { ...query },
    Line,
  );
}

/** Letters that an OPD has signed. */
export function listOutgoingLines(tx: Tx, query: SrikandiQuery): Promise<SrikandiLine[]> {
  return many(
    tx,
    `select x.id, coalesce(x.number, '') as number, x.letter_date as date, null::date as received_date,
       case x.type when 'nota_dinas' then 'Nota Dinas' else 'Surat Dinas' end as type, x.handling_grade as grade, x.security_class,
       coalesce(x.classification_code, '') as code, ${MASK('x.subject')} as subject, '' as summary, coalesce(x.signatory_title, '') as sender,
       coalesce((select string_agg(coalesce(p.title, r.name), '; ' order by r.ordinal) from letter_recipient r
         left join position p on p.agency_id = r.agency_id and p.id = r.position_id
         where r.agency_id = x.agency_id and r.letter_id = x.id and r.role = 'to'), '') as recipient, u.name as unit_name, '' as agenda_number
     from letter x join org_unit u on u.agency_id = x.agency_id and u.id = x.unit_id
     where x.agency_id = :agencyId and unit_opd(x.agency_id, x.unit_id) = :unitId and x.letter_date between :from and :to
       and x.status in ('signed', 'dispatched', 'revoked') and x.id > :afterId::uuid
     order by x.id limit :limit`,
    { ...query },
    Line,
  );
}
