import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';

/** What is wrong with a bag (RFC 8493, section 3): an empty list for a complete and valid one. Knows nothing of its maker. */
export function problemsOfBag(files: ReadonlyMap<string, Buffer>): string[] {
  const roots = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  if (roots.size !== 1) return [`${roots.size} folders at the root`];
  const [root = ''] = roots;
  const problems: string[] = [];
  const read = (path: string) => files.get(`${root}/${path}`);
  if (!/^BagIt-Version: 1[.]0\nTag-File-Character-Encoding: UTF-8\n$/u.test(read('bagit.txt')?.toString() ?? ''))
    problems.push('bagit.txt');
  const payload = [...files.keys()].filter((path) => path.startsWith(`${root}/data/`));
  for (const algorithm of ['sha256', 'sha512']) {
    problems.push(...differences(`manifest-${algorithm}.txt`, algorithm, payload));
    const tags = [...files.keys()].filter((path) => !payload.includes(path) && !path.includes('/tagmanifest-'));
    problems.push(...differences(`tagmanifest-${algorithm}.txt`, algorithm, tags));
  }
  const size = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  if (!read('bag-info.txt')?.toString().includes(`Payload-Oxum: ${size}.${payload.length}\n`)) problems.push('oxum');
  return problems;

  function differences(name: string, algorithm: string, expected: readonly string[]): string[] {
    const lines = (read(name)?.toString() ?? '').split('\n').filter((line) => line !== '');
    const named = new Map(
      lines.map((line) => {
        const [sum = '', path = ''] = line.split(/ +(.*)/u);
        return [`${root}/${path}`, sum];
      }),
    );
    const missing = expected.filter((path) => !named.has(path)).map((path) => `${name} leaves out ${path}`);
    const wrong = [...named].filter(([path, sum]) => {
      const bytes = files.get(path);
      return !bytes || createHash(algorithm).update(bytes).digest('hex') !== sum;
    });
    return [...missing, ...wrong.map(([path]) => `${name}: ${path}`)];
  }
}

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element of a document in order. @throws when it is not well formed, or a prefix is not declared */
export function readXml(bytes: Buffer | undefined): XmlElement[] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(plain) as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write((bytes ?? Buffer.alloc(0)).toString('utf8')).close();
  return elements;
}
