import { randomUUID } from 'node:crypto';
import type { DeskActor } from '../../server/deps.ts';
import { applyEdition } from '../../server/retention/apply-edition.ts';
import { getImportReport } from '../../server/retention/get-import-report.ts';
import { uploadClassificationFile } from '../../server/retention/upload-classification-file.ts';
import type { TestDeps } from '../support/deps.ts';

export interface Import {
  scheme?: string;
  schedule?: string;
  isComplete?: boolean;
  effectiveFrom?: string;
}

export const DECREE = { title: 'Peraturan Gubernur tentang klasifikasi', decreeNumber: 'Nomor 12 Tahun 2026' };

/** Uploads the files of an import and makes its report. */
export async function previewed(deps: TestDeps, actor: DeskActor, wanted: Import) {
  const editionId = randomUUID();
  for (const slot of ['scheme', 'schedule'] as const) {
    const text = wanted[slot];
    if (text === undefined) continue;
    await uploadClassificationFile(deps, actor, { editionId, slot, fileName: `${slot}.csv`, bytes: Buffer.from(text) });
  }
  const { isComplete = false, effectiveFrom } = wanted;
  const report = await getImportReport(deps, actor, { editionId, isComplete, effectiveFrom });
  return { editionId, report };
}

/** The body of the request that decides an import just as its report was. */
export const decisionOf = ({ editionId, report }: Awaited<ReturnType<typeof previewed>>) => ({
  ...{ editionId, ...DECREE },
  ...{ reportHash: report.reportHash, isComplete: report.isComplete, effectiveFrom: report.effectiveFrom },
});

export async function imported(deps: TestDeps, actor: DeskActor, wanted: Import) {
  return applyEdition(deps, actor, decisionOf(await previewed(deps, actor, wanted)));
}
