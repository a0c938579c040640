import { randomUUID } from 'node:crypto';
import { run, type Tx } from '../../server/db.ts';
import { recordBlob } from '../../server/files/files.ts';
import { grantIncoming, unitGrants } from '../../server/incoming/access.ts';
import { findRegister } from '../../server/numbering/find-register.ts';
import { takeNumber } from '../../server/numbering/take-number.ts';
import type { DeskKey, TestAgency } from './agency.ts';
import type { TestDeps } from './deps.ts';

/** A letter from outside as registration leaves it: in the agenda of its unit, with or without scan. */
export interface ReceivedWanted {
  unit?: string;
  to?: DeskKey;
  subject?: string;
  senderTitle?: string;
  senderUnit?: string;
  number?: string;
  letterDate?: string | null;
  securityClass?: 'B' | 'T' | 'R' | 'SR';
  handlingGrade?: 'biasa' | 'segera' | 'sangat_segera';
  classificationCode?: string | null;
  channel?: 'counter' | 'email' | 'post';
  dueDate?: string | null;
  pageCount?: number;
  contactId?: string | null;
  /** Page pictures (WebP) with their width. */
  pages?: { webp: Uint8Array; width: number; height: number }[];
  file?: { name: string; mediaType: string; bytes: Uint8Array };
  searchable?: Uint8Array;
}

const USUAL = {
  unit: 'kominfo',
  subject: 'Permohonan data aplikasi',
  senderTitle: 'Bupati Kapuas Hulu',
  senderUnit: 'Pemerintah Kabupaten Kapuas Hulu',
  number: '000/12/BUP/2026',
  letterDate: '2026-11-20',
  securityClass: 'B',
  handlingGrade: 'biasa',
  classificationCode: '500.12.6',
  channel: 'counter',
  dueDate: null,
  pageCount: 3,
  contactId: null,
} as const;

export async function receivedLetter(
  deps: TestDeps,
  agency: TestAgency,
  wanted: ReceivedWanted = {},
): Promise<{ id: string; agendaNumber: number }> {
  const { unit, to, pages = [], file, searchable, ...row } = { ...USUAL, ...wanted };
  const { agencyId } = agency;
  const unitId = agency.unitId(unit);
  const id = randomUUID();
  const now = deps.now();
  const date = now.toISOString().slice(0, 10);
  return deps.db.transaction({ agencyId }, async (tx) => {
    const intakeId = file
      ? await insertIntake(tx, deps, { agencyId, unitId, id: randomUUID() }, { file, pages, searchable })
      : null;
    const register = await findRegister(tx, agencyId, unitId, 'agenda');
    if (!register) throw new Error(`no agenda register for ${unit}`);
    const agendaNumber = await takeNumber(tx, { agencyId, registerId: register.id, date, entityId: id, now });
    await run(
      tx,
      `insert into incoming_letter (agency_id, id, register_id, unit_id, agenda_number, agenda_year, status, received_at, received_date,
         intake_id, channel, contact_id, sender_title, sender_unit, number, letter_date, subject, handling_grade, security_class,
         classification_code, due_date, page_count)
       values (:agencyId, :id, :registerId, :unitId, :agendaNumber, :year, :status, :now, :date, :intakeId::uuid, :channel,
         :contactId::uuid, :senderTitle, :senderUnit, :number, :letterDate::date, :subject, :handlingGrade, :securityClass,
         :classificationCode::text, :dueDate::date, :pageCount)`,
      {
        ...row,
        agencyId,
        id,
        registerId: register.id,
        unitId: register.unitId,
        agendaNumber,
        year: Number(date.slice(0, 4)),
        status: to ? 'directed' : 'registered',
        now,
        date,
        intakeId,
      },
    );
    const grants = unitGrants(register.unitId, row.securityClass);
    if (to) {
      const { positionId } = agency.desk(to);
      await address(tx, { agencyId, id, positionId, now, isUrgent: row.handlingGrade !== 'biasa' });
      grants.push({ kind: 'position', id: positionId, reason: 'recipient' });
    }
    await grantIncoming(tx, { agencyId, id, letterId: null }, grants, now);
    return { id, agendaNumber };
  });
}

async function address(
  tx: Tx,
  row: { agencyId: string; id: string; positionId: string; now: Date; isUrgent: boolean },
): Promise<void> {
  await run(
    tx,
    `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at, is_urgent)
     values (:agencyId, :id, :positionId, 'to', :now, :isUrgent)`,
    row,
  );
  await run(tx, `update incoming_letter set directed_at = :now where agency_id = :agencyId and id = :id`, {
    agencyId: row.agencyId,
    id: row.id,
    now: row.now,
  });
}

async function insertIntake(
  tx: Tx,
  deps: TestDeps,
  key: { agencyId: string; unitId: string; id: string },
  {
    file,
    pages,
    searchable,
  }: Required<Pick<ReceivedWanted, 'file' | 'pages'>> & { searchable: Uint8Array | undefined },
): Promise<string> {
  const { agencyId, id } = key;
  const now = deps.now();
  const keep = async (bytes: Uint8Array, mediaType: string) => {
    const blob = await deps.files.write(agencyId, bytes);
    await recordBlob(tx, { ...blob, agencyId, mediaType }, { kind: 'intake', id, now });
    return blob.sha256;
  };
  const searchableSha256 = searchable ? await keep(searchable, 'application/pdf') : null;
  await run(
    tx,
    `insert into intake (agency_id, id, unit_id, source, state, title, received_at, searchable_sha256)
     values (:agencyId, :id, :unitId, 'upload', 'registered', :title, :now, :searchableSha256::text)`,
    { ...key, title: file.name, now, searchableSha256 },
  );
  await run(
    tx,
    `insert into intake_file (agency_id, intake_id, ordinal, file_name, media_type, is_readable, sha256, size_bytes)
     values (:agencyId, :id, 1, :name, :mediaType, true, :sha256, :size)`,
    {
      agencyId,
      id,
      name: file.name,
      mediaType: file.mediaType,
      sha256: await keep(file.bytes, file.mediaType),
      size: file.bytes.length,
    },
  );
  for (const [index, { webp, width, height }] of pages.entries())
    await run(
      tx,
      `insert into intake_page (agency_id, intake_id, ordinal, file_ordinal, page_number, image_sha256, width_px, height_px, text_source,
         text, words)
       values (:agencyId, :id, :ordinal, 1, :ordinal, :sha256, :width, :height, 'none', '', '[]')`,
      { agencyId, id, ordinal: index + 1, sha256: await keep(webp, 'image/webp'), width, height },
    );
  return id;
}

/** One delivered disposition from desk to desk; the id of its item. */
export async function disposed(
  deps: TestDeps,
  agency: TestAgency,
  wanted: { incomingId: string; from: DeskKey; to: DeskKey; dueAt?: Date; parentItemId?: string },
): Promise<string> {
  const { agencyId } = agency;
  const [id, itemId, now] = [randomUUID(), randomUUID(), deps.now()];
  const from = agency.desk(wanted.from);
  const to = agency.desk(wanted.to).positionId;
  const { incomingId, parentItemId = null } = wanted;
  await deps.db.transaction({ agencyId }, async (tx) => {
    await run(
      tx,
      `insert into disposition (agency_id, id, incoming_id, parent_item_id, giver_position_id, giver_person_id, giver_name, giver_title,
         giver_appointment_kind, state, created_at, deliver_at, delivered_at)
       values (:agencyId, :id, :incomingId, :parentItemId::uuid, :giver, :person, :name, :key, 'definitif', 'delivered', :now, :now, :now)`,
      {
        agencyId,
        id,
        incomingId,
        parentItemId,
        giver: from.positionId,
        person: from.personId,
        name: from.name,
        key: from.key,
        now,
      },
    );
    await run(
      tx,
      `insert into disposition_item (agency_id, id, disposition_id, incoming_id, parent_item_id, giver_position_id, position_id, ordinal,
         instructions, status, due_at, due_date, received_at)
       values (:agencyId, :itemId, :id, :incomingId, :parentItemId::uuid, :giver, :to, 0, array['Tindak lanjuti'], 'unread',
         :dueAt::timestamptz, :dueAt::timestamptz::date, :now)`,
      { agencyId, itemId, id, incomingId, parentItemId, giver: from.positionId, to, dueAt: wanted.dueAt ?? null, now },
    );
    await run(
      tx,
      `update incoming_letter set status = 'in_progress' where agency_id = :agencyId and id = :incomingId`,
      { agencyId, incomingId },
    );
    const grant = { kind: 'position' as const, id: to, reason: 'disposition' };
    await grantIncoming(tx, { agencyId, id: incomingId, letterId: null }, [grant], now);
  });
  return itemId;
}
