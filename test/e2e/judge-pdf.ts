import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { findJudge } from '../support/judges.ts';
import type { RunningSystem } from './system.ts';

/** Asks pdfsig (trusting the demonstration root), openssl and qpdf about a downloaded letter; those that are installed. */
export function judgePdf(pdf: Buffer, system: Pick<RunningSystem, 'dataDir'>): void {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-judge-'));
  try {
    const file = join(folder, 'surat.pdf');
    writeFileSync(file, pdf);
    const root = join(system.dataDir, 'authority', 'root.pem');
    judgeSignature(file, folder, root);
    judgeCms(pdf, folder, root);
    const qpdf = findJudge('qpdf');
    if (qpdf) expect(ask(qpdf, ['--check', file])).to.include('No syntax or stream encoding errors');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judgeSignature(file: string, folder: string, root: string): void {
  const [pdfsig, certutil] = [findJudge('pdfsig'), findJudge('certutil')];
  if (!pdfsig || !certutil) return;
  ask(certutil, ['-N', '-d', `sql:${folder}`, '--empty-password']);
  ask(certutil, ['-A', '-d', `sql:${folder}`, '-n', 'akar', '-t', 'CT,CT,CT', '-i', root]);
  const said = ask(pdfsig, ['-nssdir', `sql:${folder}`, file]);
  expect(said)
    .to.include('Signature is Valid')
    .and.to.include('Certificate is Trusted')
    .and.to.include('Total document signed');
}

function judgeCms(pdf: Buffer, folder: string, root: string): void {
  const openssl = findJudge('openssl');
  if (!openssl) return;
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/u.exec(pdf.toString('latin1'));
  const [start, length, second, rest] = (range ?? []).slice(1).map(Number) as [number, number, number, number];
  const hex = pdf.subarray(start + length + 1, second - 1).toString('latin1');
  const [cms, content] = [join(folder, 'cms.der'), join(folder, 'content.bin')];
  writeFileSync(cms, Buffer.from(hex, 'hex'));
  writeFileSync(content, Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(second, second + rest)]));
  const args = [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    cms,
    '-content',
    content,
    '-CAfile',
    root,
  ];
  ask(openssl, [...args, '-out', join(folder, 'verified.bin')]);
}

function ask(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
}
