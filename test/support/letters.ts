import { randomUUID } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';
import { type Letter, LetterContent, type RecipientInput } from '../../server/letters/contract.ts';
import { createLetter } from '../../server/letters/create-letter.ts';
import { getLetter } from '../../server/letters/get-letter.ts';
import { saveLetter } from '../../server/letters/save-letter.ts';
import { submitLetter } from '../../server/letters/submit-letter.ts';
import { issueOfficialCertificate } from '../../server/signing/authority/issue-official-certificate.ts';
import type { SigningProgress } from '../../server/signing/contract.ts';
import { registerCertificate } from '../../server/signing/register-certificate.ts';
import { signLetter } from '../../server/signing/sign-letter.ts';
import { type DeskKey, TEST_PASSPHRASE, type TestAgency } from './agency.ts';
import type { TestDeps } from './deps.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

/** A certificate of the test authority, opened by TEST_PASSPHRASE. */
export async function giveCertificate(
  deps: Pick<TestDeps, 'db' | 'now' | 'authority'>,
  agency: TestAgency,
  key: DeskKey,
  dates: { validFrom?: Date; validTo?: Date } = {},
): Promise<string> {
  const desk = agency.desk(key);
  const validFrom = dates.validFrom ?? new Date(deps.now().getTime() - YEAR_MS);
  const validTo = dates.validTo ?? new Date(deps.now().getTime() + 2 * YEAR_MS);
  const issued = await issueOfficialCertificate(deps.authority, {
    name: desk.name,
    nip: desk.nip,
    organisation: 'Pemerintah Provinsi Uji',
    validFrom,
    validTo,
    passphrase: TEST_PASSPHRASE,
  });
  const { agencyId } = agency;
  return registerCertificate(deps, { agencyId, personId: desk.personId, provider: 'demo', validFrom, validTo }, issued);
}

export interface LetterWanted {
  drafter?: DeskKey;
  signatory?: DeskKey;
  type?: 'surat_dinas' | 'nota_dinas';
  securityClass?: 'B' | 'T' | 'R' | 'SR';
  subject?: string;
  to?: RecipientInput[];
  cc?: RecipientInput[];
  text?: string;
  /** Runs on the draft before it is submitted. */
  prepare?: (letterId: string) => Promise<unknown>;
}

/** Drafted, submitted without circuit, and waiting for its signatory. */
export async function readyToSign(deps: Deps, agency: TestAgency, wanted: LetterWanted = {}): Promise<Letter> {
  const { drafter, signatory, text, ...given } = { ...USUAL, to: [inside(agency, 'kadispupr')], ...wanted };
  const actor = await agency.actor(drafter);
  const draft = await createLetter(deps, actor, { type: given.type });
  const content = LetterContent.parse({
    ...given,
    handlingGrade: 'biasa',
    classificationCode: '500.12.6',
    signatoryPositionId: agency.desk(signatory).positionId,
    circuit: [],
    body: paragraphs(text),
  });
  const saved = await saveLetter(deps, actor, { letterId: draft.id, version: draft.version, content });
  await wanted.prepare?.(saved.id);
  const version = wanted.prepare ? (await getLetter(deps, actor, { letterId: saved.id })).version : saved.version;
  return submitLetter(deps, actor, { letterId: saved.id, version, askAgain: [], message: '' });
}

const USUAL = {
  drafter: 'staf',
  signatory: 'kadis',
  type: 'surat_dinas',
  securityClass: 'B',
  subject: 'Undangan rapat koordinasi layanan digital',
  cc: [],
  text: 'Dengan hormat, kami mengundang Saudara hadir pada rapat koordinasi.',
} as const;

/** The signature command as a browser sends it: a key of its own for each press. */
export async function press(
  deps: Deps,
  agency: TestAgency,
  letter: { id: string; version: number },
  options: { as?: DeskKey; passphrase?: string; key?: string } = {},
): Promise<SigningProgress> {
  const actor = await agency.actor(options.as ?? 'kadis', { command: options.key ?? randomUUID() });
  const passphrase = options.passphrase ?? TEST_PASSPHRASE;
  return signLetter(deps, actor, { letterId: letter.id, version: letter.version, passphrase });
}

export function outside(name: string, email = ''): RecipientInput {
  return { kind: 'external', name, address: 'Jalan Merdeka 1', place: 'Pontianak', email };
}

export function inside(agency: TestAgency, key: DeskKey): RecipientInput {
  return { kind: 'internal', positionId: agency.desk(key).positionId };
}

function paragraphs(...texts: string[]): unknown {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}
