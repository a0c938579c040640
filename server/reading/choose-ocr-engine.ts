import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { OcrEngine } from './ocr-engine.ts';

const require = createRequire(import.meta.url);

export interface EngineChoice {
  /** Absolute path of tesseract; null leaves it out. Default: found on PATH. */
  readonly program?: string | null;
  /** False leaves the packaged recogniser out. */
  readonly isPackageAllowed?: boolean;
}

/** Letters are Indonesian with English words in them. */
const LANGUAGES = ['ind', 'eng'] as const;
const ASK_TIMEOUT_MS = 10_000;

/**
 * Decides once, at start, who recognises text: tesseract of the system with what it has of Indonesian and English, else
 * the packaged tesseract.js, else nobody. Never rejects.
 */
export async function chooseOcrEngine(choice: EngineChoice = {}): Promise<OcrEngine> {
  const program = choice.program === undefined ? findProgram() : choice.program;
  const ofSystem = program === null ? null : await describeProgram(program).catch(() => null);
  if (ofSystem) return ofSystem;
  const packaged = choice.isPackageAllowed === false ? null : await describePackage().catch(() => null);
  return packaged ?? { kind: 'none', name: 'none' };
}

function findProgram(path = process.env['PATH'] ?? ''): string | null {
  const names = process.platform === 'win32' ? ['tesseract.exe'] : ['tesseract'];
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file)) ?? null;
}

async function describeProgram(program: string): Promise<OcrEngine | null> {
  const listed = await ask(program, '--list-langs');
  const languages = LANGUAGES.filter((language) => listed.split(/\s+/u).includes(language));
  if (languages.length === 0) return null;
  const version = /tesseract v?(\d[\w.]*)/u.exec(await ask(program, '--version'))?.[1] ?? '';
  const folder = /in "([^"]+)"/u.exec(listed)?.[1];
  const joined = languages.join('+');
  return {
    kind: 'program',
    name: `tesseract ${version} (${joined})`,
    program,
    arguments: [
      ...['stdin', 'stdout', '-l', joined, '--dpi', '300', '--psm', '3', '-c', 'tessedit_create_tsv=1'],
      ...(folder === undefined ? [] : ['--tessdata-dir', folder]),
    ],
  };
}

/** Tesseract before 5 answers on its error stream. */
async function ask(program: string, question: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(program, [question], { timeout: ASK_TIMEOUT_MS });
  return `${stdout}\n${stderr}`;
}

async function describePackage(): Promise<OcrEngine> {
  const manifest = await readFile(require.resolve('tesseract.js/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return { kind: 'package', name: `tesseract.js ${version} (${LANGUAGES.join('+')})`, languages: LANGUAGES };
}
