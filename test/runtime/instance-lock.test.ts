import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockInstance, type InstanceLock } from '../../server/runtime/instance-lock.ts';
import { makeTestFolder } from '../support/database.ts';

describe('instance lock', () => {
  let folder: string;

  beforeEach(() => {
    folder = makeTestFolder();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the second start where the first one is', async () => {
    const first = await lockInstance(folder, 'http://127.0.0.1:3000');
    const second = await lockInstance(folder, 'http://127.0.0.1:4000');
    expect(first.isHeld).to.equal(true);
    expect(second).to.deep.equal({ isHeld: false, holder: { pid: process.pid, address: 'http://127.0.0.1:3000' } });
    release(first);
  });

  it('is free again after release', async () => {
    release(await lockInstance(folder, 'a'));
    const again = await lockInstance(folder, 'b');
    expect(again.isHeld).to.equal(true);
    release(again);
    expect(readdirSync(folder)).to.deep.equal(['owner']);
  });

  it('does not outlive a process that was killed', async () => {
    const module = new URL('../../server/runtime/instance-lock.ts', import.meta.url).href;
    const code = `import(${JSON.stringify(module)}).then(async ({ lockInstance }) => {
      console.log((await lockInstance(process.argv[1], 'x')).isHeld);
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['--import=tsx', '-e', code, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).to.equal('true');
    const held = await lockInstance(folder, 'y');
    expect(held).to.deep.include({ isHeld: false });

    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await lockInstance(folder, 'y');
    expect(lock.isHeld).to.equal(true);
    release(lock);
  });

  it('works in a folder whose path is longer than a socket address may be', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'folder-with-a-name'));
    mkdirSync(deep, { recursive: true });
    const first = await lockInstance(deep, 'http://far');
    const second = await lockInstance(deep, 'http://further');
    expect(second).to.deep.include({ isHeld: false, holder: { pid: process.pid, address: 'http://far' } });
    release(first);
  });
});

function release(lock: InstanceLock): void {
  if (lock.isHeld) lock.release();
}
