import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Bytes under brotli at its best, each file alone, as a server sends them. */
export interface WebSizes {
  initialJs: number;
  initialCss: number;
  /** Script that a lazy part adds to what the first page has, by the name of its file. */
  lazy: ReadonlyMap<string, number>;
}

interface Script {
  needs: string[];
  opens: string[];
  bytes: number;
}

const STATIC = /\bimport\s*(?:[\w*{}\s,$]+from\s*)?["']\.\/([^"']+\.js)["']/gu;
const DYNAMIC = /\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/gu;
const IN_HTML = /(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/gu;

/** What the built web client costs, from its own index.html and imports. */
export function measureWeb(webFolder: string): WebSizes {
  const assets = join(webFolder, 'assets');
  const scripts = new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readScript(readFileSync(join(assets, name)))]),
  );
  const first = namesIn(readFileSync(join(webFolder, 'index.html'), 'utf8'), IN_HTML);
  const initial = reachable(
    scripts,
    first.filter((name) => name.endsWith('.js')),
  );
  const styles = first.filter((name) => name.endsWith('.css'));
  const opened = new Set([...scripts.values()].flatMap(({ opens }) => opens));
  const lazy = [...opened].map((name): [string, number] => {
    const added = [...reachable(scripts, [name])].filter((needed) => !initial.has(needed));
    return [name, sum(added.map((needed) => scripts.get(needed)?.bytes ?? 0))];
  });
  return {
    initialJs: sum([...initial].map((name) => scripts.get(name)?.bytes ?? 0)),
    initialCss: sum(styles.map((name) => compressed(readFileSync(join(assets, name))))),
    lazy: new Map(lazy),
  };
}

function readScript(source: Buffer): Script {
  const text = source.toString('utf8');
  return { needs: namesIn(text, STATIC), opens: namesIn(text, DYNAMIC), bytes: compressed(source) };
}

function reachable(scripts: ReadonlyMap<string, Script>, from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...(scripts.get(name)?.needs ?? []));
  }
  return found;
}

function namesIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '');
}

function compressed(bytes: Buffer): number {
  return brotliCompressSync(bytes).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
