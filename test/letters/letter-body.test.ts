import { expect } from 'chai';
import fc from 'fast-check';
import { checkLetterBody, isEmptyBody, type BodyProblem, type LetterBody } from '../../server/letters/letter-body.ts';
import { anyBody, anyTable, doc, item, ordered, paragraph, table } from './letter-body-samples.ts';

function accepted(value: unknown): LetterBody {
  const result = checkLetterBody(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.body;
}

function refused(value: unknown, isPrintable?: (char: string) => boolean): BodyProblem {
  const result = checkLetterBody(value, isPrintable ? { isPrintable } : {});
  if (result.ok) throw new Error('the body was accepted');
  return result.problems[0]!;
}

function nestedList(levels: number): unknown {
  let list = ordered(item('paling dalam'));
  for (let level = 1; level < levels; level += 1) list = ordered(item(`tingkat ${levels - level}`, list));
  return doc(paragraph('Pembuka'), list);
}

/** Every object inside a JSON value, the value itself first. */
function nodesOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesOf)];
}

function typed(body: LetterBody, ...types: string[]): Record<string, unknown>[] {
  return nodesOf(body).filter((node) => types.includes(String(node['type'])));
}

describe('letter body', () => {
  describe('what it accepts', () => {
    it('accepts every body the schema can make, and changes nothing on a second pass', () => {
      fc.assert(
        fc.property(anyBody, (body) => {
          const once = accepted(body);
          expect(accepted(structuredClone(once))).to.deep.equal(once);
        }),
        { numRuns: 300 },
      );
    });

    it('keeps tables with merged cells as they are', () => {
      fc.assert(
        fc.property(anyTable, (drawn) => {
          expect(accepted(doc(drawn)).content[0]).to.have.property('type', 'table');
        }),
        { numRuns: 200 },
      );
    });

    it('leaves out what the editor writes for defaults', () => {
      const body = accepted({
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text: 'Isi', marks: [] }] },
          {
            type: 'orderedList',
            attrs: { start: 1, type: null },
            content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { textAlign: null } }] }],
          },
          { type: 'paragraph', attrs: { textAlign: null } },
        ],
      });
      expect(body).to.deep.equal(doc(paragraph('Isi'), ordered(item(''))));
    });

    it('joins neighbouring runs with the same marks and orders the marks', () => {
      const body = accepted({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'wheel ', marks: [{ type: 'italic' }, { type: 'bold' }] },
              { type: 'text', text: 'loader', marks: [{ type: 'bold' }, { type: 'italic' }, { type: 'bold' }] },
            ],
          },
        ],
      });
      expect(body.content[0]).to.deep.equal({
        type: 'paragraph',
        content: [{ type: 'text', text: 'wheel loader', marks: [{ type: 'bold' }, { type: 'italic' }] }],
      });
    });

    it('takes out control, bidi and zero-width characters and composes accents', () => {
      const body = accepted(doc(paragraph('nomor\u202e\u200b\u00ad 7\u0007\ttahun cafe\u0301')));
      expect(body).to.deep.equal(doc(paragraph('nomor 7 tahun caf\u00e9')));
    });

    it('composes an accent that stood in its own run', () => {
      const split = {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'cafe' },
          { type: 'text', text: '\u0301' },
        ],
      };
      expect(accepted({ type: 'doc', content: [split] })).to.deep.equal(doc(paragraph('caf\u00e9')));
    });

    it('drops blank paragraphs at the end only', () => {
      const body = accepted(doc(paragraph(''), paragraph('Isi'), paragraph(''), paragraph('')));
      expect(body).to.deep.equal(doc(paragraph(''), paragraph('Isi')));
    });
  });

  describe('what it refuses', () => {
    it('refuses a value that is no document', () => {
      for (const value of [null, 7, 'teks', [], {}, { type: 'paragraph' }]) {
        expect(refused(value)).to.include({ code: 'not_a_document', path: '', place: '' });
      }
    });

    it('refuses a 30-level list and names the item where the seventh level begins', () => {
      const problem = refused(nestedList(30));
      expect(problem.code).to.equal('list_too_deep');
      expect(problem.place).to.equal('daftar 1, butir 1.a.1)a)(1)(a)');
      expect(problem.message).to.contain('6 tingkat');
      expect(checkLetterBody(nestedList(6)).ok).to.equal(true);
    });

    it('survives nesting deeper than the stack', () => {
      let node: unknown = { type: 'paragraph' };
      for (let level = 0; level < 50_000; level += 1) node = { type: 'orderedList', content: [node] };
      expect(refused({ type: 'doc', content: [node] }).code).to.equal('too_large');
    });

    it('names the paragraph and the word of a character without a glyph', () => {
      const body = doc(paragraph('Pembuka.'), paragraph('Rapat pukul 9 \u{1F600}tepat'));
      const problem = refused(body, (char) => char !== '\u{1F600}');
      expect(problem).to.include({ code: 'unprintable', path: 'content/1', place: 'alinea 2, kata “\u{1F600}tepat”' });
      expect(problem.message).to.contain('U+1F600').and.to.contain('tidak dapat dicetak');
    });

    it('refuses private-use characters and lone surrogates whatever the font says', () => {
      expect(refused(doc(paragraph('logo \ue000'))).message).to.contain('U+E000');
      expect(refused(doc(paragraph('rusak \ud83d'))).message).to.contain('U+D83D');
    });

    it('counts places as a reader does, through lists and tables', () => {
      const broken = paragraph('x\ue000');
      const nested = ordered(item('c'), { type: 'listItem', content: [broken] });
      expect(refused(doc(ordered(item('a'), item('b', nested)))).place).to.equal('daftar 1, butir 2.b., kata “x□”');
      const sheet = table(['No.', 'Alat'], ['1', 'x\ue000']);
      expect(refused(doc(paragraph('Jadwal:'), sheet)).place).to.equal('tabel 1, baris 2 kolom 2, kata “x□”');
    });

    it('refuses links, headings and images in words a writer can follow', () => {
      const link = { type: 'text', text: 'klik', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] };
      expect(refused({ type: 'doc', content: [{ type: 'paragraph', content: [link] }] })).to.deep.include({
        code: 'unknown_mark',
        place: 'alinea 1, teks “klik”',
        message: 'Tautan tidak dapat dimuat dalam naskah dinas. Tulis alamatnya sebagai teks biasa.',
      });
      expect(refused({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }).message).to.contain('Judul');
      expect(refused({ type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] }).message).to.contain('Gambar');
    });

    it('refuses a table whose rows do not fill a rectangle', () => {
      const problem = refused(doc(table(['No.', 'Alat'], ['1'])));
      expect(problem).to.include({ code: 'table_not_rectangular', place: 'tabel 1, baris 2' });
      const overhang = table(['No.', 'Alat']);
      overhang.content[0]!.content[0]!.attrs = { rowspan: 3 };
      expect(refused(doc(overhang)).code).to.equal('table_not_rectangular');
    });

    it('refuses tables over 12 columns or 200 rows, and tables in tables', () => {
      const row = (columns: number): string[] => new Array<string>(columns).fill('x');
      expect(refused(doc(table(row(13)))).code).to.equal('table_too_wide');
      expect(checkLetterBody(doc(table(row(12)))).ok).to.equal(true);
      expect(refused(doc(table(...new Array<string[]>(201).fill(['x'])))).code).to.equal('table_too_long');
      expect(checkLetterBody(doc(table(...new Array<string[]>(200).fill(['x'])))).ok).to.equal(true);
      const outer = {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [table(['x'])] }] }],
      };
      expect(refused({ type: 'doc', content: [outer] }).code).to.equal('bad_structure');
    });

    it('refuses more than 60,000 characters and more than 256 kB', () => {
      const long = (length: number): LetterBody => doc(paragraph('a'.repeat(length)));
      expect(checkLetterBody(long(60_000)).ok).to.equal(true);
      expect(refused(long(60_001))).to.include({ code: 'too_long' });
      expect(refused(long(270_000))).to.include({ code: 'too_large' });
    });

    it('reports at most twenty problems', () => {
      const result = checkLetterBody(doc(...Array.from({ length: 80 }, () => paragraph('\ue000'))));
      expect(result.ok ? [] : result.problems).to.have.lengthOf(20);
    });
  });

  describe('mutations of a valid body', () => {
    const mutations: Record<string, (body: LetterBody) => boolean> = {
      'an unknown attribute': (body) => {
        typed(body, 'paragraph')[0]!['attrs'] = { style: 'color:red' };
        return true;
      },
      'an unknown mark': (body) => {
        const run = typed(body, 'text')[0];
        if (run) run['marks'] = [{ type: 'code' }];
        return run !== undefined;
      },
      'an unknown node': (body) => {
        body.content.push({ type: 'iframe' } as never);
        return true;
      },
      'an unknown alignment': (body) => {
        typed(body, 'paragraph')[0]!['attrs'] = { textAlign: 'start' };
        return true;
      },
      'a text that is no string': (body) => {
        const run = typed(body, 'text')[0];
        if (run) run['text'] = 7;
        return run !== undefined;
      },
      'a content that is no list': (body) => {
        typed(body, 'paragraph')[0]!['content'] = { type: 'text', text: 'x' };
        return true;
      },
      'a list without items': (body) => {
        const list = typed(body, 'orderedList', 'bulletList')[0];
        if (list) list['content'] = [];
        return list !== undefined;
      },
      'one cell too many': (body) => {
        const rows = typed(body, 'table').map((node) => node['content'] as { content: unknown[] }[]);
        const row = rows.find((lines) => lines.length > 1)?.[0];
        row?.content.push({ type: 'tableCell', content: [{ type: 'paragraph' }] });
        return row !== undefined;
      },
      'a span that is no whole number': (body) => {
        const cell = typed(body, 'tableCell', 'tableHeader')[0];
        if (cell) cell['attrs'] = { colspan: 1.5 };
        return cell !== undefined;
      },
      'an extra key': (body) => {
        typed(body, 'paragraph')[0]!['onclick'] = 'x';
        return true;
      },
    };

    for (const [name, mutate] of Object.entries(mutations)) {
      it(`refuses ${name}`, () => {
        let refusals = 0;
        fc.assert(
          fc.property(anyBody, (body) => {
            const mutant = structuredClone(body);
            if (typed(mutant, 'paragraph').length === 0 || !mutate(mutant)) return;
            refusals += 1;
            expect(refused(mutant).message).to.match(/\.$/);
          }),
          { numRuns: 100 },
        );
        expect(refusals).to.be.greaterThan(0);
      });
    }

    it('normalises invisible characters anywhere to the body without them', () => {
      fc.assert(
        fc.property(anyBody, fc.constantFrom('\u200b', '\u202e', '\u0000', '\ufeff', '\u2066'), (body, invisible) => {
          const mutant = structuredClone(body);
          for (const run of typed(mutant, 'text')) run['text'] = `${invisible}${String(run['text'])}${invisible}`;
          expect(accepted(mutant)).to.deep.equal(accepted(body));
        }),
        { numRuns: 100 },
      );
    });
  });

  describe('isEmptyBody', () => {
    it('is true for bodies that print nothing', () => {
      expect(isEmptyBody(accepted({ type: 'doc' }))).to.equal(true);
      expect(isEmptyBody(accepted(doc(ordered(item(' ')), table(['', '']))))).to.equal(true);
      expect(isEmptyBody(accepted(doc(table(['', 'x']))))).to.equal(false);
    });
  });
});
