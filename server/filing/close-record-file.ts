import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { closeRecordFileEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { fileCommand } from './file-command.ts';
import { hasProposals, type LockedFile, moveProposals, setClosed } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { STALE_FILE } from './load-file.ts';
import { planRetention } from './plan-retention.ts';
import { ensureRecordFile } from './proposal-queries.ts';
import { ruleAtClosing } from './rule-at-closing.ts';

/** Freezes the rule and starts its years. What was only proposed for the file goes to the next standing one. */
export function closeRecordFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof closeRecordFileEndpoint>,
): Promise<FileDetail> {
  const { fileId, version, closedOn } = input;
  return fileCommand(deps, actor, { fileId, action: 'close', version }, async (tx, file) => {
    const { agencyId } = actor;
    const triggerOn = input.triggerOn ?? null;
    await requirePast(tx, deps, agencyId, { closedOn, triggerOn });
    const rule = await ruleAtClosing(tx, { agencyId, code: file.classificationCode, closedOn });
    const plan = planRetention({ ...rule, closedOn, triggerOn });
    const isClosed = await setClosed(tx, { ...rule, ...plan, agencyId, fileId, version, closedOn, triggerOn });
    if (!isClosed) throw new AppError('stale_version', { detail: STALE_FILE });
    const movedProposals = await passOnProposals(tx, deps, agencyId, file);
    const changes = { closedOn, triggerOn, ...rule, ...plan, movedProposals };
    const event = await keepFileChange(tx, deps, actor, { fileId, version: version + 1, kind: 'closed', changes });
    return [event] satisfies AuditEntry[];
  });
}

/** @throws AppError `invalid_input` for a day that has not come */
export async function requirePast(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  agencyId: string,
  dates: Record<string, string | null>,
): Promise<void> {
  const { date } = await today(tx, deps, agencyId);
  const late = Object.entries(dates).filter(([, value]) => value !== null && value > date);
  if (late.length === 0) return;
  const message = 'Tanggalnya belum tiba. Isi tanggal hari ini atau sebelumnya.';
  throw new AppError('invalid_input', { fields: late.map(([path]) => ({ path, message })) });
}

async function passOnProposals(tx: Tx, deps: Pick<Deps, 'now'>, agencyId: string, file: LockedFile): Promise<number> {
  if (!(await hasProposals(tx, { agencyId, fileId: file.id }))) return 0;
  const { unitId, classificationCode: code, year } = file;
  const title = file.isStanding ? file.title : `${code} ${year}`;
  const next = await ensureRecordFile(tx, { agencyId, id: uuidv7(), unitId, code, year, title, now: deps.now() });
  return moveProposals(tx, { agencyId, fromFileId: file.id, toFileId: next.fileId });
}
