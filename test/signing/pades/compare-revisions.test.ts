import { expect } from 'chai';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import type { NewObject } from '../../../server/signing/pades/pdf/append-revision.ts';
import { dict, isArray, name, type PdfValue, ref } from '../../../server/signing/pades/pdf/pdf-value.ts';
import { textString, writeValue } from '../../../server/signing/pades/pdf/write-value.ts';
import { verifySignedPdf } from '../../../server/signing/pades/verify-signed-pdf.ts';
import {
  addDocumentTimestamp,
  addValidationStore,
  append,
  numberOf,
  replaced,
  resign,
  streamObject,
  TEXT,
  type Update,
} from '../forged-updates.ts';
import {
  makeAuthority,
  NOW,
  type SampleAuthority,
  samplePdf,
  signSample,
  signTimestamped,
} from '../sample-authority.ts';

type Attack = (update: Update) => readonly NewObject[];

const itemsOf = (value: PdfValue | undefined): readonly PdfValue[] => (isArray(value) ? value : []);

const widget = (number: number, more: Record<string, PdfValue>): NewObject => ({
  number,
  generation: 0,
  body: writeValue(dict({ Type: name('Annot'), Subtype: name('Widget'), Rect: [0, 0, 500, 500], ...more })),
});

function addAnnotation(
  { file, firstPage, next }: Update,
  make: (number: number) => NewObject,
  inForm: boolean,
): NewObject[] {
  const number = next();
  const annotations = firstPage.entries.get('Annots');
  const extended = [...file.arrayOf(annotations), ref(number)];
  const form = file.dictOf(file.root.get('AcroForm'))!;
  const fields = {
    kind: 'dict',
    entries: new Map([...form, ['Fields', [...file.arrayOf(form.get('Fields')), ref(number)]]]),
  } as const;
  return [
    make(number),
    replaced(firstPage.ref, firstPage.entries, { Annots: extended }),
    ...(inForm ? [replaced(file.rootRef, file.root, { AcroForm: fields })] : []),
  ];
}

const ATTACKS: Record<string, Attack> = {
  'text drawn by a further content stream': ({ firstPage, next }) => {
    const number = next();
    const contents = firstPage.entries.get('Contents') ?? null;
    const all = [...(isArray(contents) ? contents : [contents]), ref(number)];
    return [streamObject(number, TEXT), replaced(firstPage.ref, firstPage.entries, { Contents: all })];
  },
  'a content stream put in place of the old one': ({ file, firstPage }) => {
    const contents = firstPage.entries.get('Contents');
    const target = numberOf(itemsOf(contents)[0] ?? contents);
    expect(file.object(target.number)).not.to.equal(undefined);
    return [streamObject(target.number, TEXT)];
  },
  'other resources for the page': ({ firstPage }) => [
    replaced(firstPage.ref, firstPage.entries, { Resources: dict({}) }),
  ],
  'another page size': ({ firstPage }) => [replaced(firstPage.ref, firstPage.entries, { MediaBox: [0, 0, 100, 100] })],
  'a page taken out of the page tree': ({ file, root }) => {
    const pages = numberOf(root.get('Pages'));
    const entries = file.dictOf(pages)!;
    return [replaced(pages, entries, { Kids: itemsOf(entries.get('Kids')).slice(1), Count: 1 })];
  },
  'another page tree under the catalog': ({ file, root, next }) => {
    const number = next();
    const pages = file.dictOf(root.get('Pages'))!;
    return [replaced(ref(number), pages, { Count: 2 }), replaced(file.rootRef, root, { Pages: ref(number) })];
  },
  'a script that runs on opening': ({ file, root }) => [
    replaced(file.rootRef, root, { OpenAction: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) }),
  ],
  'a free text annotation': (update) =>
    addAnnotation(
      update,
      (number) => widget(number, { Subtype: name('FreeText'), Contents: textString('dibatalkan') }),
      false,
    ),
  'a form field with text': (update) =>
    addAnnotation(
      update,
      (number) => widget(number, { FT: name('Tx'), T: textString('x'), V: textString('Rp 9') }),
      true,
    ),
  'a signature field that nobody signed, drawn over the page': (update) =>
    addAnnotation(update, (number) => widget(number, { FT: name('Sig'), T: textString('kosong') }), true),
  'an annotation taken off the page': ({ firstPage }) => [replaced(firstPage.ref, firstPage.entries, { Annots: [] })],
  'the fields of the form listed twice': ({ file, root }) => {
    const form = file.dictOf(root.get('AcroForm'))!;
    const fields = itemsOf(form.get('Fields'));
    const changed = { kind: 'dict', entries: new Map([...form, ['Fields', [...fields, ...fields]]]) } as const;
    return [replaced(file.rootRef, root, { AcroForm: changed })];
  },
  'appearances that readers shall make anew': ({ file, root }) => {
    const form = file.dictOf(root.get('AcroForm'))!;
    const changed = { kind: 'dict', entries: new Map([...form, ['NeedAppearances', true]]) } as const;
    return [replaced(file.rootRef, root, { AcroForm: changed })];
  },
  'an appearance drawn into the signed widget': ({ file, firstPage }) => {
    const field = numberOf(file.arrayOf(firstPage.entries.get('Annots'))[0]);
    const appearance = numberOf(file.dictOf(file.dictOf(field)?.get('AP'))?.get('N'));
    return [
      streamObject(appearance.number, TEXT, { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 600, 800] }),
    ];
  },
  'the widget moved': ({ file, firstPage }) => {
    const field = numberOf(file.arrayOf(firstPage.entries.get('Annots'))[0]);
    return [replaced(field, file.dictOf(field)!, { Rect: [0, 0, 1, 1] })];
  },
  'another title': ({ file }) => {
    const info = numberOf(file.trailer.get('Info'));
    return [replaced(info, file.dictOf(info)!, { Title: textString('Surat lain') })];
  },
  'a validation store with something else in it': ({ file, root }) => [
    replaced(file.rootRef, root, { DSS: dict({ Certs: [], AA: dict({}) }) }),
  ],
  'an object that the signed pages refer to but that was missing': ({ firstPage }) => {
    const missing = numberOf(itemsOf(firstPage.entries.get('Contents')).at(-1));
    return [streamObject(missing.number, TEXT)];
  },
};

describe('what was added after a signature', () => {
  let sample: SampleAuthority;
  let keystore: Keystore;
  const signed: Uint8Array[] = [];
  before(async () => {
    sample = await makeAuthority();
    keystore = await sample.issue();
    for (const useObjectStreams of [false, true]) {
      const plain = await samplePdf({ useObjectStreams });
      const pdf = append(plain, ({ firstPage }) => {
        const contents = firstPage.entries.get('Contents') ?? null;
        const all = [...(isArray(contents) ? contents : [contents]), ref(9000)];
        return [replaced(firstPage.ref, firstPage.entries, { Contents: all })];
      });
      signed.push(await signTimestamped(sample, keystore, { pdf }));
    }
  });
  after(() => sample.remove());

  const verdict = (pdf: Uint8Array): string => verifySignedPdf(pdf, { trustAnchors: [sample.root], now: NOW }).verdict;

  it('starts from letters that are valid', () => {
    expect(signed.map(verdict)).to.deep.equal(['valid', 'valid']);
  });

  for (const [what, attack] of Object.entries(ATTACKS)) {
    it(`is a change: ${what}`, () => {
      for (const pdf of signed) expect(verdict(append(pdf, attack))).to.equal('changed');
    });
  }

  it('is a change also when a valid signature follows it', async () => {
    for (const attack of Object.values(ATTACKS)) {
      const pdf = append(signed[0]!, attack);
      const again = await signSample(keystore, { pdf, fieldName: 'TandaTangan2' });
      expect(verdict(again)).to.equal('changed');
    }
  });

  it('is no change: a modification date, an empty update, an object nobody refers to', () => {
    for (const pdf of signed) {
      const dated = append(pdf, ({ file }) => {
        const info = numberOf(file.trailer.get('Info'));
        return [replaced(info, file.dictOf(info)!, { ModDate: textString('D:20270101000000Z') })];
      });
      expect(verdict(dated)).to.equal('valid');
      expect(verdict(append(pdf, ({ next }) => [streamObject(next(), TEXT)]))).to.equal('valid');
      expect(verdict(Buffer.concat([pdf, Buffer.from('\r\n')]))).to.equal('valid');
    }
  });

  it('may be a document timestamp but no signature after a certification that forbids changes', async () => {
    const certified = '/Reference [<</TransformMethod /DocMDP /TransformParams <</P 1>>>>]';
    const room = '/Location ('.length + 1;
    const filler = 'x'.repeat(certified.length - room);
    const text = Buffer.from(await signSample(keystore, { location: filler })).toString('latin1');
    const pdf = resign(Buffer.from(text.replace(`/Location (${filler})`, certified), 'latin1'), keystore);
    expect(Buffer.from(pdf).toString('latin1')).to.contain('/DocMDP');
    expect(verdict(pdf)).to.equal('valid');
    expect(verdict(await addDocumentTimestamp(pdf, sample.stamp()))).to.equal('valid');
    expect(verdict(await signSample(keystore, { pdf, fieldName: 'TandaTangan2' }))).to.equal('changed');
  });

  it('does not let a validation store change a page content that it refers to as well', async () => {
    const prepared = append(await samplePdf(), ({ file, root, firstPage }) => {
      const contents = firstPage.entries.get('Contents');
      const content = itemsOf(contents)[0] ?? contents ?? null;
      return [replaced(file.rootRef, root, { DSS: dict({ Certs: [content] }) })];
    });
    const pdf = await signTimestamped(sample, keystore, { pdf: prepared });
    expect(verdict(pdf)).to.equal('valid');
    expect(verdict(append(pdf, ATTACKS['a content stream put in place of the old one']!))).to.equal('changed');
    expect(verdict(addValidationStore(pdf, [sample.authority.issuing.certificate.raw], []))).to.equal('valid');
  });

  it('is never valid with bytes behind the end, outside objects, or under another chain of sections', () => {
    const [pdf] = signed;
    const junk = Buffer.from('99 0 obj\n<<>>\nendobj\n');
    expect(verdict(Buffer.concat([pdf!, junk]))).not.to.equal('valid');
    const update = append(pdf!, ({ next }) => [streamObject(next(), TEXT)]);
    const at = Buffer.from(update).lastIndexOf('xref\n', update.length - 20);
    const stuffed = Buffer.concat([update.subarray(0, at), junk, update.subarray(at)]);
    const startxref = stuffed.lastIndexOf('startxref\n');
    const moved = Buffer.concat([
      stuffed.subarray(0, startxref),
      Buffer.from(`startxref\n${at + junk.length}\n%%EOF\n`),
    ]);
    expect(verdict(moved)).to.equal('changed');
    const chain = Buffer.from(update)
      .toString('latin1')
      .replace(/\/Prev \d+(?=[^]{0,40}startxref\n\d+\n%%EOF\n$)/, '/Prev 0000');
    expect(verdict(Buffer.from(chain, 'latin1'))).not.to.equal('valid');
  });
});
