import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { letterSheetSchema } from '../pdf/letter-sheet.ts';

const Attempt = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  letterId: z.uuid(),
  contentVersion: z.number(),
  personId: z.uuid(),
  positionId: z.uuid(),
  secretId: z.uuid(),
  state: z.enum(['numbered', 'typeset', 'sealed', 'accepted', 'failed', 'lost']),
  startedAt: z.string(),
  pageCount: z.number().nullable(),
  sealedSha256: z.string().nullable(),
  waitingSince: z.string().nullable(),
  tries: z.number(),
});
export type Attempt = z.output<typeof Attempt>;

type Key = { agencyId: string; attemptId: string };

export function findAttempt(tx: Tx, key: Key): Promise<Attempt | undefined> {
  return one(
    tx,
    `select id, agency_id, letter_id, content_version, person_id, position_id, secret_id, state, started_at, page_count,
       sealed_sha256, waiting_since, tries
     from signing_attempt where agency_id = :agencyId and id = :attemptId`,
    key,
    Attempt,
  );
}

const Material = z.object({
  sheet: letterSheetSchema,
  provider: z.enum(['demo', 'local', 'bsre']),
  keystore: z.instanceof(Buffer).nullable(),
  place: z.string(),
  signatoryName: z.string().nullable(),
});

/** What typesetting and signing need beside the passphrase. */
export function findMaterial(tx: Tx, key: Key): Promise<z.output<typeof Material> | undefined> {
  return one(
    tx,
    `select jsonb_set(s.sheet, '{number}', to_jsonb(l.number)) as sheet, c.provider, c.keystore, u.place, l.signatory_name
     from signing_attempt s
     join certificate c on c.agency_id = s.agency_id and c.id = s.certificate_id
     join letter l on l.agency_id = s.agency_id and l.id = s.letter_id
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     where s.agency_id = :agencyId and s.id = :attemptId`,
    key,
    Material,
  );
}

const AnnexRow = z.object({ sha256: z.string() });

export function listAnnexes(
  tx: Tx,
  letter: { agencyId: string; letterId: string },
): Promise<z.output<typeof AnnexRow>[]> {
  return many(
    tx,
    `select sha256 from letter_annex where agency_id = :agencyId and letter_id = :letterId order by ordinal`,
    letter,
    AnnexRow,
  );
}

const Secret = z.object({ sealed: z.instanceof(Buffer) });

export function findSecret(
  tx: Tx,
  secret: { agencyId: string; secretId: string; now: Date },
): Promise<z.output<typeof Secret> | undefined> {
  return one(
    tx,
    `select sealed from signing_secret where id = :secretId and agency_id = :agencyId and expires_at > :now`,
    secret,
    Secret,
  );
}

export async function deleteSecret(tx: Tx, secret: { agencyId: string; secretId: string }): Promise<void> {
  await run(tx, `delete from signing_secret where id = :secretId and agency_id = :agencyId`, secret);
}

export async function setTypeset(
  tx: Tx,
  typeset: Key & { sha256: string; pageCount: number; box: object; now: Date },
): Promise<boolean> {
  return isOne(
    run(
      tx,
      `update signing_attempt set state = 'typeset', typeset_at = :now, typeset_sha256 = :sha256, page_count = :pageCount,
         signature_box = :box::jsonb
       where agency_id = :agencyId and id = :attemptId and state in ('numbered', 'typeset')`,
      { ...typeset, box: JSON.stringify(typeset.box) },
    ),
  );
}

export async function setSealed(tx: Tx, sealed: Key & { sha256: string; now: Date }): Promise<boolean> {
  return isOne(
    run(
      tx,
      `update signing_attempt set state = 'sealed', sealed_at = :now, sealed_sha256 = :sha256, tries = 0, waiting_since = null,
         waiting_for = null, next_try_at = null
       where agency_id = :agencyId and id = :attemptId and state in ('numbered', 'typeset')`,
      sealed,
    ),
  );
}

/** The one conditional update that decides which bytes become the letter. The sheet they were set from is in them; who signed stays. */
export async function setAccepted(
  tx: Tx,
  accepted: Key & { sha256: string; stampedAt: Date; timestampTime: Date | null; validation: object; now: Date },
): Promise<boolean> {
  return isOne(
    run(
      tx,
      `update signing_attempt set state = 'accepted', accepted_at = :now, accepted_sha256 = :sha256, stamped_at = :stampedAt,
         timestamp_time = :timestampTime, validation = :validation::jsonb, waiting_since = null, waiting_for = null, next_try_at = null,
         sheet = jsonb_build_object('signatory', sheet -> 'signatory')
       where agency_id = :agencyId and id = :attemptId and state = 'sealed'`,
      { ...accepted, validation: JSON.stringify(accepted.validation) },
    ),
  );
}

export async function setFailed(tx: Tx, failed: Key & { code: string; now: Date }): Promise<boolean> {
  return isOne(
    run(
      tx,
      `update signing_attempt set state = 'failed', failed_at = :now, failure_code = :code, waiting_for = null, next_try_at = null
       where agency_id = :agencyId and id = :attemptId and state in ('numbered', 'typeset', 'sealed')`,
      failed,
    ),
  );
}

export async function setWaiting(
  tx: Tx,
  waiting: Key & { waitingFor: 'signing_service' | 'timestamp_service'; nextTryAt: Date; now: Date },
): Promise<void> {
  await run(
    tx,
    `update signing_attempt set waiting_for = :waitingFor, waiting_since = coalesce(waiting_since, :now), next_try_at = :nextTryAt,
       tries = tries + 1
     where agency_id = :agencyId and id = :attemptId and state in ('numbered', 'typeset', 'sealed')`,
    waiting,
  );
}

async function isOne(touched: Promise<number>): Promise<boolean> {
  return (await touched) === 1;
}
