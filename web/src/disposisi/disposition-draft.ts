import type { AttachedFile, DispositionOptions, RecipientInput } from '../../../server/dispositions/contract.ts';

export type Choice = DispositionOptions['recipients'][number];

/** What differs for one recipient; null means as for everybody. */
export interface OwnPart {
  instructions: readonly string[] | null;
  note: string | null;
  isPrivate: boolean;
  files: readonly AttachedFile[];
}

/** What is filled in and not sent yet. */
export interface DispositionDraft {
  recipients: readonly Choice[];
  picKey: string | null;
  instructions: readonly string[];
  note: string;
  dueDate: string | null;
  own: Readonly<Record<string, OwnPart>>;
  /** Scan of the sheet the official wrote on, when a secretary records it. */
  sheet: AttachedFile | null;
}

const nothingOwn: OwnPart = { instructions: null, note: null, isPrivate: false, files: [] };

export function keyOf({ target }: Pick<Choice, 'target'>): string {
  return target.kind === 'team' ? `tim ${target.teamId}` : target.positionId;
}

/** Nobody sits there today, not even acting: nothing can be given to it. */
export function isVacant({ relation, holderName }: Choice): boolean {
  return relation !== 'team' && holderName === null;
}

export function startDraft(options: DispositionOptions): DispositionDraft {
  return {
    recipients: [],
    picKey: null,
    instructions: options.defaultInstruction === '' ? [] : [options.defaultInstruction],
    note: '',
    dueDate: options.defaultDueDate,
    own: {},
    sheet: null,
  };
}

/** The first of several recipients coordinates until another one is named. */
export function toggleRecipient(draft: DispositionDraft, choice: Choice): DispositionDraft {
  const key = keyOf(choice);
  const isTaken = draft.recipients.some((one) => keyOf(one) === key);
  const recipients = isTaken ? draft.recipients.filter((one) => keyOf(one) !== key) : [...draft.recipients, choice];
  const first = recipients[0];
  if (recipients.length < 2 || first === undefined) return { ...draft, recipients, picKey: null };
  const becomesSeveral = !isTaken && recipients.length === 2;
  const lostPic = isTaken && draft.picKey === key;
  return { ...draft, recipients, picKey: becomesSeveral || lostPic ? keyOf(first) : draft.picKey };
}

export function toggleInstruction(wordings: readonly string[], wording: string): string[] {
  return wordings.includes(wording) ? wordings.filter((one) => one !== wording) : [...wordings, wording];
}

export function ownPart(draft: DispositionDraft, key: string): OwnPart {
  return draft.own[key] ?? nothingOwn;
}

export function changeOwn(draft: DispositionDraft, key: string, change: Partial<OwnPart>): DispositionDraft {
  return { ...draft, own: { ...draft.own, [key]: { ...ownPart(draft, key), ...change } } };
}

/** Nothing of its own once it says what everybody is told. */
export function isOwn(part: OwnPart): boolean {
  return part.instructions !== null || part.note !== null || part.isPrivate || part.files.length > 0;
}

/** What is missing before it can be sent, in words; undefined when nothing is. */
export function findGap(draft: DispositionDraft, onInstruction: boolean): string | undefined {
  if (draft.recipients.length === 0) return 'Pilih penerima disposisi.';
  if (onInstruction && draft.sheet === null) return 'Lampirkan pindaian lembar disposisi yang ditulis pimpinan.';
  const silent = draft.recipients.find((one) => {
    const part = ownPart(draft, keyOf(one));
    return (part.instructions ?? draft.instructions).length === 0 && (part.note ?? draft.note).trim() === '';
  });
  if (silent === undefined) return undefined;
  return draft.recipients.length === 1
    ? 'Pilih instruksi atau tulis catatan.'
    : `Pilih instruksi atau tulis catatan untuk ${silent.label}.`;
}

export function toRecipients(draft: DispositionDraft): RecipientInput[] {
  return draft.recipients.map((one): RecipientInput => {
    const key = keyOf(one);
    const part = ownPart(draft, key);
    return {
      target: one.target,
      instructions: [...(part.instructions ?? draft.instructions)],
      note: (part.note ?? draft.note).trim(),
      dueDate: draft.dueDate,
      isPic: draft.picKey === key,
      isPrivate: part.isPrivate,
      fileIds: part.files.map((file) => file.id),
    };
  });
}

/** "Ka. Dinas PUPR (koordinator), Ka. BPBD" */
export function nameRecipients(draft: DispositionDraft): string {
  return draft.recipients
    .map((one) => (draft.picKey === keyOf(one) ? `${one.label} (koordinator)` : one.label))
    .join(', ');
}

/** The chips in sight: those chosen most often, and whatever is chosen already, in the order of the list. */
export function chipsOf<T>(all: readonly T[], isChosen: (one: T) => boolean, atMost: number): T[] {
  return all.filter((one, index) => index < atMost || isChosen(one));
}
