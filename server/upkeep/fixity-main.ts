import { openDeps } from '../open-deps.ts';
import { checkBlobs, type FixityTally } from './check-blobs.ts';
import { forEachAgency } from './for-each-agency.ts';
import { openInstallation, tellFailure } from './open-installation.ts';

/** `npm run fixity`: every stored file now; ends with 1 when one is damaged or missing. */
async function main(): Promise<void> {
  const installation = await openInstallation(process.env, (line) => console.error(line));
  const { deps, close } = openDeps(
    { ...installation.config, logLevel: 'error' },
    { processName: 'worker', typesetThreads: 1 },
  );
  const total: FixityTally = { sound: 0, repaired: 0, damaged: 0, missing: 0 };
  try {
    await forEachAgency(deps, async (agencyId) => {
      const tally = await checkBlobs(deps, agencyId, { since: deps.now(), restFactor: 0, forMs: Infinity });
      for (const state of ['sound', 'repaired', 'damaged', 'missing'] as const) total[state] += tally[state];
    });
  } finally {
    await close();
    await installation.close();
  }
  console.log(
    `Berkas utuh ${total.sound}, dipulihkan dari salinan kedua ${total.repaired}, rusak ${total.damaged}, hilang ${total.missing}.`,
  );
  if (total.damaged + total.missing > 0) {
    console.log('Pulihkan berkas yang rusak dari cadangan; daftarnya ada di Pengaturan, Jejak audit.');
    process.exitCode = 1;
  }
}

await main().catch(tellFailure);
