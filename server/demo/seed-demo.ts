import { businessDate } from '../business-time.ts';
import type { Deps } from '../deps.ts';
import { establishAgency } from '../organisation/establish-agency.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import type { Authority } from '../signing/authority/authority.ts';
import { recordEvents } from '../audit/record-events.ts';
import { issueDemoCertificates, makeDemoAccounts } from './make-demo-accounts.ts';
import { playArchive } from './play-archive.ts';
import { planDemoAgency } from './plan-demo-agency.ts';
import { playLetters } from './play-letters.ts';

export interface SeedDemo {
  deps: Deps;
  /** The same clock that `deps.now` reads; the seeding moves it. */
  clock: { now: Date };
  authority: Authority;
  /** Does the work that the queue would do. */
  drain: () => Promise<void>;
  say: (line: string) => void;
}

const ZONE = 'Asia/Pontianak';

/** Makes the demonstration agency with some weeks of letters through the verbs themselves. */
export async function seedDemo(seed: SeedDemo): Promise<void> {
  const { deps, clock, say } = seed;
  const begun = clock.now;
  const start = businessDate(begun, ZONE).date;
  clock.now = new Date(begun.getTime() - 60 * 86_400_000);
  const agency = await establishAgency(deps, planDemoAgency(start));
  say('Membuat akun dan sertifikat demonstrasi ...');
  await makeDemoAccounts(deps, agency);
  await issueDemoCertificates(deps, seed.authority, agency);
  say('Menulis surat-surat demonstrasi ...');
  await playLetters(seed, agency, start);
  say('Menata arsip demonstrasi ...');
  await playArchive(seed, agency);
  clock.now = begun;
  await markComplete(deps, agency);
}

function markComplete(deps: Deps, agency: EstablishedAgency): Promise<void> {
  return deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
    recordEvents(tx, deps, { kind: 'system', agencyId: agency.agencyId, job: 'demo', isSeeded: true }, [
      { action: 'demo.completed' },
    ]),
  );
}
