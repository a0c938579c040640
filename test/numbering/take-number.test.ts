import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { businessDate } from '../../server/business-time.ts';
import { openDb, type Db } from '../../server/db.ts';
import { findRegister } from '../../server/numbering/find-register.ts';
import { takeNumber } from '../../server/numbering/take-number.ts';
import { voidNumber } from '../../server/numbering/void-number.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf } from '../support/rows.ts';

const CLIENTS = 32;
const TURNS = 25;
const ABORT = new Error('aborted on purpose');

interface Entry extends Record<string, unknown> {
  year: number;
  number: number;
}

describe('taking numbers', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let db: Db;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    db = openDb(deps.config.databaseUrl, { poolSize: CLIENTS });
  });
  after(async () => {
    await db.close();
    await deps.release();
  });

  const registerOf = (unit: string, kind: 'surat_dinas' | 'nota_dinas' | 'agenda' = 'surat_dinas') =>
    db.transaction({ agencyId: agency.agencyId }, async (tx) => {
      const register = await findRegister(tx, agency.agencyId, agency.unitId(unit), kind);
      if (!register) throw new Error(`no register for ${unit}`);
      return register;
    });

  const take = (registerId: string, at: Date, abort = false, timeZone = 'Asia/Pontianak') =>
    db.transaction({ agencyId: agency.agencyId }, async (tx) => {
      const { agencyId } = agency;
      const { date } = businessDate(at, timeZone);
      const number = await takeNumber(tx, { agencyId, registerId, date, entityId: randomUUID(), now: at });
      if (abort) throw ABORT;
      return number;
    });

  const entries = (registerId: string) =>
    rowsOf<Entry>(
      deps.database.adminUrl,
      'select year, number from register_entry where register_id = $1 order by year, number',
      [registerId],
    );

  it('leaves no gap and gives none twice to 32 clients of whom one in ten aborts', async () => {
    const { id } = await registerOf('kominfo');
    const given: number[] = [];
    let turn = 0;
    const client = async () => {
      for (let count = 0; count < TURNS; count += 1) {
        turn += 1;
        const abort = turn % 10 === 3;
        try {
          given.push(await take(id, deps.now(), abort));
        } catch (error) {
          if (error !== ABORT) throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const wanted = Array.from({ length: given.length }, (_, index) => index + 1);
    expect(given.length).to.equal(CLIENTS * TURNS - (CLIENTS * TURNS) / 10);
    expect(given.sort((one, other) => one - other)).to.deep.equal(wanted);
    expect((await entries(id)).map((entry) => entry.number)).to.deep.equal(wanted);
  });

  for (const [zone, lastMinute, firstMinute] of [
    ['Asia/Jakarta', '2026-12-31T16:59:00Z', '2026-12-31T17:00:00Z'],
    ['Asia/Makassar', '2026-12-31T15:59:00Z', '2026-12-31T16:00:00Z'],
    ['Asia/Jayapura', '2026-12-31T14:59:00Z', '2026-12-31T15:00:00Z'],
  ] as const) {
    it(`begins with 1 when the year turns in ${zone}`, async () => {
      const { id } = await registerOf(
        'pupr',
        zone === 'Asia/Jakarta' ? 'surat_dinas' : zone === 'Asia/Makassar' ? 'nota_dinas' : 'agenda',
      );
      expect(await take(id, new Date(lastMinute), false, zone)).to.equal(1);
      expect(await take(id, new Date(lastMinute), false, zone)).to.equal(2);
      expect(await take(id, new Date(firstMinute), false, zone)).to.equal(1);
      expect(await entries(id)).to.deep.equal([
        { year: 2026, number: 1 },
        { year: 2026, number: 2 },
        { year: 2027, number: 1 },
      ]);
    });
  }

  it('finds the book of the nearest unit upward, and that of the secretariat for the governor', async () => {
    expect((await registerOf('aplikasi')).unitId).to.equal(agency.unitId('kominfo'));
    expect((await registerOf('root')).unitId).to.equal(agency.unitId('setda'));
  });

  it('keeps a given-up number in its book with the reason and never gives it again', async () => {
    const { id } = await registerOf('setda');
    const letterId = randomUUID();
    const { agencyId } = agency;
    await db.transaction({ agencyId }, (tx) =>
      takeNumber(tx, { agencyId, registerId: id, date: '2026-11-24', entityId: letterId, now: deps.now() }),
    );
    const voided = await db.transaction({ agencyId }, (tx) =>
      voidNumber(tx, { agencyId, letterId, reason: 'Surat ditarik', positionId: null, now: deps.now() }),
    );
    expect(voided).to.deep.equal([{ year: 2026, number: 1 }]);
    expect(await take(id, deps.now())).to.equal(2);
    const rows = await rowsOf(
      deps.database.adminUrl,
      'select number, status, void_reason from register_entry where register_id = $1 order by number',
      [id],
    );
    expect(rows).to.deep.equal([
      { number: 1, status: 'void', void_reason: 'Surat ditarik' },
      { number: 2, status: 'used', void_reason: null },
    ]);
  });
});
