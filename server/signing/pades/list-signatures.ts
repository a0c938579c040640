import type { ByteRange } from './contents-gap.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import {
  isArray,
  isDict,
  isRef,
  isString,
  nameOf,
  type PdfEntries,
  PdfMalformed,
  type PdfRef,
  type PdfValue,
  sameValue,
} from './pdf/pdf-value.ts';
import { decodeText } from './pdf/write-value.ts';

export interface SignatureField {
  readonly ref: PdfRef;
  readonly field: PdfEntries;
  readonly fieldName: string;
  /** The signature dictionary; undefined for a field nobody has signed. */
  readonly signature: PdfEntries | undefined;
  readonly signatureRef: PdfRef | undefined;
}

const MAX_FIELDS = 5_000;
export const MAX_SIGNATURES = 64;

function readField(file: PdfFile, ref: PdfRef, field: PdfEntries, prefix: string): SignatureField | undefined {
  if (nameOf(file.resolve(field.get('FT'))) !== 'Sig') return undefined;
  const value = field.get('V');
  const signature = file.resolve(value);
  if (value !== undefined && !(isRef(value) && isDict(signature))) throw new PdfMalformed('Signature value');
  return {
    ref,
    field,
    fieldName: prefix,
    signature: isDict(signature) ? signature.entries : undefined,
    signatureRef: isRef(value) ? value : undefined,
  };
}

const TIMESTAMP_FILTER = 'ETSI.RFC3161';

export function isDocumentTimestamp({ signature }: SignatureField): boolean {
  return nameOf(signature?.get('SubFilter')) === TIMESTAMP_FILTER;
}

/** A certification of level 1 (DocMDP, ISO 32000-2 12.8.2.2): later signatures break it, validation data does not. */
export function forbidsFurtherSignatures(file: PdfFile, { signature }: SignatureField): boolean {
  return file.arrayOf(signature?.get('Reference')).some((item) => {
    const reference = file.dictOf(item);
    const level = file.resolve(file.dictOf(reference?.get('TransformParams'))?.get('P'));
    return nameOf(file.resolve(reference?.get('TransformMethod'))) === 'DocMDP' && level === 1;
  });
}

/** Every signature field of the form, signed or not, in the order of the form. */
export function listSignatureFields(file: PdfFile): SignatureField[] {
  const found: SignatureField[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue, prefix: string, depth: number): void => {
    const field = file.dictOf(node);
    if (!isRef(node) || field === undefined || seen.has(node.number)) return;
    seen.add(node.number);
    if (seen.size > MAX_FIELDS || depth > 30) throw new PdfMalformed('Form fields');
    const title = file.resolve(field.get('T'));
    const fieldName = [prefix, isString(title) ? decodeText(title.bytes) : ''].filter((part) => part !== '').join('.');
    const signatureField = readField(file, node, field, fieldName);
    if (signatureField !== undefined) found.push(signatureField);
    else for (const kid of file.arrayOf(field.get('Kids'))) visit(kid, fieldName, depth + 1);
  };
  for (const field of file.arrayOf(file.dictOf(file.root.get('AcroForm'))?.get('Fields'))) visit(field, '', 0);
  return found;
}

/** Four whole numbers, the gap being exactly the token of Contents. */
function statedRange(file: PdfFile, field: SignatureField): ByteRange | undefined {
  const stated = file.resolve(field.signature?.get('ByteRange'));
  const contents = field.signature?.get('Contents');
  const rest = isArray(stated) ? stated[3] : undefined;
  if (!isString(contents) || typeof rest !== 'number' || !Number.isInteger(rest) || rest < 1) return undefined;
  const range: ByteRange = [0, contents.start, contents.end, rest];
  return sameValue(stated, range) ? range : undefined;
}

/**
 * The byte range of a signature, when it is honest: starts at 0, leaves out exactly the hexadecimal token of Contents,
 * written by one hand in one case, and lies inside the file. Undefined otherwise.
 */
export function honestByteRange(file: PdfFile, field: SignatureField): ByteRange | undefined {
  const range = statedRange(file, field);
  const object = field.signatureRef === undefined ? undefined : file.object(field.signatureRef.number);
  if (range === undefined || object === undefined) return undefined;
  const [, gapStart, gapEnd, rest] = range;
  const end = gapEnd + rest;
  const isAround = object.start < gapStart && object.end > gapEnd && object.end <= end && end <= file.bytes.length;
  const gap = Buffer.from(file.bytes.subarray(gapStart, gapEnd)).toString('latin1');
  return isAround && /^<(?:[0-9a-f]*|[0-9A-F]*)>$/.test(gap) ? range : undefined;
}
