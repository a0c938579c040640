import { isProperUpdate } from './check-appended-bytes.ts';
import { isDocumentTimestamp, listSignatureFields, type SignatureField } from './list-signatures.ts';
import { listPages } from './pdf/list-pages.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { isDict, isRef, type PdfEntries, type PdfValue, sameValue } from './pdf/pdf-value.ts';
import type { XrefEntry } from './pdf/read-xref.ts';
import { walkReachable } from './pdf/walk-reachable.ts';

type Judgement = (before: PdfValue, after: PdfValue) => boolean;

interface Comparison {
  readonly signed: PdfFile;
  readonly full: PdfFile;
  /** Objects of signature fields that came, already signed, after the compared signature. */
  readonly newFields: ReadonlySet<number>;
}

const FIELD_KEYS = new Set(
  'Type Subtype FT T TU TM F Ff Rect P V AP AS DA Q MK BS Border Lock SV M NM Contents'.split(' '),
);
const SIGNED_LATER_KEYS = new Set(['V', 'AP', 'M', 'F']);
const DSS_KEYS = new Set(['Type', 'VRI', 'Certs', 'OCSPs', 'CRLs']);
const INFO_KEYS = new Set(['ModDate', 'Producer']);

function sameEntry(signed: PdfFile, full: PdfFile, number: number): boolean {
  const [before, after] = [signed.entries.get(number), full.entries.get(number)];
  if (before === undefined || after === undefined) return before === after;
  return before.kind === 'packed' ? samePacked(before, after, full, signed) : samePlain(before, after);
}

function samePlain(before: XrefEntry, after: XrefEntry): boolean {
  if (before.kind === 'free') return after.kind === 'free';
  return (
    before.kind === 'plain' &&
    after.kind === 'plain' &&
    before.offset === after.offset &&
    before.generation === after.generation
  );
}

function samePacked(before: XrefEntry & { kind: 'packed' }, after: XrefEntry, full: PdfFile, signed: PdfFile): boolean {
  if (after.kind !== 'packed' || after.container !== before.container || after.index !== before.index) return false;
  const [home, homeAfter] = [signed.entries.get(before.container), full.entries.get(before.container)];
  return home !== undefined && homeAfter !== undefined && samePlain(home, homeAfter);
}

/** Equal but for `keys`, whose values `judge` decides on. */
function sameBut(before: PdfValue, after: PdfValue, judges: ReadonlyMap<string, Judgement>): boolean {
  if (!isDict(before) || !isDict(after)) return false;
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return [...keys].every((key) => {
    const [old, current] = [before.entries.get(key) ?? null, after.entries.get(key) ?? null];
    return sameValue(old, current) || (judges.get(key)?.(old, current) ?? false);
  });
}

function anything(keys: ReadonlySet<string>): ReadonlyMap<string, Judgement> {
  return new Map([...keys].map((key) => [key, () => true]));
}

/** All old items in their old order, and beside them only new signature fields. */
function grewByFields({ signed, full, newFields }: Comparison): Judgement {
  return (before, after) => {
    const old = signed.arrayOf(before);
    const isNew = (item: PdfValue): boolean => isRef(item) && newFields.has(item.number);
    const kept = full.arrayOf(after).filter((item) => !isNew(item));
    return sameValue(old, kept);
  };
}

function formGrew(comparison: Comparison): Judgement {
  const { signed, full } = comparison;
  const fields = grewByFields(comparison);
  return (before, after) => {
    const [old, current] = [signed.resolve(before), full.resolve(after)];
    const judges = new Map<string, Judgement>([
      ['Fields', fields],
      ['SigFlags', () => true],
    ]);
    if (old !== null) return sameBut(old, current, judges);
    const fresh = new Map([...judges, ...anything(new Set(['DR', 'DA']))]);
    return sameBut({ kind: 'dict', entries: new Map() }, current, fresh);
  };
}

function isValidationStore({ full }: Comparison): Judgement {
  return (_before, after) => [...(full.dictOf(after)?.keys() ?? ['none'])].every((key) => DSS_KEYS.has(key));
}

function numberOf(value: PdfValue | undefined): number[] {
  return isRef(value) ? [value.number] : [];
}

/** For each object that an update may replace, what may become of it. */
function judgements(comparison: Comparison): Map<number, Judgement> {
  const { signed } = comparison;
  const judges = new Map<number, Judgement>();
  const grew = grewByFields(comparison);
  const form = formGrew(comparison);
  const allow = (value: PdfValue | undefined, judge: Judgement): void => {
    for (const number of numberOf(value)) judges.set(number, judge);
  };
  for (const field of listSignatureFields(signed)) {
    if (field.signature === undefined)
      allow(field.ref, (old, current) => sameBut(old, current, anything(SIGNED_LATER_KEYS)));
  }
  for (const { ref, entries } of listPages(signed)) {
    allow(entries.get('Annots'), grew);
    allow(ref, (old, current) => sameBut(old, current, new Map([['Annots', grew]])));
  }
  const acroForm = signed.root.get('AcroForm');
  allow(signed.dictOf(acroForm)?.get('Fields'), grew);
  allow(acroForm, form);
  allow(signed.trailer.get('Info'), (old, current) => sameBut(old, current, anything(INFO_KEYS)));
  const catalog = new Map([
    ...anything(new Set(['Extensions', 'Version'])),
    ['AcroForm', form],
    ['DSS', isValidationStore(comparison)],
  ] as [string, Judgement][]);
  allow(signed.rootRef, (old, current) => sameBut(old, current, catalog));
  return judges;
}

function isPlainField({ field, signature }: SignatureField): boolean {
  return signature !== undefined && [...field.keys()].every((key) => FIELD_KEYS.has(key));
}

function withoutStore(root: PdfEntries): PdfValue[] {
  return [...root].filter(([key]) => key !== 'DSS').map(([, value]) => value);
}

function isAllowed(comparison: Comparison, number: number, judge: Judgement | undefined): boolean {
  const { signed, full } = comparison;
  const [before, after] = [signed.object(number), full.object(number)];
  if (before === undefined || after === undefined) return before === after;
  if (before.generation !== after.generation) return false;
  return sameValue(before.value, after.value) || judge?.(before.value, after.value) === true;
}

/**
 * Whether everything that readers see of `signed` is the same in `full`, which begins with its bytes. Added may be
 * signature fields that are signed, validation data (DSS) and document timestamps; anything else is a change. With
 * `onlyTimestamps` signatures are a change too.
 */
export function isUnchangedSince(signed: PdfFile, full: PdfFile, onlyTimestamps = false): boolean {
  if (!isProperUpdate(signed, full) || !sameValue(signed.rootRef, full.rootRef)) return false;
  if (!sameValue(signed.trailer.get('Info') ?? null, full.trailer.get('Info') ?? null)) return false;
  const roots = [signed.rootRef, signed.trailer.get('Info') ?? null];
  const seen = walkReachable(signed, [...withoutStore(signed.root), signed.trailer.get('Info') ?? null]);
  for (const number of roots.flatMap(numberOf)) seen.add(number);
  const isNew = ({ ref }: SignatureField): boolean => !seen.has(ref.number);
  const fields = listSignatureFields(full)
    .filter((field) => isNew(field) && isPlainField(field))
    .filter((field) => !onlyTimestamps || isDocumentTimestamp(field));
  const comparison = { signed, full, newFields: new Set(fields.map(({ ref }) => ref.number)) };
  const judges = judgements(comparison);
  return [...seen].every(
    (number) => sameEntry(signed, full, number) || isAllowed(comparison, number, judges.get(number)),
  );
}
