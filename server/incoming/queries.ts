import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { Incoming, IncomingListItem } from './contract.ts';

type Key = { agencyId: string; incomingId: string };

/** What the inbox shows of a letter; `:mask` readers see no subject of a secret one. */
const COLUMNS = `i.id, i.origin_letter_id as letter_id, i.channel, i.subject, i.number, i.letter_date, i.sender_title, i.sender_unit,
  i.agenda_number, i.handling_grade, i.security_class, i.status, i.received_at, i.due_date`;

const TABS = {
  all: 'true',
  open: `a.settled_at is null and a.role = 'to'`,
  unread: 'a.read_at is null',
  urgent: 'a.is_urgent',
  cc: `a.role = 'cc'`,
} as const;
export type Tab = keyof typeof TABS;

const ListRow = IncomingListItem.extend({ cursorAt: z.string() });
export type ListRow = z.output<typeof ListRow>;

/** One walk along the index of the tab, then each letter by its key. */
export function listInbox(
  tx: Tx,
  query: {
    agencyId: string;
    positionId: string;
    tab: Tab;
    afterAt: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<ListRow[]> {
  const { tab, afterAt, afterId, ...bindings } = query;
  const page = afterAt === null ? '' : 'and (a.received_at, a.incoming_id) < (:afterAt::timestamptz, :afterId::uuid)';
  return many(
    tx,
    `select ${COLUMNS}, a.received_at, a.role, a.read_at, a.settled_at, a.received_at::text as cursor_at
     from incoming_addressee a
     join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
     where a.agency_id = :agencyId and a.position_id = :positionId and ${TABS[tab]} ${page}
     order by a.received_at desc, a.incoming_id desc limit :limit`,
    afterAt === null ? bindings : { ...bindings, afterAt, afterId },
    ListRow,
  );
}

const Counts = z.object({ all: z.int(), open: z.int(), unread: z.int(), urgent: z.int(), cc: z.int() });

/** Each tab counted up to a thousand, along its own index. */
export async function countInbox(
  tx: Tx,
  desk: { agencyId: string; positionId: string },
): Promise<z.output<typeof Counts>> {
  const count = (tab: Tab) =>
    `(select count(*) from (select from incoming_addressee a
      where a.agency_id = :agencyId and a.position_id = :positionId and ${TABS[tab]} limit 1000) counted) as "${tab}"`;
  const row = await one(
    tx,
    `select ${(Object.keys(TABS) as Tab[]).map(count).join(', ')}`,
    { agencyId: desk.agencyId, positionId: desk.positionId },
    Counts,
  );
  return row ?? { all: 0, open: 0, unread: 0, urgent: 0, cc: 0 };
}

const IncomingRow = Incoming.pick({
  id: true,
  letterId: true,
  channel: true,
  subject: true,
  number: true,
  letterDate: true,
  senderTitle: true,
  senderUnit: true,
  agendaNumber: true,
  agendaYear: true,
  handlingGrade: true,
  securityClass: true,
  status: true,
  receivedAt: true,
  dueDate: true,
  version: true,
  unitId: true,
  unitName: true,
  registerName: true,
  media: true,
  summary: true,
  attachmentNote: true,
  addressee: true,
  physicalLocation: true,
  sizeBytes: true,
  cancelReason: true,
  doneNote: true,
  trackingCode: true,
  registeredBy: true,
}).extend({
  registerId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  classificationCode: z.string().nullable(),
  classificationName: z.string().nullable(),
  intakeId: z.uuid().nullable(),
  searchableSha256: z.string().nullable(),
  verdict: z.unknown(),
  pageCount: z.int(),
  annexCount: z.int(),
  signatoryName: z.string().nullable(),
  token: z.string().nullable(),
  registeredByPositionId: z.uuid().nullable(),
});
export type IncomingRow = z.output<typeof IncomingRow>;

/** The scan of a cancelled letter went back to the queue: it is that of whichever letter is registered from it next. */
export function findIncoming(tx: Tx, wanted: Key): Promise<IncomingRow | undefined> {
  return one(
    tx,
    `select ${COLUMNS}, i.agenda_year, i.version, i.unit_id, ru.name as unit_name, r.name as register_name, i.register_id, i.contact_id,
       i.media, i.summary, i.attachment_note, i.addressee, i.physical_location, i.size_bytes, i.page_count, i.cancel_reason, i.done_note,
       i.classification_code, c.name as classification_name, k.id as intake_id, k.searchable_sha256, k.verdict, t.code as tracking_code,
       rp.name as registered_by, i.registered_by_position_id, l.signatory_name, v.token,
       (select count(*) from letter_annex x where x.agency_id = i.agency_id and x.letter_id = i.origin_letter_id) as annex_count
     from incoming_letter i
     join org_unit ru on ru.agency_id = i.agency_id and ru.id = i.unit_id
     left join letter l on l.agency_id = i.agency_id and l.id = i.origin_letter_id
     left join register r on r.agency_id = i.agency_id and r.id = i.register_id
     left join classification c on c.agency_id = i.agency_id and c.code = i.classification_code
     left join intake k on k.agency_id = i.agency_id and k.id = i.intake_id and i.status <> 'cancelled'
     left join incoming_tracking t on t.agency_id = i.agency_id and t.incoming_id = i.id
     left join person rp on rp.agency_id = i.agency_id and rp.id = i.registered_by_person_id
     left join verification_token v on v.agency_id = i.agency_id and v.letter_id = i.origin_letter_id
     where i.agency_id = :agencyId and i.id = :incomingId`,
    wanted,
    IncomingRow,
  );
}

/** Keeps other commands on the letter waiting until this transaction ends. */
export async function lockIncoming(tx: Tx, wanted: Key): Promise<boolean> {
  const row = await one(
    tx,
    `select id from incoming_letter where agency_id = :agencyId and id = :incomingId for update`,
    wanted,
    z.object({ id: z.uuid() }),
  );
  return row !== undefined;
}

const AddresseeRow = z.object({
  positionId: z.uuid(),
  title: z.string(),
  role: z.enum(['to', 'cc']),
  readAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  directedBy: z.string().nullable(),
  note: z.string(),
});
export type AddresseeRow = z.output<typeof AddresseeRow>;

export function listAddressees(tx: Tx, wanted: Key): Promise<AddresseeRow[]> {
  return many(
    tx,
    `select a.position_id, p.title, a.role, a.read_at, a.settled_at, d.title as directed_by, a.note from incoming_addressee a
     join position p on p.agency_id = a.agency_id and p.id = a.position_id
     left join position d on d.agency_id = a.agency_id and d.id = a.directed_by_position_id
     where a.agency_id = :agencyId and a.incoming_id = :incomingId
     order by a.role desc, a.received_at, p.sort_order, p.title`,
    wanted,
    AddresseeRow,
  );
}

const PageRow = z.object({ page: z.int(), widthPx: z.int(), heightPx: z.int() });

/** Pages of a letter that came as files. */
export function listScanPages(
  tx: Tx,
  scan: { agencyId: string; intakeId: string },
): Promise<z.output<typeof PageRow>[]> {
  return many(
    tx,
    `select ordinal as page, width_px, height_px from intake_page
     where agency_id = :agencyId and intake_id = :intakeId order by ordinal`,
    scan,
    PageRow,
  );
}

const FileRow = z.object({
  ordinal: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
});

export function listScanFiles(
  tx: Tx,
  scan: { agencyId: string; intakeId: string },
): Promise<z.output<typeof FileRow>[]> {
  return many(
    tx,
    `select ordinal, file_name, media_type, size_bytes, sha256 from intake_file
     where agency_id = :agencyId and intake_id = :intakeId order by ordinal`,
    scan,
    FileRow,
  );
}

/** First opening by the desk; rows that are read already stay as they are. */
export async function setRead(
  tx: Tx,
  opened: { agencyId: string; incomingId: string; positionId: string; personId: string; now: Date },
): Promise<boolean> {
  const touched = await run(
    tx,
    `update incoming_addressee set read_at = :now, read_by_person_id = :personId
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and read_at is null`,
    opened,
  );
  if (touched === 0) return false;
  await run(
    tx,
    `update letter_recipient set opened_at = :now
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and opened_at is null`,
    { agencyId: opened.agencyId, incomingId: opened.incomingId, positionId: opened.positionId, now: opened.now },
  );
  return true;
}

const Drafter = z.object({ drafterPositionId: z.uuid() });

export async function findDrafterPosition(
  tx: Tx,
  letter: { agencyId: string; letterId: string },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select drafter_position_id from letter where agency_id = :agencyId and id = :letterId`,
    letter,
    Drafter,
  );
  return row?.drafterPositionId;
}

/** Whether dispositions of the letter reached this desk (delivered ones). */
export async function hasDisposition(tx: Tx, wanted: Key & { positionId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select exists (select from disposition_item d where d.agency_id = :agencyId and d.incoming_id = :incomingId
       and d.position_id = :positionId and d.received_at is not null and d.status not in ('recalled', 'undone')) as is_disposed`,
    wanted,
    z.object({ isDisposed: z.boolean() }),
  );
  return row?.isDisposed ?? false;
}
