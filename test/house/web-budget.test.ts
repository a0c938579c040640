import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureWeb, type WebSizes } from '../../bench/web-sizes.ts';
import { projectRoot } from '../../server/runtime/project-root.ts';

const INITIAL_JS = 150_000;
const INITIAL_CSS = 15_000;
const LAZY_JS = 180_000;

describe('The web client under brotli', () => {
  let sizes: WebSizes;

  before(async function () {
    this.timeout(180_000);
    await promisify(execFile)(process.execPath, [join(projectRoot, 'scripts', 'build.mjs'), 'web']);
    sizes = measureWeb(join(projectRoot, 'dist', 'web'));
  });

  it('shows its first page with at most 150 kB of script and 15 kB of style', () => {
    expect(sizes.initialJs).to.be.within(20_000, INITIAL_JS);
    expect(sizes.initialCss).to.be.within(500, INITIAL_CSS);
  });

  it('loads no later part of more than 180 kB', () => {
    expect(sizes.lazy.size).to.be.greaterThan(5);
    const large = [...sizes.lazy].filter(([, bytes]) => bytes > LAZY_JS);
    expect(large).to.deep.equal([]);
  });
});
