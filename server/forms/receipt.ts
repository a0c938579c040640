import type { FormLetterhead, PrintMark } from './form-parts.ts';

/** Bukti penerimaan: what the person at the counter takes home. */
export interface Receipt extends PrintMark {
  readonly letterhead: FormLetterhead;
  readonly agendaNumber: string;
  readonly agendaYear: number;
  /** Instant. */
  readonly receivedAt: string;
  readonly sender: string;
  readonly letterNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly letterDate: string | null;
  readonly subject: string;
  /** `1 (satu) berkas`, or `-`. */
  readonly attachmentText: string;
  /** How it came, e.g. `Loket persuratan (diantar langsung)`. */
  readonly channel: string;
  readonly receivedBy: string;
  readonly trackingCode: string;
  /** Content of the QR code. */
  readonly trackingUrl: string;
  /** Where the code can be typed, as printed: `lontar.contoh.go.id/lacak`. */
  readonly trackingPage: string;
  /** Telephone or mail address for questions; null leaves the sentence out. */
  readonly contact: string | null;
}
