import { expect } from 'chai';
import {
  formatHeld,
  formatOfficeTime,
  groupByDay,
  shortHash,
  type JourneyStep,
} from '../../../web/src/letters/journey-words.ts';

function step(at: string, officeMinutes: number | null = null, elapsedMinutes: number | null = null): JourneyStep {
  return {
    at,
    action: 'letter.initialled',
    title: 'Paraf',
    detail: '',
    officeMinutes,
    elapsedMinutes,
    isSeeded: false,
  };
}

describe('journey words', () => {
  it('counts office time in hours, however many days it took', () => {
    expect([40, 120, 639, 1887].map((minutes) => formatOfficeTime(minutes))).to.deep.equal([
      '40 mnt',
      '2 jam',
      '10 jam 39 mnt',
      '31 jam 27 mnt',
    ]);
    expect(formatOfficeTime(639, 'menit')).to.equal('10 jam 39 menit');
  });

  it('adds the elapsed time in brackets only where it differs', () => {
    expect(formatHeld(step('2026-11-24T01:00:00.000Z', 82, 82))).to.equal('1 jam 22 mnt');
    expect(formatHeld(step('2026-11-24T01:00:00.000Z', 40, 939))).to.equal('40 mnt kerja (15 jam 39 mnt)');
    expect(formatHeld(step('2026-11-24T01:00:00.000Z'))).to.equal(undefined);
  });

  it('groups by the day of the agency, newest first', () => {
    const steps = [
      step('2026-11-23T16:30:00.000Z'),
      step('2026-11-23T17:30:00.000Z'),
      step('2026-11-24T03:00:00.000Z'),
    ];
    expect(groupByDay(steps).map(({ day, steps: of }) => [day, of.map(({ at }) => at.slice(11, 16))])).to.deep.equal([
      ['Selasa, 24 November 2026', ['03:00', '17:30']],
      ['Senin, 23 November 2026', ['16:30']],
    ]);
  });

  it('shortens a hash to its beginning and end', () => {
    expect(shortHash('4d1c08b7e3f2a96077b5dc14aaaaaaaabbbbbbbb0a9e6f32')).to.equal(
      '4d1c08b7 e3f2a960 77b5dc14 … 0a9e6f32',
    );
    expect(shortHash('4d1c08b7e3f2')).to.equal('4d1c08b7 e3f2');
  });
});
