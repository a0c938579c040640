import type { LetterBody } from '../../letters/letter-body.ts';
import type { LetterDates } from './letter-dates.ts';

export type DemoAction =
  'draft' | 'submit' | 'initial' | 'comment' | 'return' | 'resubmit' | 'sign' | 'withdraw' | 'read';

export type DemoLetterState = 'draft' | 'returned' | 'in_review' | 'ready_to_sign' | 'withdrawn' | 'dispatched';

export interface DemoStep {
  /** Monday to Friday, counted back from the day the demonstration was made; see addWorkdays. */
  readonly workdaysBefore: number;
  /** HH:MM in the agency's zone, within office hours. */
  readonly time: string;
  readonly action: DemoAction;
  /** The desk; who acts is whoever holds it on that day. */
  readonly by: string;
  /** The comment, or the reasons of a return or withdrawal. */
  readonly text: string | null;
}

export interface ExternalContact {
  readonly name: string;
  readonly address: string;
  readonly place: string;
  readonly email: string;
}

export type DemoRecipient = { readonly position: string } | ExternalContact;

export interface DemoAnnex {
  readonly fileName: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export interface DemoLetter {
  readonly key: string;
  readonly type: 'surat_dinas' | 'nota_dinas';
  readonly drafterPosition: string;
  readonly signatoryPosition: string;
  /** Set for a letter signed "a.n." this position. */
  readonly onBehalfOf: string | null;
  /** Ordered steps; the desks inside one step initial in parallel. Empty: straight to the signatory. */
  readonly circuit: readonly (readonly string[])[];
  readonly subject: string;
  readonly classificationCode: string;
  readonly handlingGrade: 'biasa' | 'segera' | 'sangat_segera';
  readonly securityClass: 'B' | 'T' | 'R';
  readonly recipients: readonly DemoRecipient[];
  readonly carbonCopies: readonly DemoRecipient[];
  readonly body: (on: LetterDates) => LetterBody;
  readonly annexes: readonly DemoAnnex[];
  /** Key of the letter from outside that it answers. */
  readonly answers: string | null;
  readonly timeline: readonly DemoStep[];
  readonly finalState: DemoLetterState;
}

type StepLine = readonly [workdaysBefore: number, time: string, action: DemoAction, by: string, text?: string];

interface LetterScript {
  readonly key: string;
  readonly drafter: string;
  readonly signatory: string;
  readonly onBehalfOf?: string;
  readonly circuit?: readonly (string | readonly string[])[];
  readonly subject: string;
  readonly code: string;
  readonly grade?: DemoLetter['handlingGrade'];
  readonly security?: DemoLetter['securityClass'];
  readonly to: readonly (string | ExternalContact)[];
  readonly cc?: readonly (string | ExternalContact)[];
  readonly body: (on: LetterDates) => LetterBody;
  readonly annexes?: readonly DemoAnnex[];
  readonly answers?: string;
  readonly timeline: readonly StepLine[];
  readonly ends: DemoLetterState;
}

export function suratDinas(script: LetterScript): DemoLetter {
  return letterFrom('surat_dinas', script);
}

export function notaDinas(script: LetterScript): DemoLetter {
  return letterFrom('nota_dinas', script);
}

function letterFrom(type: DemoLetter['type'], script: LetterScript): DemoLetter {
  return {
    key: script.key,
    type,
    drafterPosition: script.drafter,
    signatoryPosition: script.signatory,
    onBehalfOf: script.onBehalfOf ?? null,
    circuit: (script.circuit ?? []).map((step) => (typeof step === 'string' ? [step] : step)),
    subject: script.subject,
    classificationCode: script.code,
    handlingGrade: script.grade ?? 'biasa',
    securityClass: script.security ?? 'B',
    recipients: script.to.map(recipientFrom),
    carbonCopies: (script.cc ?? []).map(recipientFrom),
    body: script.body,
    annexes: script.annexes ?? [],
    answers: script.answers ?? null,
    timeline: script.timeline.map(stepFrom),
    finalState: script.ends,
  };
}

function recipientFrom(recipient: string | ExternalContact): DemoRecipient {
  return typeof recipient === 'string' ? { position: recipient } : recipient;
}

function stepFrom([workdaysBefore, time, action, by, text]: StepLine): DemoStep {
  return { workdaysBefore, time, action, by, text: text ?? null };
}
