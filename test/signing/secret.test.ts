import { expect } from 'chai';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSealKey } from '../../server/signing/seal-key.ts';
import { openSecret, sealSecret, type SecretPurpose } from '../../server/signing/secret.ts';

const purpose: SecretPurpose = {
  agencyId: randomUUID(),
  letterId: randomUUID(),
  contentVersion: 3,
  attemptId: randomUUID(),
  personId: randomUUID(),
};

describe('a sealed passphrase', () => {
  const key = randomBytes(32);

  it('opens for the purpose it was sealed for', () => {
    expect(openSecret(key, purpose, sealSecret(key, purpose, 'kata rahasia é'))).to.equal('kata rahasia é');
  });

  it('opens for no other letter, version, attempt, person or agency', () => {
    const sealed = sealSecret(key, purpose, 'rahasia');
    const others: Partial<SecretPurpose>[] = [
      { agencyId: randomUUID() },
      { letterId: randomUUID() },
      { contentVersion: 4 },
      { attemptId: randomUUID() },
      { personId: randomUUID() },
    ];
    for (const other of others) expect(() => openSecret(key, { ...purpose, ...other }, sealed)).to.throw();
  });

  it('opens with no other key, and not after a changed bit', () => {
    const sealed = sealSecret(key, purpose, 'rahasia');
    expect(() => openSecret(randomBytes(32), purpose, sealed)).to.throw();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => openSecret(key, purpose, changed)).to.throw();
  });

  it('looks different each time', () => {
    expect(sealSecret(key, purpose, 'rahasia').equals(sealSecret(key, purpose, 'rahasia'))).to.equal(false);
  });
});

describe('the sealing key', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lontar-seal-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is SEAL_KEY where that is set', () => {
    const sealKey = 'ab'.repeat(32);
    expect(loadSealKey({ sealKey, dataDir }).toString('hex')).to.equal(sealKey);
  });

  it('is else a file that only its owner reads, the same at every start', () => {
    const key = loadSealKey({ sealKey: undefined, dataDir });
    const path = join(dataDir, 'seal.key');
    expect(key).to.have.length(32);
    expect(readFileSync(path, 'utf8')).to.equal(key.toString('hex'));
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(loadSealKey({ sealKey: undefined, dataDir }).equals(key)).to.equal(true);
  });
});
