import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/runtime/project-root.ts';

describe('project root', () => {
  it('is the folder that holds the package and the server', () => {
    expect(existsSync(join(projectRoot, 'package.json'))).to.equal(true);
    expect(existsSync(join(projectRoot, 'server'))).to.equal(true);
  });
});
