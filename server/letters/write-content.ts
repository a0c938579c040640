import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import { findClassification } from '../organisation/directory.ts';
import { isPrintable } from '../pdf/find-unprintable.ts';
import { LetterContent } from './contract.ts';
import { bodyText, checkLetterBody, type LetterBody } from './letter-body.ts';
import { setLetterContent, type LetterRow } from './letter-queries.ts';
import { deleteRecipients, insertRecipients, type NewRecipient } from './part-queries.ts';
import { deleteSteps, insertStep, setStepPlace, type StepRow } from './step-queries.ts';

export interface ContentWrite {
  letter: LetterRow;
  steps: readonly StepRow[];
  content: LetterContent;
  /** A reviewer corrects words and recipients; type, signatory and circuit stay the drafter's. */
  isCorrection?: boolean;
}

/** Checks and stores content with its recipients and circuit; throws `stale_version` when another save was faster. */
export async function writeContent(tx: Tx, deps: Deps, actor: DeskActor, write: ContentWrite): Promise<void> {
  const { letter } = write;
  const content = LetterContent.parse(write.content);
  const body = readBody(content.body);
  checkTexts(content);
  await checkReferences(tx, deps, actor, content);
  const key = { agencyId: actor.agencyId, letterId: letter.id };
  const kept = write.isCorrection
    ? {
        type: letter.type,
        signatoryPositionId: letter.signatoryPositionId,
        onBehalfOfPositionId: letter.onBehalfOfPositionId,
      }
    : content;
  const isWritten = await setLetterContent(
    tx,
    { ...key, version: letter.version, now: deps.now() },
    {
      type: kept.type,
      subject: content.subject,
      handlingGrade: content.handlingGrade,
      securityClass: content.securityClass,
      classificationCode: content.classificationCode,
      signatoryPositionId: kept.signatoryPositionId,
      onBehalfOfPositionId: kept.onBehalfOfPositionId,
      dueDate: content.dueDate,
      body: JSON.stringify(body),
      bodyText: bodyText(body),
    },
  );
  if (!isWritten) throw new AppError('stale_version');
  await writeRecipients(tx, key, content);
  if (!write.isCorrection) await writeCircuit(tx, key, write.steps, content);
}

/** The validated body; problems name the place in Indonesian. */
export function readBody(value: unknown): LetterBody {
  const checked = checkLetterBody(value, { isPrintable });
  if (checked.ok) return checked.body;
  const fields: FieldProblem[] = checked.problems.slice(0, 20).map((problem) => ({
    path: `body${problem.path === '' ? '' : `.${problem.path}`}`,
    message: problem.place === '' ? problem.message : `${problem.place}: ${problem.message}`,
  }));
  const first = fields[0];
  throw new AppError('invalid_letter_body', { fields, ...(first ? { detail: first.message } : {}) });
}

/** Everything else that is printed must be printable too. */
function checkTexts(content: LetterContent): void {
  const texts: [string, string][] = [['subject', content.subject]];
  for (const role of ['to', 'cc'] as const)
    content[role].forEach((recipient, index) => {
      if (recipient.kind === 'external')
        for (const field of ['name', 'address', 'place'] as const)
          texts.push([`${role}.${index}.${field}`, recipient[field] ?? '']);
    });
  const fields = texts.flatMap(([path, text]) => {
    const bad = Array.from(text).find((char) => !isPrintable(char) || /[\p{Cc}\p{Cf}]/u.test(char));
    return bad === undefined
      ? []
      : [{ path, message: `Tanda U+${codeOf(bad)} tidak dapat dicetak. Hapus atau ganti.` }];
  });
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

const codeOf = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

async function checkReferences(tx: Tx, deps: Deps, actor: DeskActor, content: LetterContent): Promise<void> {
  const named = positionsNamed(content);
  const { date } = await today(tx, deps, actor.agencyId);
  const known = new Set(
    (await desksInOrder(tx, actor.agencyId, date, [...named.keys()])).map((desk) => desk.positionId),
  );
  const fields = [...named].flatMap(([id, path]) =>
    known.has(id) ? [] : [{ path, message: 'Jabatan tidak ditemukan.' }],
  );
  if (
    content.classificationCode !== null &&
    !(await findClassification(tx, actor.agencyId, content.classificationCode))
  )
    fields.push({ path: 'classificationCode', message: 'Kode klasifikasi tidak ada. Pilih dari daftar.' });
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

function positionsNamed(content: LetterContent): Map<string, string> {
  const named = new Map<string, string>();
  if (content.signatoryPositionId) named.set(content.signatoryPositionId, 'signatoryPositionId');
  if (content.onBehalfOfPositionId) named.set(content.onBehalfOfPositionId, 'onBehalfOfPositionId');
  for (const role of ['to', 'cc'] as const) {
    const seen = new Set<string>();
    content[role].forEach((recipient, index) => {
      if (recipient.kind !== 'internal') return;
      const path = `${role}.${index}`;
      if (seen.has(recipient.positionId))
        throw new AppError('invalid_input', { fields: [{ path, message: 'Penerima ini sudah ada dalam daftar.' }] });
      seen.add(recipient.positionId);
      named.set(recipient.positionId, path);
    });
  }
  content.circuit.forEach((step, index) => named.set(step.positionId, `circuit.${index}`));
  return named;
}

interface LetterKey {
  agencyId: string;
  letterId: string;
}

async function writeRecipients(tx: Tx, key: LetterKey, content: LetterContent): Promise<void> {
  const recipients = (['to', 'cc'] as const).flatMap((role) =>
    content[role].map((recipient, ordinal) => newRecipient(role, ordinal, recipient)),
  );
  await deleteRecipients(tx, key);
  if (recipients.length > 0) await insertRecipients(tx, key, recipients);
}

function newRecipient(role: 'to' | 'cc', ordinal: number, recipient: LetterContent['to'][number]): NewRecipient {
  const base = { id: uuidv7(), role, ordinal, kind: recipient.kind };
  if (recipient.kind === 'internal')
    return { ...base, positionId: recipient.positionId, name: '', address: '', place: '', email: '' };
  const { name, address = '', place = '', email = '' } = recipient;
  return { ...base, positionId: null, name, address, place, email };
}

async function writeCircuit(tx: Tx, key: LetterKey, steps: readonly StepRow[], content: LetterContent): Promise<void> {
  const positions = content.circuit.map((step) => step.positionId);
  if (new Set(positions).size !== positions.length)
    throw new AppError('circuit_invalid', { detail: 'Satu jabatan hanya boleh sekali dalam alur paraf.' });
  const byPosition = new Map(steps.map((step) => [step.positionId, step]));
  await deleteSteps(
    tx,
    key,
    steps.filter((step) => !positions.includes(step.positionId)).map((step) => step.id),
  );
  for (const [ordinal, wanted] of content.circuit.entries()) {
    const known = byPosition.get(wanted.positionId);
    if (known) await setStepPlace(tx, key, { ...wanted, id: known.id, ordinal });
    else await insertStep(tx, key, { ...wanted, id: uuidv7(), ordinal });
  }
}
