import { expect } from 'chai';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { prepareServiceHome } from '../../server/runtime/prepare-service-home.ts';
import { chooseServiceUser } from '../../server/runtime/service-user.ts';
import { StartupError } from '../../server/runtime/startup-error.ts';
import { makeTestFolder } from '../support/database.ts';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin',
  'postgres:x:101:104::/var/lib/postgresql:/bin/bash',
].join('\n');

describe('service user', () => {
  it('is nobody else when the supervisor is an ordinary user', () => {
    expect(chooseServiceUser(1000, passwd)).to.equal(null);
  });

  it('is postgres when root starts, else nobody', () => {
    expect(chooseServiceUser(0, passwd)).to.deep.equal({ name: 'postgres', uid: 101, gid: 104 });
    const withoutPostgres = passwd.split('\n').slice(0, 2).join('\n');
    expect(chooseServiceUser(0, withoutPostgres)).to.deep.equal({ name: 'nobody', uid: 65_534, gid: 65_533 });
    expect(chooseServiceUser(0, '')).to.deep.include({ name: 'nobody', uid: 65_534 });
  });
});

describe('service home', () => {
  let folder: string;
  const said: string[] = [];
  const say = (line: string) => said.push(line);

  beforeEach(() => {
    folder = makeTestFolder();
    said.length = 0;
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the data directory itself for an ordinary user', () => {
    const dataDir = join(folder, 'data');
    expect(prepareServiceHome(dataDir, say, null)).to.deep.equal({ folder: dataDir, user: null });
    expect(said).to.deep.equal([]);
  });

  it('is refused to root on the data of an ordinary user, which would look empty to root', () => {
    mkdirSync(join(folder, 'postgres', 'data'), { recursive: true });
    const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
    expect(() => prepareServiceHome(folder, say, nobody)).to.throw(StartupError, /sebagai pengguna itu, bukan root/u);
  });

  it('is refused in a sentence where the data directory cannot be made', () => {
    const file = join(folder, 'owner');
    expect(() => prepareServiceHome(join(file, 'data'), say, null)).to.throw(StartupError, /DATA_DIR/u);
  });

  const user = chooseServiceUser();
  if (user) {
    it('is a folder of the unprivileged user inside the data directory when root starts', () => {
      const home = prepareServiceHome(join(folder, 'data'), say, user, join(folder, 'elsewhere'));
      expect(home.folder).to.equal(join(folder, 'data', 'services'));
      expect(statSync(home.folder)).to.include({ uid: user.uid, gid: user.gid });
      expect(said).to.deep.equal([]);
    });

    it('moves outside a closed project, says so, and stays there', () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o700);
      const elsewhere = join(folder, 'elsewhere');
      const home = prepareServiceHome(join(closed, 'data'), say, user, elsewhere);
      expect(home.folder).to.match(/\/elsewhere\/[0-9a-f]{16}$/u);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(home.folder);
      expect(readFileSync(join(closed, 'data', 'service-home'), 'utf8').trim()).to.equal(home.folder);

      chmodSync(closed, 0o755);
      expect(prepareServiceHome(join(closed, 'data'), say, user, elsewhere)).to.deep.equal(home);
      expect(said).to.have.length(1);
    });
  }
});
