import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntake } from '../../server/intake/get-intake.ts';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import { type CrashLine, openCrashLine } from '../support/crash-line.ts';
import { register, upload } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

describe('a worker killed while it reads a scan', function () {
  this.timeout(180_000);
  let line: CrashLine;

  beforeEach(async () => {
    line = await openCrashLine();
  });
  afterEach(() => line.close());

  for (const moment of ['intake-read', 'intake-stored'])
    it(`leaves an item that is read to its end by the next worker (killed at ${moment})`, async () => {
      const { deps, agency, adminUrl } = line;
      const { id: intakeId } = await upload(deps, agency, await linesPdf(BUPATI_SINTANG, BUPATI_SINTANG));
      const first = line.loadWorker(moment);
      await first.start();
      await first.gone;
      const second = line.loadWorker();
      await second.start();
      const open = 'select count(*)::int from outbox where done_at is null';
      for (let waited = 0; waited < 120 && (await valueOf<number>(adminUrl, open)) > 0; waited += 1) await sleep(500);
      const item = await getIntake(deps, await agency.actor('tu'), { intakeId });
      expect(item).to.include({ state: 'ready', readFailure: null, pageCount: 2 });
      const refs = `select owner_kind from blob_ref order by owner_kind`;
      expect((await rowsOf(adminUrl, refs)).length).to.be.within(2, 3);
      const letter = await register(deps, agency, { intakeId });
      expect(letter.pages).to.have.length(2);
    });
});
