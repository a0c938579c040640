import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { RootRow } from './root-queries.ts';

const CopiedRoot = z.object({ seq: z.int(), root: z.string(), madeAt: z.string(), signature: z.string() });
export type CopiedRoot = z.output<typeof CopiedRoot>;

/**
 * Roots are also kept in a file outside the database, one line each, so that whoever rules the database cannot take the
 * newest ones back unseen.
 */
export function rootCopyPath({ dataDir }: Pick<Config, 'dataDir'>, agencyId: string): string {
  return join(dataDir, 'audit-roots', `${agencyId}.jsonl`);
}

export async function appendRootCopies(path: string, roots: readonly RootRow[]): Promise<void> {
  if (roots.length === 0) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const lines = roots.map(({ seq, root, madeAt, signature }) =>
    JSON.stringify({ seq, root, madeAt, signature: signature.toString('base64') } satisfies CopiedRoot),
  );
  // A line that a crash cut off must not swallow the next one.
  const glue = (await endsOpen(path)) ? '\n' : '';
  await appendFile(path, `${glue}${lines.join('\n')}\n`, { mode: 0o600, flush: true });
}

/** Every line that can be read; a line that a crash cut off is left out. */
export async function readRootCopies(path: string): Promise<CopiedRoot[]> {
  const roots: CopiedRoot[] = [];
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      const parsed = CopiedRoot.safeParse(parseJson(line));
      if (parsed.success) roots.push(parsed.data);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return roots;
}

async function endsOpen(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== 0x0a;
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
