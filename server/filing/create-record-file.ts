import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { createRecordFileEndpoint } from './contract.ts';
import { insertFile } from './file-command-queries.ts';
import type { FileDetail } from './file-shapes.ts';
import { keepFileChange } from './keep-file-change.ts';
import { describeFile } from './load-file.ts';
import { loadRecordFor } from './load-record.ts';
import { placeRecord } from './place-record.ts';
import { loadCode } from './propose-record.ts';
import { requireArchivistUnit } from './scope.ts';

type Input = InputOf<typeof createRecordFileEndpoint>;

/** A file of its own, beside the standing one of its classification; with a first item, or empty. */
export function createRecordFile(deps: Deps, actor: DeskActor, input: Input): Promise<FileDetail> {
  return command(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const ownUnit = requireArchivistUnit(actor);
    const record =
      input.record && (await loadRecordFor(tx, actor, { recordId: input.record.id, version: input.record.version }));
    await requireCode(tx, deps, agencyId, input.classificationCode);
    const { year } = await today(tx, deps, agencyId);
    const id = uuidv7();
    const { title, description, classificationCode: code } = input;
    const file = { agencyId, id, unitId: record?.unitId ?? ownUnit, code, year: input.year ?? year };
    await insertFile(tx, { ...file, title, description, now: deps.now() });
    const opened = await keepFileChange(tx, deps, actor, {
      ...{ fileId: id, version: 1, kind: 'opened', changes: { title, code } },
    });
    const events: AuditEntry[] = [opened];
    if (record) events.push(...(await placeRecord(tx, deps, agencyId, { record, fileId: id, by: actor })).events);
    const described = await describeFile(tx, deps, actor, id);
    await recordEvents(tx, deps, actor, events);
    return described;
  });
}

/** @throws AppError `invalid_input` */
async function requireCode(tx: Tx, deps: Deps, agencyId: string, code: string): Promise<void> {
  const found = await loadCode(tx, deps, { agencyId, classificationCode: code });
  if (found?.isUsable) return;
  const message = found
    ? 'Klasifikasi ini terlalu umum atau tidak dipakai lagi. Pilih kode yang lebih rinci.'
    : 'Klasifikasi tidak ditemukan. Pilih dari daftar.';
  throw new AppError('invalid_input', { fields: [{ path: 'classificationCode', message }] });
}
