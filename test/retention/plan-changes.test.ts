import { expect } from 'chai';
import fc from 'fast-check';
import { compareCodes, groupsOf, planChanges, type Plan } from '../../server/retention/plan-changes.ts';
import { readRows } from '../../server/retention/read-rows.ts';
import type { CodeFacts } from '../../server/retention/retention-shapes.ts';

const facts = (name: string, parentCode: string | null, more: Partial<CodeFacts> = {}): CodeFacts => ({
  ...{ name, parentCode, rule: null, securityClass: 'B', accessNote: '' },
  ...more,
});
const RULE = { activeYears: 2, inactiveYears: 3, triggerEvent: '', finalAction: 'destroy', exceptionNote: '' } as const;

const IN_FORCE = new Map([
  ['000', facts('Umum', null)],
  ['000.1', facts('Tata usaha', '000', { rule: RULE })],
  ['000.1.1', facts('Telepon', '000.1')],
  ['000.2', facts('Perlengkapan', '000')],
]);

function plan(scheme: string | null, schedule: string | null = null, isComplete = false): Plan {
  return planChanges(IN_FORCE, {
    ...(scheme === null ? {} : { scheme: readRows(Buffer.from(`kode,nama,induk\n${scheme}`), 'scheme') }),
    ...(schedule === null
      ? {}
      : { schedule: readRows(Buffer.from(`kode,aktif,inaktif,nasib\n${schedule}`), 'schedule') }),
    isComplete,
  });
}

const kindsOf = ({ changes }: Plan) => Object.fromEntries(changes.map((change) => [change.code, groupsOf(change)]));

describe('the report of an import', () => {
  it('tells added, renamed and moved codes apart and leaves the rest alone', () => {
    const found = plan('000.3,Pengadaan,000\n000.1,Ketatausahaan,000\n000.1.1,Telepon,000.2\n000.2,Perlengkapan,000');
    expect(kindsOf(found)).to.deep.equal({ '000.1': ['renamed'], '000.1.1': ['moved'], '000.3': ['added'] });
    expect(found).to.deep.include({ retired: [], refused: [], unchanged: 2 });
    expect(found.changes.find(({ code }) => code === '000.1')?.after.rule).to.deep.equal(RULE);
  });

  it('shows a changed rule with the old and the new, also one that goes', () => {
    const found = plan(null, '000.1,5 Tahun setelah audit,3 Tahun,Permanen\n000.2,1 Tahun,1 Tahun,Musnah');
    expect(kindsOf(found)).to.deep.equal({ '000.1': ['retention'], '000.2': ['retention'] });
    const [first] = found.changes;
    expect(first?.before?.rule).to.deep.equal(RULE);
    expect(first?.after.rule).to.deep.include({
      activeYears: 5,
      triggerEvent: 'setelah audit',
      finalAction: 'permanent',
    });
    expect(plan(null, '000.1,-,-,-').changes[0]?.after.rule).to.equal(null);
  });

  it('retires what a complete file does not name, but nothing that a code stands under', () => {
    expect(plan('000,Umum,\n000.2,Perlengkapan,000').retired).to.deep.equal([]);
    const found = plan('000,Umum,\n000.2,Perlengkapan,000', null, true);
    expect(found.retired.map(({ code }) => code)).to.deep.equal(['000.1', '000.1.1']);
    const refused = plan('000,Umum,\n000.1.1,Telepon,000.1', null, true);
    expect(refused.refused[0]).to.include({ line: 3, column: 'induk', problem: 'Induk 000.1 tidak ada' });
    expect(refused.retired.map(({ code }) => code)).to.deep.equal(['000.2']);
  });

  it('refuses rows whose parent is missing, and the rows below them', () => {
    const found = plan('400.1,Desa,400\n400.1.1,Dana desa,400.1\n000.3,Pengadaan,000');
    expect(found.refused.map(({ line, code }) => [line, code])).to.deep.equal([
      [2, '400.1'],
      [3, '400.1.1'],
    ]);
    expect(Object.keys(kindsOf(found))).to.deep.equal(['000.3']);
  });

  it('refuses rows in a circle, also through codes in force', () => {
    const circle = plan('000.7,Satu,000.8\n000.8,Dua,000.7');
    expect(circle.refused.map(({ problem }) => problem)).to.have.lengthOf(2);
    expect(circle.refused[0]?.problem).to.match(/melingkar/u);
    expect(plan('000,Umum,000.1.1').refused[0]?.problem).to.match(/melingkar/u);
    expect(plan('000,Umum,000.1.1').changes).to.deep.equal([]);
  });

  it('refuses both rows of a code that stands twice with different words, and only the repeat of the same', () => {
    const differing = plan('000.3,Pengadaan,000\n000.3,Pembelian,000');
    expect(differing.refused.map(({ line }) => line)).to.deep.equal([2, 3]);
    expect(differing.changes).to.deep.equal([]);
    const same = plan('000.3,Pengadaan,000\n000.3,Pengadaan,000');
    expect(same.refused.map(({ line, advice }) => [line, advice])).to.deep.equal([[3, 'Hapus baris ulangan ini.']]);
    expect(Object.keys(kindsOf(same))).to.deep.equal(['000.3']);
  });

  it('refuses a rule for a code that is not there or that the same import retires', () => {
    const found = plan(
      '000,Umum,\n000.1,Tata usaha,000\n000.1.1,Telepon,000.1',
      '000.2,1 Tahun,1 Tahun,Musnah\n999,1 Tahun,1 Tahun,Musnah',
      true,
    );
    expect(found.refused.map(({ slot, code, problem }) => [slot, code, problem])).to.deep.equal([
      ['schedule', '000.2', 'Kode ini dicabut oleh berkas klasifikasi'],
      ['schedule', '999', 'Kode ini tidak ada pada klasifikasi'],
    ]);
  });

  it('always leaves a scheme in which every parent is there and no path goes in a circle', () => {
    const code = fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
      .map(([first = 1, ...below]) => [`00${first}`, ...below].join('.'));
    const row = fc
      .record({ code, parent: fc.oneof(code, fc.constant('')) })
      .map(({ code: own, parent }) => `${own},Nama,${parent}`);
    const inForce = new Map([
      ['001', facts('Satu', null)],
      ['001.1', facts('Satu satu', '001')],
      ['001.1.1', facts('Satu satu satu', '001.1')],
    ]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, isComplete) => {
        const scheme = readRows(Buffer.from(`kode,nama,induk\n${rows.join('\n')}`), 'scheme');
        const { changes, retired } = planChanges(inForce, { scheme, isComplete });
        const next = new Map([...inForce].map(([own, { parentCode }]) => [own, parentCode]));
        for (const { code: own } of retired) next.delete(own);
        for (const change of changes) next.set(change.code, change.after.parentCode);
        for (const own of next.keys()) {
          let steps = 0;
          for (let at = next.get(own) ?? null; at !== null; at = next.get(at) ?? null) {
            expect(next.has(at), `${own} stands under ${at}`).to.equal(true);
            expect((steps += 1)).to.be.lessThan(20);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('counts the numbers of a code, not its letters', () => {
    const codes = ['000.10', '000.9', '000', '100', '000.9.1'];
    expect(codes.sort(compareCodes)).to.deep.equal(['000', '000.9', '000.9.1', '000.10', '100']);
  });
});
