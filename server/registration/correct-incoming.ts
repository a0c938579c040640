import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canReadIncoming, grantIncoming, revokeIncoming, unitGrants } from '../incoming/access.ts';
import type { Incoming } from '../incoming/contract.ts';
import { describeForRegistry } from '../incoming/describe-for-registry.ts';
import { HIDDEN_SUBJECT } from '../incoming/describe-incoming.ts';
import { enqueueFiling } from '../incoming/enqueue-filing.ts';
import { loadForRegistry } from '../incoming/load-incoming.ts';
import type { AddresseeRow, IncomingRow } from '../incoming/load-incoming.ts';
import { directionGrants } from '../incoming/plan-direction.ts';
import { hint } from '../notifications/notify.ts';
import { today } from '../organisation/directory.ts';
import { checkContent } from './check-content.ts';
import { compareContent } from './compare-content.ts';
import { countLetterOf, lockContacts, uncountLetterOf } from './contact-queries.ts';
import type { correctIncomingEndpoint } from './contract.ts';
import { insertChange, setContent } from './registration-queries.ts';
import type { RegistrationContent } from './registration-shapes.ts';

/** Corrects what a clerk wrote; what stood there before is kept with the reason. */
export function correctIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof correctIncomingEndpoint>,
): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const { incomingId, version, reason } = input;
    const { agencyId, positionId, personId } = actor;
    const wanted = { incomingId, version, action: 'correct', task: 'register' } as const;
    const { row, addressees } = await loadForRegistry(tx, actor, wanted);
    requireOutside(row);
    const { date } = await today(tx, deps, agencyId);
    const facts = { agencyId, today: date, hasScan: row.intakeId !== null };
    const content = await checkContent(tx, await keepHidden(tx, actor, row, input.content), facts);
    const changes = compareContent(row, content);
    if (changes.length === 0)
      throw new AppError('invalid_input', {
        fields: [{ path: 'content', message: 'Belum ada yang diubah. Perbaiki isian, lalu simpan.' }],
      });
    const now = deps.now();
    const contactId = await findContact(tx, row, content, { agencyId, now });
    await setContent(tx, { ...content, contactId, agencyId, incomingId });
    if (content.securityClass !== row.securityClass) await grantAnew(tx, { agencyId, row, addressees, content, now });
    if (row.status === 'done') await enqueueFiling(tx, { agencyId, incomingId }, now);
    const change = { id: uuidv7(), version: row.version + 1, changes, reason, positionId, personId, now };
    await insertChange(tx, { ...change, agencyId, incomingId });
    const desks = [positionId, ...addressees.map((addressee) => addressee.positionId)];
    await hint(tx, { agencyId, kind: 'incoming', entityId: row.id, positionIds: [...new Set(desks)], now });
    const described = await describeForRegistry(tx, actor, { incomingId, task: 'register' });
    const detail = { reason, fields: changes.map(({ label }) => label) };
    await recordEvents(tx, deps, actor, [{ action: 'incoming.corrected', letterId: incomingId, detail }]);
    return described;
  });
}

const SECRECY = { B: 0, T: 1, R: 2, SR: 3 } as const;
/** Otherwise a correction would be a way to a letter one may not read. */
const NO_LOWERING =
  'Anda tidak berhak membaca surat ini, jadi klasifikasi keamanannya tidak dapat Anda turunkan. Bila salah catat, batalkan lalu registrasi ulang.';

/** A clerk who may not read the letter sends back the mask of its subject, and no summary: both stay what they were. */
async function keepHidden(
  tx: Tx,
  actor: DeskActor,
  row: IncomingRow,
  content: RegistrationContent,
): Promise<RegistrationContent> {
  if (await canReadIncoming(tx, actor, row)) return content;
  if (SECRECY[content.securityClass] < SECRECY[row.securityClass])
    throw new AppError('forbidden', { detail: NO_LOWERING });
  if (content.subject !== HIDDEN_SUBJECT) return content;
  const summary = content.summary === '' && isOpenClass(content) ? row.summary : content.summary;
  return { ...content, subject: row.subject, summary };
}

const isOpenClass = ({ securityClass }: Pick<RegistrationContent, 'securityClass'>) =>
  securityClass === 'B' || securityClass === 'T';

/** @throws AppError `wrong_state` for a letter of ours: its data are those that were signed */
export function requireOutside({ letterId }: Pick<IncomingRow, 'letterId'>): void {
  if (letterId === null) return;
  throw new AppError('wrong_state', {
    detail:
      'Surat ini dikirim dari dalam sistem: datanya mengikuti surat yang ditandatangani dan tidak diubah di sini.',
  });
}

/** The letter counts for one sender: for the new one, and no more for the old. */
async function findContact(
  tx: Tx,
  row: IncomingRow,
  { senderTitle: title, senderUnit: organisation }: RegistrationContent,
  { agencyId, now }: { agencyId: string; now: Date },
): Promise<string | null> {
  if (title === row.senderTitle && organisation === row.senderUnit) return row.contactId;
  const { contactId } = row;
  await lockContacts(tx, { agencyId, contactId, title, organisation });
  await uncountLetterOf(tx, { agencyId, contactId });
  return countLetterOf(tx, { agencyId, id: uuidv7(), title, organisation, now });
}

interface Regrant {
  agencyId: string;
  row: IncomingRow;
  addressees: readonly AddresseeRow[];
  content: RegistrationContent;
  now: Date;
}

/** Another class, other readers: rights that came with the old one go, those of addressed desks stay. */
async function grantAnew(tx: Tx, { agencyId, row, addressees, content, now }: Regrant): Promise<void> {
  const { securityClass } = content;
  const reasons = ['receiving unit', 'registered'];
  const key = { agencyId, id: row.id, letterId: null };
  await revokeIncoming(tx, key, reasons);
  const deskIds = (role: 'to' | 'cc') =>
    addressees.filter((addressee) => addressee.role === role).map(({ positionId }) => positionId);
  const direction = { to: deskIds('to'), cc: deskIds('cc') };
  const grants = [...unitGrants(row.unitId, securityClass), ...directionGrants(direction)];
  if (isOpenClass(content) && row.registeredByPositionId !== null)
    grants.push({ kind: 'position', id: row.registeredByPositionId, reason: 'registered' });
  await grantIncoming(tx, key, grants, now);
}
