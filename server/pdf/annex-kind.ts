export type AnnexKind = 'pdf' | 'png' | 'jpeg';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** Readers accept a PDF header anywhere in the first kilobyte (ISO 32000-1, Annex H, note 13). */
const PDF_HEADER_WITHIN = 1024;

/** What the first bytes say that a file is; null for anything that cannot be an annex. */
export function annexKind(bytes: Uint8Array): AnnexKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN));
  if (head.subarray(0, PNG.length).equals(PNG)) return 'png';
  if (head.subarray(0, JPEG.length).equals(JPEG)) return 'jpeg';
  return head.includes('%PDF-', 0, 'latin1') ? 'pdf' : null;
}
