import { ConfigError } from '../config.ts';
import { lockInstance } from './instance-lock.ts';
import { readRuntimeConfig } from './runtime-config.ts';
import { StartupError } from './startup-error.ts';
import { supervise } from './supervise.ts';

const say = (line: string) => {
  console.log(line);
};

try {
  await start();
} catch (error) {
  tell(error);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readRuntimeConfig(process.env);
  const lock = await lockInstance(config.dataDir, config.address);
  if (!lock.isHeld) {
    say(`Lontar sudah berjalan untuk folder data ini: ${lock.holder.address}`);
    process.exit(0);
  }
  const wish = new AbortController();
  const stopped = askedToStop(wish);
  try {
    const running = await supervise({ config, given: process.env, say, signal: wish.signal });
    if (running.notes !== '') say(running.notes.trimEnd());
    say(`Lontar siap: ${config.address}  (Ctrl-C untuk berhenti)`);
    await stopped;
    await running.stop();
  } catch (error) {
    if (!wish.signal.aborted) throw error;
  } finally {
    lock.release();
  }
  say('Lontar berhenti.');
  process.exit(0);
}

/** Resolves at the first Ctrl-C or request to end; the second leaves at once, and the next start cleans up. */
function askedToStop(wish: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      if (wish.signal.aborted) process.exit(1);
      say('Menghentikan Lontar ... (Ctrl-C sekali lagi untuk berhenti paksa)');
      wish.abort();
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  });
}

function tell(error: unknown): void {
  if (error instanceof ConfigError) {
    console.error('Lontar belum dapat dinyalakan. Perbaiki pengaturan berikut:');
    for (const problem of error.problems) console.error(`  - ${problem}`);
  } else if (error instanceof StartupError) console.error(error.message);
  else console.error('Lontar berhenti karena kesalahan yang tidak terduga:', error);
}
