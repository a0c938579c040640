import { expect } from 'chai';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres, replaySymlinks } from '../../server/runtime/find-postgres.ts';
import { makeTestFolder } from '../support/database.ts';

describe('PostgreSQL binaries', () => {
  let folder: string;

  beforeEach(() => {
    folder = makeTestFolder();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found and executable, version 16 or newer', () => {
    const binaries = findPostgres(null, folder);
    expect(binaries.major).to.be.at.least(16);
    expect(lstatSync(binaries.initdb).isFile()).to.equal(true);
  });

  it('get the library links that an installation with --ignore-scripts leaves out, once', () => {
    const library = join(folder, 'native', 'lib');
    mkdirSync(library, { recursive: true });
    writeFileSync(join(library, 'libx.so.1.2'), 'library');
    writeFileSync(
      join(folder, 'native', 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }]),
    );
    replaySymlinks(folder);
    replaySymlinks(folder);
    expect(readlinkSync(join(library, 'libx.so.1'))).to.equal('libx.so.1.2');
    expect(readFileSync(join(library, 'libx.so.1'), 'utf8')).to.equal('library');
  });
});
