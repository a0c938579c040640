import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../runtime/project-root.ts';

let version: string | undefined;

/** Of this program, for the packages that it makes. */
export function softwareVersion(): string {
  version ??= z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;
  return version;
}
