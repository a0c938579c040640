import type { LetterDates } from '../letter-dates.ts';

/** An office outside the agency as its letterhead and signature name it. Invented; no real person. */
export interface OutsideSender {
  readonly government: string;
  readonly unitName: string;
  readonly addressLines: readonly string[];
  readonly place: string;
  /** Above the signature, in capitals. */
  readonly office: string;
  readonly signatory: string;
  /** As the agenda names them. */
  readonly title: string;
  readonly organisation: string;
}

export interface DemoDisposition {
  readonly to: readonly {
    readonly position: string;
    readonly instructions: readonly string[];
    readonly note?: string;
    /** Workdays after the day of the step. */
    readonly dueIn?: number;
    readonly isPic?: boolean;
    readonly isPrivate?: boolean;
  }[];
}

export type IncomingStepLine = readonly [
  workdaysBefore: number,
  time: string,
  by: string,
  what:
    | { readonly upload: 'pdf' | 'scan' }
    | { readonly register: true; readonly to?: readonly string[]; readonly cc?: readonly string[] }
    | { readonly direct: readonly string[] }
    | { readonly read: true }
    | { readonly dispose: DemoDisposition }
    | { readonly open: true }
    | { readonly report: string; readonly isFinal: boolean; readonly annex?: string }
    | { readonly say: string; readonly to: string }
    | { readonly close: true }
    | { readonly finish: string }
    | { readonly cancel: string },
];

export interface DemoIncoming {
  readonly key: string;
  readonly sender: OutsideSender;
  readonly number: string;
  /** Workdays before the start of the demonstration. */
  readonly written: number;
  readonly subject: string;
  readonly summary: string;
  readonly attachmentNote: string;
  readonly addressee: string;
  readonly code: string | null;
  readonly grade: 'biasa' | 'segera' | 'sangat_segera';
  readonly security: 'B' | 'T' | 'R';
  readonly channel: 'counter' | 'courier' | 'post' | 'email' | 'srikandi';
  readonly body: (on: LetterDates) => readonly string[];
  readonly timeline: readonly IncomingStepLine[];
}
