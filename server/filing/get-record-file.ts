import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getRecordFileEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { describeFile } from './load-file.ts';

export function getRecordFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getRecordFileEndpoint>,
): Promise<FileDetail> {
  return read(deps, actor, (tx) => describeFile(tx, deps, actor, input.fileId));
}
