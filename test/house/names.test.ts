import { expect } from 'chai';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../server/runtime/project-root.ts';

const codeFolders = ['server', 'workers', 'migrations', 'scripts', 'test', 'bench', 'web/src'];
const emptyNames = /^(utils?|helpers?|common|services?|models?|types|interfaces?|managers?)$/u;
const paths = codeFolders.flatMap(filesUnder);

describe('names of the house', () => {
  it('say something: no folder or file is called utils, helpers, common, services, models, types or managers', () => {
    const empty = paths.filter((path) => path.split('/').some((part) => emptyNames.test(part.replace(/[.].*$/u, ''))));
    expect(empty).to.deep.equal([]);
  });

  it('are kebab-case', () => {
    const code = paths.filter((path) => /[.](ts|tsx|mjs)$/u.test(path) && !path.startsWith('migrations/'));
    expect(code).to.have.length.greaterThan(100);
    expect(
      code.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*([.][a-z-]+)*[.](ts|tsx|mjs)$/u.test(basename(path))),
    ).to.deep.equal([]);
  });

  it('of migrations begin with the moment they were written', () => {
    const migrations = paths.filter((path) => path.startsWith('migrations/')).map((path) => basename(path));
    expect(migrations.filter((name) => !/^20\d{12}_[a-z0-9_]+[.]ts$/u.test(name))).to.deep.equal([]);
  });

  it('of test folders are those of what they test', () => {
    const own = ['bench', 'faults', 'house', 'support', 'scripts', 'web', 'workers', 'e2e'];
    const folders = readdirSync(join(projectRoot, 'test'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const strangers = folders.filter((name) => !own.includes(name) && !existsSync(join(projectRoot, 'server', name)));
    expect(strangers).to.deep.equal([]);
  });
});

describe('tests', () => {
  it('are neither skipped nor run alone', () => {
    const marks = new RegExp(
      `\\b(${['it', 'describe', 'context'].join('|')})[.](${['skip', 'only'].join('|')})\\b`,
      'u',
    );
    const found = paths.filter((path) => path.startsWith('test/') && marks.test(read(path)));
    expect(found).to.deep.equal([]);
  });
});

function filesUnder(folder: string): string[] {
  if (!existsSync(join(projectRoot, folder))) return [];
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
