import type { NewObject } from './pdf/append-revision.ts';
import { nextObjectNumber } from './pdf/append-revision.ts';
import { listPages, type PdfPage } from './pdf/list-pages.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { dict, isArray, isRef, isString, name, type PdfRef, type PdfValue, ref } from './pdf/pdf-value.ts';
import { textString, writeValue } from './pdf/write-value.ts';
import type { SignatureBox } from './prepare-and-sign.ts';
import { SigningRefused } from './signing-refused.ts';

export interface FieldPlacement {
  readonly objects: readonly NewObject[];
  /** Number kept for the signature dictionary, which the caller writes. */
  readonly signatureNumber: number;
}

/** Print (4) and Locked (128); PDF/A wants Print and nothing that hides. */
const WIDGET_FLAGS = 132;
/** SignaturesExist and AppendOnly. */
const SIGNATURE_FLAGS = 3;

function changed(file: PdfFile, target: PdfRef, value: PdfValue): NewObject {
  const generation = file.object(target.number)?.generation ?? 0;
  return { number: target.number, generation, body: writeValue(value) };
}

function addToPage(file: PdfFile, page: PdfPage, widget: PdfRef): NewObject {
  const annotations = page.entries.get('Annots');
  const extended = [...file.arrayOf(annotations), widget];
  if (isRef(annotations) && isArray(file.resolve(annotations))) return changed(file, annotations, extended);
  return changed(file, page.ref, { kind: 'dict', entries: new Map([...page.entries, ['Annots', extended]]) });
}

function addToForm(file: PdfFile, widget: PdfRef): NewObject {
  const form = file.root.get('AcroForm');
  const current = file.dictOf(form) ?? new Map<string, PdfValue>();
  const fields = [...file.arrayOf(current.get('Fields')), widget];
  const entries = new Map([...current, ['Fields', fields], ['SigFlags', SIGNATURE_FLAGS]] as [string, PdfValue][]);
  const extended: PdfValue = { kind: 'dict', entries };
  if (isRef(form) && file.dictOf(form) !== undefined) return changed(file, form, extended);
  const root: PdfValue = { kind: 'dict', entries: new Map([...file.root, ['AcroForm', extended]]) };
  return changed(file, file.rootRef, root);
}

function fieldNames(file: PdfFile): string[] {
  const fields = file.arrayOf(file.dictOf(file.root.get('AcroForm'))?.get('Fields'));
  return fields.map((field) => {
    const title = file.resolve(file.dictOf(field)?.get('T'));
    return isString(title) ? writeValue(title) : '';
  });
}

function requirePage(file: PdfFile, number: number): PdfPage {
  const page = listPages(file)[number - 1];
  if (page === undefined) throw new SigningRefused(`Halaman ${number} untuk tanda tangan tidak ada dalam berkas.`);
  return page;
}

/** A widget with an empty appearance, so that what the letter itself draws in the box stays visible. */
export function placeSignatureField(file: PdfFile, box: SignatureBox, fieldName: string): FieldPlacement {
  const title = textString(fieldName);
  if (fieldName === '' || fieldName.includes('.') || fieldNames(file).includes(writeValue(title))) {
    throw new SigningRefused(`Nama bidang tanda tangan "${fieldName}" sudah dipakai atau tidak sah.`);
  }
  const page = requirePage(file, box.page);
  const first = nextObjectNumber(file);
  const [signature, widget, appearance] = [ref(first), ref(first + 1), ref(first + 2)];
  const field = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: title,
    F: WIDGET_FLAGS,
    Rect: [box.x, box.y, box.x + box.width, box.y + box.height],
    P: page.ref,
    V: signature,
    AP: dict({ N: appearance }),
  });
  const form = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, box.width, box.height],
    Resources: dict({}),
    Length: 0,
  });
  const objects = [
    { number: widget.number, generation: 0, body: writeValue(field) },
    { number: appearance.number, generation: 0, body: `${writeValue(form)}\nstream\n\nendstream` },
    addToPage(file, page, widget),
    addToForm(file, widget),
  ];
  return { objects, signatureNumber: signature.number };
}
