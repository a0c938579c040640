import type { Letter, LetterContent, Recipient, RecipientInput } from '../../../server/letters/contract.ts';
import { checkLetterBody, type LetterBody } from '../../../server/letters/letter-body.ts';
import type { Desk } from '../../../server/organisation/contract.ts';

/** An addressee as the screen shows it; `input` is what is sent. */
export interface DraftRecipient {
  input: RecipientInput;
  name: string;
  /** Unit of a desk, or place of an outside addressee. */
  note: string;
}

export interface DraftStep {
  stage: number;
  kind: 'hierarchical' | 'coordination';
  desk: Desk;
}

/** What the drafter edits, with the names that the screen shows; kept on the device in this shape too. */
export interface DraftContent {
  type: LetterContent['type'];
  subject: string;
  handlingGrade: LetterContent['handlingGrade'];
  securityClass: LetterContent['securityClass'];
  classification: { code: string; name: string } | null;
  signatory: Desk | null;
  onBehalfOf: Desk | null;
  dueDate: string | null;
  to: DraftRecipient[];
  cc: DraftRecipient[];
  circuit: DraftStep[];
  body: LetterBody;
}

const emptyBody: LetterBody = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The stored body; one that an older version of the rules let through is shown as it is, so that nothing is lost. */
export function readBody(value: unknown): LetterBody {
  const checked = checkLetterBody(value);
  if (checked.ok) return checked.body;
  const isDocument = typeof value === 'object' && value !== null && 'content' in value;
  return isDocument ? (value as LetterBody) : emptyBody;
}

export function fromLetter(letter: Letter): DraftContent {
  const inRole = (role: 'to' | 'cc') => letter.recipients.filter((one) => one.role === role).map(fromRecipient);
  return {
    type: letter.type,
    subject: letter.subject,
    handlingGrade: letter.handlingGrade,
    securityClass: letter.securityClass,
    classification: letter.classification,
    signatory: letter.signatory,
    onBehalfOf: letter.onBehalfOf,
    dueDate: letter.dueDate,
    to: inRole('to'),
    cc: inRole('cc'),
    circuit: letter.circuit.map(({ stage, kind, desk }) => ({ stage, kind, desk })),
    body: readBody(letter.body),
  };
}

function fromRecipient(recipient: Recipient): DraftRecipient {
  if (recipient.positionId !== null) {
    const input = { kind: 'internal', positionId: recipient.positionId } as const;
    return { input, name: recipient.name, note: recipient.unitName ?? '' };
  }
  const { name, address, place, email } = recipient;
  return { input: { kind: 'external', name, address, place, email }, name, note: place };
}

/** What is sent: ids instead of names, the body normalised so that equal texts compare equal. */
export function toLetterContent(draft: DraftContent): LetterContent {
  return {
    type: draft.type,
    subject: draft.subject.trim(),
    handlingGrade: draft.handlingGrade,
    securityClass: draft.securityClass,
    classificationCode: draft.classification?.code ?? null,
    signatoryPositionId: draft.signatory?.positionId ?? null,
    onBehalfOfPositionId: draft.onBehalfOf?.positionId ?? null,
    dueDate: draft.dueDate,
    to: draft.to.map((one) => one.input),
    cc: draft.cc.map((one) => one.input),
    circuit: draft.circuit.map(({ stage, kind, desk }) => ({ stage, kind, positionId: desk.positionId })),
    body: readBody(draft.body),
  };
}

export function isSameContent(left: DraftContent, right: DraftContent): boolean {
  return JSON.stringify(toLetterContent(left)) === JSON.stringify(toLetterContent(right));
}
