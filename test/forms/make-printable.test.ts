import { expect } from 'chai';
import fc from 'fast-check';
import { makePrintable } from '../../server/forms/make-printable.ts';
import { findUnprintable } from '../../server/pdf/find-unprintable.ts';

describe('makePrintable', () => {
  it('leaves nothing that cannot be printed, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(findUnprintable(makePrintable({ texts: [text] }).texts[0] ?? '')).to.deep.equal([]);
      }),
    );
  });

  it('adds places to break to long codes and endless words, and changes no ordinary word', () => {
    const shown = (text: string) => makePrintable(text).replaceAll('\u200b', '|');
    expect(shown('pertanggungjawaban Kepala Dinas')).to.equal('pertanggungjawaban Kepala Dinas');
    expect(shown('500.12.11.2/880/DISKOMINFO/2026')).to.equal('500.|12.|11.|2/|880/|DISKOMINFO/|2026');
    expect(shown('ABCDEFGHIJKLMNOP/2026')).to.equal('ABCDEFGHIJ|KLMNOP/|2026');
    expect(shown('a'.repeat(50))).to.equal(`${'a'.repeat(22)}|${'a'.repeat(22)}|${'a'.repeat(6)}`);
  });

  it('leaves drawings, numbers and nothing alone', () => {
    const data = { qrSvg: '<svg>😀</svg>', count: 3, none: null, isOn: true };
    expect(makePrintable(data)).to.deep.equal(data);
  });
});
