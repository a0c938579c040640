import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { ClassificationCode, CodeVersion } from './contract.ts';
import { factsOf, findRule } from './queries.ts';
import { countFiles, findRetiredOn, listPath, listVersions, type VersionRow } from './tree-queries.ts';

/** One code as it stands today, with everything that held or will hold. @throws AppError `not_found` */
export async function describeCode(
  tx: Tx,
  { agencyId, code, today }: { agencyId: string; code: string; today: string },
): Promise<ClassificationCode> {
  const history = (await listVersions(tx, { agencyId, code })).map(describeVersion);
  if (history.length === 0) throw new AppError('not_found', { detail: 'Kode klasifikasi ini tidak ada.' });
  const current = history.find((version) => holdsOn(version, today)) ?? null;
  return {
    code,
    path: await listPath(tx, { agencyId, code }),
    today,
    current,
    rule: (await findRule(tx, { agencyId, code, onDate: today })) ?? null,
    retiredOn: (await findRetiredOn(tx, { agencyId, code }))?.retiredOn ?? null,
    fileCount: (await countFiles(tx, { agencyId, codes: [code] })).get(code) ?? 0,
    history,
  };
}

const holdsOn = ({ isSuperseded, startsOn, endsOn }: CodeVersion, day: string) =>
  !isSuperseded && startsOn <= day && (endsOn === null || day < endsOn);

function describeVersion(row: VersionRow): CodeVersion {
  const { editionId, editionKind, editionTitle, decreeNumber, reason } = row;
  const { startsOn, endsOn, isSuperseded, decidedAt, decidedBy } = row;
  return {
    ...factsOf(row),
    ...{ editionId, editionKind, editionTitle, decreeNumber, reason },
    ...{ startsOn, endsOn, isSuperseded, decidedAt, decidedBy },
  };
}
