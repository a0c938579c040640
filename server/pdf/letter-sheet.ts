import { z } from 'zod';

/** Emphasis that a letter may carry. */
export interface BodyMark {
  readonly type: 'bold' | 'italic' | 'underline';
}

export interface BodyText {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly BodyMark[] | undefined;
}

export interface BodyHardBreak {
  readonly type: 'hardBreak';
}

export type BodyInline = BodyText | BodyHardBreak;

export interface BodyParagraph {
  readonly type: 'paragraph';
  readonly attrs?: { readonly textAlign?: 'left' | 'center' | 'right' | 'justify' | null | undefined } | undefined;
  readonly content?: readonly BodyInline[] | undefined;
}

export interface BodyListItem {
  readonly type: 'listItem';
  readonly content: readonly BodyBlock[];
}

export interface BodyList {
  readonly type: 'orderedList' | 'bulletList';
  readonly attrs?: { readonly start?: number | null | undefined } | undefined;
  readonly content: readonly BodyListItem[];
}

export interface BodyTableCell {
  readonly type: 'tableCell' | 'tableHeader';
  readonly attrs?:
    | {
        readonly colspan?: number | undefined;
        readonly rowspan?: number | undefined;
        readonly colwidth?: readonly number[] | null | undefined;
      }
    | undefined;
  readonly content: readonly BodyBlock[];
}

export interface BodyTableRow {
  readonly type: 'tableRow';
  readonly content: readonly BodyTableCell[];
}

export interface BodyTable {
  readonly type: 'table';
  readonly content: readonly BodyTableRow[];
}

export type BodyBlock = BodyParagraph | BodyList | BodyTable;

/** Root of a Tiptap document. Its schema belongs to the letters feature; here it is trusted to be valid. */
export interface BodyDocument {
  readonly type: 'doc';
  readonly content: readonly BodyBlock[];
}

const line = z.string().max(500);
const requiredLine = line.min(1);

const letterhead = z.object({
  /** First line, e.g. `PEMERINTAH PROVINSI KALIMANTAN BARAT`. */
  government: requiredLine,
  /** Second, larger line, e.g. `DINAS KOMUNIKASI DAN INFORMATIKA`. */
  unitName: requiredLine,
  addressLines: z.array(line).max(4),
  /** SVG source; the drawing shipped in templates/ when absent. */
  emblemSvg: z.string().max(500_000).optional(),
});

const recipient = z.object({
  /** The addressee, one printed line each; the first stands beside "Yth.". */
  lines: z.array(line).min(1).max(6),
  /** Printed under "di -"; null leaves that part out (always left out on a nota dinas). */
  place: line.nullable(),
});

const signatory = z.object({
  /** Hangs left of the office: acting officials sign with it. */
  actingPrefix: z.enum(['Plt.', 'Plh.', 'Pj.', 'Pjs.']).nullable(),
  /** Whole first line of a mandate, e.g. `a.n. GUBERNUR KALIMANTAN BARAT`. */
  onBehalfLine: line.nullable(),
  /** Office that passed its mandate on, e.g. `SEKRETARIS DAERAH`; "u.b." is printed under it. */
  subDelegatedLine: line.nullable(),
  /** The signing office in capitals, without the closing comma. A line break is kept. */
  officeLine: requiredLine,
  name: requiredLine,
  /** Pangkat and golongan ruang, e.g. `Pembina Tingkat I (IV/b)`. */
  rank: line.nullable(),
  /** Printed as given, after "NIP ". */
  nip: line.nullable(),
  /** A governor signs with the name only: rank and NIP are never printed. */
  isRegionalHead: z.boolean(),
});

const verification = z.object({
  /** Content of the QR code. */
  url: z.url().max(300),
  /** `XXXX-XXXX-XXXX` */
  shortCode: z.string().max(20),
});

/** Everything that a letter template can see: typesetting reads no clock, database or setting beside it. */
export const letterSheetSchema = z.object({
  documentType: z.enum(['surat_dinas', 'nota_dinas']),
  /** `draft`: watermark and dashed signature box; `to_sign`: as `final`, but what is still unknown reads "saat TTE". */
  stage: z.enum(['draft', 'to_sign', 'final']),
  letterhead,
  /** Place of writing, printed before the date. */
  place: line,
  /** Business date `YYYY-MM-DD`; null prints dots and `expectedMonth`. */
  date: z.iso.date().nullable(),
  /** `YYYY-MM` shown while the date is unknown. */
  expectedMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable(),
  number: line.nullable(),
  /** Shown while the number is unknown, e.g. `500.12.11.2/……/DISKOMINFO/2026`. */
  numberPattern: line,
  /** Printed label: `Biasa`, `Segera`, `Sangat Segera`. */
  handlingGrade: line,
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  /** `1 (satu) berkas`, or `-`. */
  attachmentText: line,
  subject: z.string().min(1).max(1000),
  recipients: z.array(recipient).max(100),
  /** "Dari" of a nota dinas; null on other forms. */
  sender: line.nullable(),
  body: z.custom<BodyDocument>(
    (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
  ),
  signatory,
  carbonCopies: z.array(line).max(100),
  verification: verification.nullable(),
  footer: z.object({
    sentence: z.string().max(400),
    /** Prints "Dokumen demonstrasi, tanpa kekuatan hukum" on every page. */
    isDemo: z.boolean(),
  }),
});

export type LetterSheet = z.infer<typeof letterSheetSchema>;

/** Rectangle on a page, in PDF points with the origin at the bottom left; `page` counts from 1. */
export interface SignatureBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
