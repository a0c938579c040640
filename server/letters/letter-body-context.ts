import { BODY_LIMITS, type BodyProblem, type BodyProblemCode } from './letter-body-nodes.ts';
import type { IsPrintable } from './letter-body-characters.ts';

/** What is shared by one check of one body. */
export interface BodyCheck {
  problems: BodyProblem[];
  textLength: number;
  isPrintable: IsPrintable;
}

/** Where the walk stands: above all the words that lead a person there. */
export interface Spot {
  path: string;
  place: string;
  listDepth: number;
  /** Numbered lists around it, since the table or the document began: they alone decide the number style. */
  orderedDepth: number;
  inTable: boolean;
}

export type RawNode = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function report(check: BodyCheck, spot: Spot, code: BodyProblemCode, message: string): void {
  if (check.problems.length >= BODY_LIMITS.problems) return;
  check.problems.push({ code, path: spot.path, place: spot.place, message });
}

export function below(spot: Spot, index: number, change: Partial<Spot> = {}): Spot {
  const step = `content/${index}`;
  return { ...spot, ...change, path: spot.path === '' ? step : `${spot.path}/${step}` };
}

/** The place inside `spot`, or `spot`'s own when it has nothing to add. */
export function placeWithin(spot: Spot, inner: string): string {
  return spot.place === '' ? inner : `${spot.place}, ${inner}`;
}

/** The children of a node; undefined, and a problem, when `content` is something else than a list of objects. */
export function childrenOf(check: BodyCheck, spot: Spot, node: RawNode): RawNode[] | undefined {
  const content = node['content'] ?? [];
  if (Array.isArray(content) && content.every(isRecord)) return content;
  report(check, spot, 'bad_structure', 'Isi naskah rusak di sini. Hapus bagian ini lalu tulis ulang.');
  return undefined;
}

/** The attributes that are set (null says nothing); reports every one that is not in `allowed`. */
export function attributesOf(
  check: BodyCheck,
  spot: Spot,
  node: RawNode,
  allowed: readonly string[],
): Record<string, unknown> {
  reportStrangeKeys(check, spot, node);
  const attrs = node['attrs'] ?? {};
  if (!isRecord(attrs)) {
    report(check, spot, 'bad_attribute', 'Atribut bagian ini tidak terbaca. Hapus bagian ini lalu tulis ulang.');
    return {};
  }
  const set: Record<string, unknown> = {};
  for (const name of Object.keys(attrs)) {
    if (attrs[name] === null || attrs[name] === undefined) continue;
    if (allowed.includes(name)) set[name] = attrs[name];
    else
      report(
        check,
        spot,
        'unknown_attribute',
        `Atribut “${short(name)}” tidak dipakai dalam naskah dinas. Hapus format itu.`,
      );
  }
  return set;
}

const NODE_KEYS = ['type', 'attrs', 'content', 'marks', 'text'];

function reportStrangeKeys(check: BodyCheck, spot: Spot, node: RawNode): void {
  for (const key of Object.keys(node)) {
    if (!NODE_KEYS.includes(key)) {
      report(
        check,
        spot,
        'unknown_attribute',
        `Bagian “${short(key)}” tidak dikenal dalam naskah. Hapus lalu tulis ulang.`,
      );
    }
  }
  const isText = node['type'] === 'text';
  if (!isText && Array.isArray(node['marks']) && node['marks'].length > 0 && node['type'] !== 'hardBreak') {
    report(check, spot, 'unknown_mark', 'Format huruf hanya boleh pada teks. Hapus format itu.');
  }
}

export function short(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}

export function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
