import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { describeItem, fileNameOf } from './describe-item.ts';
import type { FileName, RecordItem } from './file-shapes.ts';
import { loadRecord } from './load-record.ts';

/** An item that was just filed, and where. */
export async function describePlaced(
  tx: Tx,
  actor: DeskActor,
  recordId: string,
): Promise<{ item: RecordItem; file: FileName }> {
  const row = await loadRecord(tx, actor, recordId);
  const file = fileNameOf(row);
  if (!file) throw new Error('a filed item has a file');
  return { item: describeItem(row), file };
}
