import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeBackupAge } from '../../server/backup/describe-backup-age.ts';
import { scheduleBackups } from '../../server/runtime/schedule-backups.ts';

describe('the daily backup', () => {
  let folder: string;
  let now: Date;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lontar-daily-'));
    mkdirSync(join(folder, 'isi'));
    now = new Date('2026-11-24T03:00:00Z');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const made = (name: string) => writeFileSync(join(folder, 'isi', `${name}.lontar`), '');
  /** Looks some twenty times; returns how often a backup was begun, and what was said. */
  async function watch(run: () => Promise<unknown>): Promise<{ runs: number; said: string[] }> {
    const said: string[] = [];
    let runs = 0;
    const counted = () => {
      runs += 1;
      return run();
    };
    const schedule = scheduleBackups({
      folder,
      run: counted,
      say: (line) => said.push(line),
      now: () => now,
      everyMs: 10,
    });
    await sleep(200);
    await schedule.stop();
    return { runs, said };
  }

  it('is made when there is none or the newest is a day old, and once', async () => {
    const run = () => {
      made('20261124T030000Z');
      return Promise.resolve();
    };
    expect((await watch(run)).runs).to.equal(1);
    expect((await watch(run)).runs).to.equal(0);
    now = new Date('2026-11-25T03:00:00Z');
    const runAgain = () => {
      made('20261125T030000Z');
      return Promise.resolve();
    };
    expect((await watch(runAgain)).runs).to.equal(1);
  });

  it('is tried again when it failed, and says why', async () => {
    const { runs, said } = await watch(() => Promise.reject(new Error('disk penuh')));
    expect(runs).to.be.greaterThan(1);
    expect(said[0]).to.equal('Pencadangan gagal: disk penuh');
  });

  it('is told as old after a day and a half', async () => {
    expect(await describeBackupAge(undefined, now)).to.equal(null);
    expect(await describeBackupAge(folder, now)).to.deep.equal({ newestAt: null, ageHours: null, isOld: true });
    made('20261123T030000Z');
    expect(await describeBackupAge(folder, now)).to.include({ ageHours: 24, isOld: false });
    now = new Date('2026-11-24T16:00:00Z');
    expect(await describeBackupAge(folder, now)).to.include({ ageHours: 37, isOld: true });
  });
});
