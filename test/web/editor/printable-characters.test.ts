import { expect } from 'chai';
import { isPrintable as isInFonts } from '../../../server/pdf/find-unprintable.ts';
import { isPrintable } from '../../../web/src/editor/printable-characters.ts';

/** Characters that checkLetterBody strips or refuses before it asks whether a font draws them. */
const decidedElsewhere = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;

describe('printable characters of the editor', () => {
  it('are the ones that the fonts of the letters draw', () => {
    const different: string[] = [];
    for (let code = 0x20; code <= 0x1ffff; code += 1) {
      const char = String.fromCodePoint(code);
      if (decidedElsewhere.test(char)) continue;
      if (isPrintable(char) !== isInFonts(char)) different.push(code.toString(16));
    }
    expect(different).to.deep.equal([]);
  });

  it('are the letters of Indonesian and its neighbours, not emoji', () => {
    expect(Array.from('Aé–“”½’°€−≤').every(isPrintable)).to.equal(true);
    expect(Array.from('😀漢あ').some(isPrintable)).to.equal(false);
  });
});
