import type { FieldProblem } from '../errors.ts';
import type { LetterContent } from './contract.ts';
import type { LetterStatus } from './states.ts';
import type { StepRow } from './step-queries.ts';

/** What is still missing before a letter may leave its drafter, each with its place. */
export function findGaps(content: LetterContent, isBodyEmpty: boolean): FieldProblem[] {
  const gaps: FieldProblem[] = [];
  if (content.subject.trim() === '') gaps.push({ path: 'subject', message: 'Isi hal surat.' });
  if (content.classificationCode === null)
    gaps.push({ path: 'classificationCode', message: 'Pilih kode klasifikasi.' });
  if (content.signatoryPositionId === null)
    gaps.push({ path: 'signatoryPositionId', message: 'Pilih penanda tangan.' });
  if (content.to.length === 0) gaps.push({ path: 'to', message: 'Tambahkan sedikitnya satu tujuan.' });
  if (isBodyEmpty) gaps.push({ path: 'body', message: 'Tulis isi surat.' });
  return gaps;
}

/** Outside addressees need a name, a place for "di -", and an address or e-mail to reach them. */
export function findAddressGaps(content: LetterContent): FieldProblem[] {
  const gaps: FieldProblem[] = [];
  for (const role of ['to', 'cc'] as const)
    content[role].forEach((recipient, index) => {
      if (recipient.kind !== 'external') return;
      const path = `${role}.${index}`;
      const who = recipient.name === '' ? `penerima ke-${index + 1}` : recipient.name;
      if (recipient.name === '') gaps.push({ path: `${path}.name`, message: `Isi nama ${who}.` });
      if (role === 'to' && (recipient.place ?? '') === '')
        gaps.push({ path: `${path}.place`, message: `Isi tempat (di –) untuk ${who}.` });
      if ((recipient.email ?? '') === '' && (recipient.address ?? '') === '')
        gaps.push({ path: `${path}.address`, message: `Isi alamat atau surel ${who}.` });
    });
  return gaps;
}

export interface SubmissionPlan {
  status: LetterStatus;
  /** Steps that open now. */
  open: string[];
  /** Earlier initials that the drafter asks again. */
  reset: string[];
}

/**
 * Where a submitted letter goes: earlier initials stand unless asked again, the first stage that lacks one opens, and when
 * none is missing the signatory is next. After a return this resumes at the step that returned.
 */
export function planSubmission(steps: readonly StepRow[], askAgain: readonly string[]): SubmissionPlan {
  const asked = new Set(askAgain);
  const isDone = (step: StepRow) => step.status === 'initialled' && !asked.has(step.id);
  const missing = steps.filter((step) => !isDone(step));
  const stage = Math.min(...missing.map((step) => step.stage));
  return {
    status: missing.length === 0 ? 'ready_to_sign' : 'in_review',
    open: missing.filter((step) => step.stage === stage).map((step) => step.id),
    reset: steps.filter((step) => step.status === 'initialled' && asked.has(step.id)).map((step) => step.id),
  };
}

/**
 * After an initial: which steps open next, or that the letter is ready to sign. A step that returned the letter opens
 * again when its turn comes.
 */
export function planAfterInitial(
  steps: readonly StepRow[],
  initialledId: string,
): { status: LetterStatus; open: string[] } {
  const pending = steps.filter((step) => step.id !== initialledId && step.status !== 'initialled');
  if (pending.length === 0) return { status: 'ready_to_sign', open: [] };
  const stage = Math.min(...pending.map((step) => step.stage));
  return {
    status: 'in_review',
    open: pending.filter((step) => step.stage === stage && step.status !== 'open').map((step) => step.id),
  };
}
