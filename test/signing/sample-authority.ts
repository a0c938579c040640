import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { PDFDocument } from 'pdf-lib';
import type { Authority } from '../../server/signing/authority/authority.ts';
import { createAuthority } from '../../server/signing/authority/create-authority.ts';
import { handleTimestampRequest } from '../../server/signing/authority/handle-timestamp-request.ts';
import {
  issueOfficialCertificate,
  type OfficialCertificateRequest,
} from '../../server/signing/authority/issue-official-certificate.ts';
import { type Keystore, openKeystore } from '../../server/signing/authority/open-keystore.ts';
import { addSignatureTimestamp } from '../../server/signing/pades/add-signature-timestamp.ts';
import { prepareAndSign, type SignRequest } from '../../server/signing/pades/prepare-and-sign.ts';
import { requestTimestamp } from '../../server/signing/pades/request-timestamp.ts';

export const NOW = new Date('2026-11-24T02:00:00Z');
export const DAY_MS = 24 * 60 * 60 * 1000;

export function daysFromNow(days: number): Date {
  return new Date(NOW.getTime() + days * DAY_MS);
}

export function makeFolder(): {
  path: string;
  write(name: string, content: Uint8Array | string): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'lontar-signing-'));
  return {
    path,
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Runs a judge and gives back everything it said. */
export function ask(
  program: string,
  args: readonly string[],
  input?: Uint8Array,
): { code: number | null; said: string; out: Buffer } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    timeout: 30_000,
    env: { ...process.env, TZ: 'UTC' },
  });
  return { code: status, said: `${stdout.toString('utf8')}\n${stderr.toString('utf8')}`, out: stdout };
}

export interface SampleAuthority {
  readonly authority: Authority;
  readonly folder: ReturnType<typeof makeFolder>;
  readonly rootPath: string;
  readonly root: string;
  /** By default valid for some twenty years: pdfsig judges by the machine's own clock. */
  issue(request?: Partial<OfficialCertificateRequest>): Promise<Keystore>;
  /** A token source that stamps with the authority's own service at the given time. */
  stamp(at?: Date): (digest: Uint8Array) => Promise<Uint8Array>;
  remove(): void;
}

export function timestampFetch(authority: Authority, at: Date): typeof fetch {
  return async (_url, init) => {
    const body = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
    return new Response(Buffer.from(handleTimestampRequest(authority, body, at)));
  };
}

export async function makeAuthority(options: { namesOcsp?: boolean; baseUrl?: string } = {}): Promise<SampleAuthority> {
  const folder = makeFolder();
  const authority = await createAuthority(join(folder.path, 'authority'), {
    now: NOW,
    baseUrl: options.baseUrl ?? 'http://127.0.0.1:9/demo-authority',
    namesOcsp: options.namesOcsp ?? false,
  });
  const root = authority.root.certificate.toString();
  return {
    authority,
    folder,
    root,
    rootPath: folder.write('root.pem', root),
    issue: async (request = {}) => {
      const issued = await issueOfficialCertificate(authority, {
        name: 'Dra. Siti Rahayu, M.Si.',
        nip: '197001011995032001',
        position: 'Kepala Dinas',
        organisation: 'Dinas Contoh',
        validFrom: daysFromNow(-700),
        validTo: daysFromNow(7000),
        passphrase: 'rahasia',
        ...request,
      });
      return openKeystore(issued.pkcs12, request.passphrase ?? 'rahasia', 'demo');
    },
    stamp: (at = NOW) => {
      return (digest) =>
        requestTimestamp('http://127.0.0.1:9/tsa', digest, {
          timeoutMs: 5000,
          fetch: timestampFetch(authority, at),
          trustAnchors: [root],
        });
    },
    remove: () => folder.remove(),
  };
}

export async function samplePdf({ useObjectStreams = false, pages = 2 } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle('Surat contoh');
  for (let page = 1; page <= pages; page++) document.addPage().drawText(`Halaman ${page} dari surat contoh`);
  return document.save({ useObjectStreams });
}

export async function signSample(keystore: Keystore, request: Partial<SignRequest> = {}): Promise<Uint8Array> {
  return prepareAndSign({
    pdf: request.pdf ?? (await samplePdf()),
    signatureBox: { page: 1, x: 300, y: 90, width: 180, height: 60 },
    fieldName: 'TandaTangan1',
    signer: { name: 'Dra. Siti Rahayu, M.Si.' },
    location: 'Pontianak',
    reason: 'Penandatanganan surat dinas – uji',
    keystore,
    signingTime: NOW,
    ...request,
  });
}

export async function signTimestamped(
  sample: SampleAuthority,
  keystore: Keystore,
  request: Partial<SignRequest> = {},
): Promise<Uint8Array> {
  return addSignatureTimestamp(await signSample(keystore, request), sample.stamp());
}

/** The byte range of the signature written last. */
export function lastByteRange(pdf: Uint8Array): [number, number, number, number] {
  const text = Buffer.from(pdf).toString('latin1');
  const match = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)].at(-1);
  const [a = 0, b = 0, c = 0, d = 0] = (match ?? []).slice(1).map(Number);
  return [a, b, c, d];
}

export function rangedContent(pdf: Uint8Array): Buffer {
  const [, gapStart, gapEnd, rest] = lastByteRange(pdf);
  return Buffer.concat([pdf.subarray(0, gapStart), pdf.subarray(gapEnd, gapEnd + rest)]);
}

/** The CMS of the signature written last, without the zeros behind it. */
export function lastCms(pdf: Uint8Array): Buffer {
  const [, gapStart, gapEnd] = lastByteRange(pdf);
  const padded = Buffer.from(Buffer.from(pdf.subarray(gapStart + 1, gapEnd - 1)).toString('latin1'), 'hex');
  return padded.subarray(0, 4 + padded.readUInt16BE(2));
}

/** A small generator, so that a failing run can be repeated from its seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
