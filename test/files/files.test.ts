import { expect } from 'chai';
import { readdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFiles, type Files } from '../../server/files/files.ts';

const AGENCY = '01a20be8-91b2-74d5-8cb7-da419d14e4de';
const OTHER = '01a20be8-91b2-74d5-8cb7-da419d14e4df';

describe('The blob store', () => {
  let folder: string;
  let files: Files;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lontar-blobs-'));
    files = openFiles(folder, Buffer.alloc(32, 3));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const pathOf = (sha256: string) => join(folder, AGENCY, sha256.slice(0, 2), sha256);

  it('gives back the bytes under their hash', async () => {
    const stored = await files.write(AGENCY, Buffer.from('surat'));
    expect(stored.sizeBytes).to.equal(5);
    expect(Buffer.from(await files.read(AGENCY, stored.sha256)).toString()).to.equal('surat');
  });

  it('keeps nothing readable on disk and no temporary file behind', async () => {
    const { sha256 } = await files.write(AGENCY, Buffer.from('rahasia sekali'));
    expect(readFileSync(pathOf(sha256)).includes('rahasia')).to.equal(false);
    expect(readdirSync(join(folder, AGENCY, sha256.slice(0, 2)))).to.deep.equal([sha256]);
  });

  it('writes the same bytes once', async () => {
    const first = await files.write(AGENCY, Buffer.from('sama'));
    const before = readFileSync(pathOf(first.sha256));
    await files.write(AGENCY, Buffer.from('sama'));
    expect(readFileSync(pathOf(first.sha256)).equals(before)).to.equal(true);
  });

  it('refuses bytes that were changed on disk', async () => {
    const { sha256 } = await files.write(AGENCY, Buffer.from('asli'));
    const bytes = readFileSync(pathOf(sha256));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(pathOf(sha256), bytes);
    expect(await failureOf(files.read(AGENCY, sha256))).to.be.instanceOf(Error);
  });

  it('does not open one agency’s bytes with another agency’s key', async () => {
    const mine = await files.write(AGENCY, Buffer.from('milik sendiri'));
    const theirs = await files.write(OTHER, Buffer.from('milik sendiri'));
    writeFileSync(join(folder, OTHER, theirs.sha256.slice(0, 2), theirs.sha256), readFileSync(pathOf(mine.sha256)));
    expect(await failureOf(files.read(OTHER, theirs.sha256))).to.be.instanceOf(Error);
  });

  const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => 'read',
      (error: unknown) => error,
    );
});
