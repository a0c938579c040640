import type { Tx } from '../db.ts';
import type { LetterContent } from './contract.ts';
import type { LetterRow } from './letter-queries.ts';
import { listRecipients, type RecipientRow } from './part-queries.ts';
import type { StepRow } from './step-queries.ts';

/** What a drafter would send back unchanged: the stored content in the shape of the editor. */
export async function contentOf(
  tx: Tx,
  agencyId: string,
  letter: LetterRow,
  steps: readonly StepRow[],
): Promise<LetterContent> {
  const recipients = await listRecipients(tx, { agencyId, letterId: letter.id });
  const inRole = (role: 'to' | 'cc') => recipients.filter((recipient) => recipient.role === role).map(toInput);
  return {
    type: letter.type,
    subject: letter.subject,
    handlingGrade: letter.handlingGrade,
    securityClass: letter.securityClass,
    classificationCode: letter.classificationCode,
    signatoryPositionId: letter.signatoryPositionId,
    onBehalfOfPositionId: letter.onBehalfOfPositionId,
    dueDate: letter.dueDate,
    to: inRole('to'),
    cc: inRole('cc'),
    circuit: steps.map(({ stage, kind, positionId }) => ({ stage, kind, positionId })),
    body: letter.body,
  };
}

function toInput(recipient: RecipientRow): LetterContent['to'][number] {
  if (recipient.positionId !== null) return { kind: 'internal', positionId: recipient.positionId };
  const { name, address, place, email } = recipient;
  return { kind: 'external', name, address, place, email };
}
