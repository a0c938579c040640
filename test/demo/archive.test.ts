import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { DEMO_FILES, type DemoFile } from '../../server/demo/content/archive.ts';
import { DEMO_POSITIONS } from '../../server/demo/content/positions.ts';
import { planRetention } from '../../server/filing/plan-retention.ts';

const START = '2026-11-24';
const Row = z.object({
  code: z.string(),
  active_years: z.coerce.number(),
  inactive_years: z.coerce.number(),
  final_action: z.string(),
  trigger_event: z.string(),
});
const rules = new Map(
  z
    .array(Row)
    .parse(
      parse(readFileSync(new URL('../../templates/classification/starter.csv', import.meta.url), 'utf8'), {
        columns: true,
      }),
    )
    .map((row) => [row.code, row]),
);

function lives(file: DemoFile) {
  const rule = rules.get(file.code);
  if (!rule || rule.final_action === '') throw new Error(`no rule for ${file.code}`);
  const { activeUntil, inactiveUntil } = planRetention({
    ...{ closedOn: file.closedOn, triggerOn: file.triggerOn ?? null, triggerEvent: rule.trigger_event },
    ...{ activeYears: rule.active_years, inactiveYears: rule.inactive_years },
  });
  return { activeUntil: activeUntil ?? '', inactiveUntil: inactiveUntil ?? '', action: rule.final_action };
}

describe('the demonstration archive', () => {
  it('has work for every list: moved files whose last years are over, others whose active years are', () => {
    const moved = DEMO_FILES.filter(({ isMoved }) => isMoved).map(lives);
    for (const { inactiveUntil } of moved) expect(inactiveUntil < START && inactiveUntil !== '').to.equal(true);
    expect(new Set(moved.map(({ action }) => action))).to.deep.equal(new Set(['destroy', 'permanent']));
    const kept = DEMO_FILES.filter(({ isMoved }) => !isMoved).map(lives);
    expect(kept.filter(({ activeUntil }) => activeUntil < START && activeUntil !== '')).to.have.lengthOf(kept.length);
  });

  it('proposes only what may be destroyed, holds one file and lends another to a desk that exists', () => {
    const proposed = DEMO_FILES.filter(({ isProposed }) => isProposed);
    expect(proposed.length).to.be.greaterThan(0);
    for (const file of proposed) {
      expect(lives(file).action, file.title).to.equal('destroy');
      expect([file.isMoved, file.hold], file.title).to.deep.equal([true, undefined]);
    }
    expect(DEMO_FILES.filter(({ hold }) => hold)).to.have.lengthOf(1);
    const [lent] = DEMO_FILES.flatMap(({ lentTo }) => lentTo ?? []);
    expect(DEMO_POSITIONS.map(({ key }) => key)).to.include(lent);
  });

  it('dates each paper within the year of its file, before it was closed', () => {
    for (const { year, closedOn, papers, title } of DEMO_FILES)
      for (const { date } of papers) {
        expect(date.startsWith(String(year)), title).to.equal(true);
        expect(date <= closedOn, title).to.equal(true);
      }
  });
});
