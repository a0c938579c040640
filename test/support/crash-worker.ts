import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/open-deps.ts';
import { startWorkers } from '../../workers/start-workers.ts';

/** The production workers in a process of their own, which kills itself at the checkpoint named by CRASH_AT. */
const crashAt = process.env['CRASH_AT'];
const { deps } = openDeps(readConfig(process.env), { processName: 'worker', typesetThreads: 1 });

process.once('disconnect', () => process.exit(0));
process.once('message', () => {
  const checkpoint = (name: string) => {
    if (name === crashAt) process.kill(process.pid, 'SIGKILL');
  };
  startWorkers({ ...deps, checkpoint }, { concurrency: 4 }).then(
    () => process.send?.('running'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.('loaded');
