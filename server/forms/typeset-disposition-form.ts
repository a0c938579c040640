import { bindWords } from '../pdf/bind-words.ts';
import { formatDate, wallTime } from '../pdf/format-date.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { DispositionForm } from './disposition-form.ts';
import type { FormTypesetter, SecurityClass } from './form-parts.ts';
import { planInitial } from './plan-initial.ts';
import { typesetData } from './typeset-data.ts';

/**
 * Lembar disposisi, 165 x 215 mm; one page while everything fits, else it flows on.
 * @throws TypesetError
 */
export function typesetDispositionForm(pool: FormTypesetter, form: DispositionForm): Promise<TypesetForm> {
  return typesetData(pool, 'disposition-form', planForm(form), form.printedAt);
}

function planForm(form: DispositionForm): object {
  const { timeZone } = form;
  const received = wallTime(form.receivedAt, timeZone);
  const printed = wallTime(form.printedAt, timeZone);
  const by = form.printedBy === null ? '' : ` oleh ${form.printedBy}`;
  return {
    letterhead: form.letterhead,
    sender: form.sender,
    letterNumber: form.letterNumber ?? '',
    letterDate: form.letterDate === null ? '' : formatDate(form.letterDate),
    received: `${formatDate(received.date)}, ${received.time}`,
    agendaNumber: form.agendaNumber,
    agendaYear: String(form.agendaYear),
    marks: [
      { label: 'Sangat segera', isOn: form.handlingGrade === 'sangat_segera' },
      { label: 'Segera', isOn: form.handlingGrade === 'segera' },
      { label: CLASS_LABELS[form.securityClass], isOn: form.securityClass !== 'B' },
    ],
    subject: bindWords(form.subject),
    recipients: form.recipients.map((recipient) => ({
      text: recipient.title,
      isOn: recipient.isTicked,
      remark: recipient.isTicked && recipient.isCoordinator ? '(koordinator)' : null,
    })),
    instructions: form.instructions.map(({ text, isTicked }) => ({
      text: bindWords(text),
      isOn: isTicked,
      remark: null,
    })),
    dueLine: form.dueDate === null ? null : `Batas waktu: ${formatDate(form.dueDate)}`,
    note: form.note === null ? '' : bindWords(form.note.trim()),
    initial: planInitial(form.giver, form.place, timeZone),
    onwardLine: `Disposisi lanjutan: ${String(form.onwardRecipientCount)} penerima`,
    printedLine: `Dicetak ${formatDate(printed.date)}, ${printed.time}${by}`,
  };
}

const CLASS_LABELS: Readonly<Record<SecurityClass, string>> = {
  B: 'Rahasia',
  T: 'Terbatas',
  R: 'Rahasia',
  SR: 'Sangat rahasia',
};
