import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { DEMO_APPOINTMENTS, VACANT_POSITION } from '../../server/demo/content/appointments.ts';
import { addWorkdays, isWorkday, resolveDemoDate } from '../../server/demo/content/demo-date.ts';
import { FEATURED_ACCOUNTS } from '../../server/demo/content/featured.ts';
import { letterDates } from '../../server/demo/content/letter-dates.ts';
import type { DemoLetter, DemoLetterState, DemoStep } from '../../server/demo/content/letter.ts';
import { DEMO_LETTERS } from '../../server/demo/content/letters.ts';
import { DEMO_PEOPLE } from '../../server/demo/content/people.ts';
import { DEMO_POSITIONS } from '../../server/demo/content/positions.ts';
import { DEMO_UNITS } from '../../server/demo/content/units.ts';
import { bodyText, checkLetterBody, countWords } from '../../server/letters/letter-body.ts';

const STARTS = ['2026-11-24', '2026-11-29', '2027-01-01', '2028-02-28'];
const PRINTABLE = /^[\x20-\x7e–—“”‘’]*$/u;

const units = new Map(DEMO_UNITS.map((unit) => [unit.key, unit]));
const positions = new Map(DEMO_POSITIONS.map((position) => [position.key, position]));
const people = new Map(DEMO_PEOPLE.map((person) => [person.key, person]));

function chainOf<T>(key: string, find: (key: string) => T | undefined, parent: (item: T) => string | null): string[] {
  const chain: string[] = [];
  for (let next: string | null = key; next !== null;) {
    expect(chain, `cycle at ${next}`).not.to.include(next);
    chain.push(next);
    const item = find(next);
    expect(item, next).not.to.equal(undefined);
    next = parent(item!);
  }
  return chain;
}

const unitChain = (key: string): string[] =>
  chainOf(
    key,
    (unit) => units.get(unit),
    (unit) => unit.parent,
  );

const registerUnit = (position: string): string | undefined =>
  unitChain(positions.get(position)!.unit).find((key) => units.get(key)!.isOpd);

const internalDesks = (letter: DemoLetter): string[] =>
  [...letter.recipients, ...letter.carbonCopies].flatMap((to) => ('position' in to ? [to.position] : []));

const lettersIn = (state: DemoLetterState): DemoLetter[] =>
  DEMO_LETTERS.filter((letter) => letter.finalState === state);

describe('the demonstration organisation', () => {
  it('has units with unique keys and codes whose parents lead to one root', () => {
    expect(units.size).to.equal(DEMO_UNITS.length);
    expect(new Set(DEMO_UNITS.map((unit) => unit.numberingCode)).size).to.equal(DEMO_UNITS.length);
    for (const unit of DEMO_UNITS) expect(unitChain(unit.key).at(-1), unit.key).to.equal('pemprov');
  });

  it('lists a parent unit before its children, so that it can be stored in this order', () => {
    const seen = new Set<string | null>([null]);
    for (const unit of DEMO_UNITS) {
      expect(seen.has(unit.parent), unit.key).to.equal(true);
      seen.add(unit.key);
    }
  });

  it('has a secretariat, three bureaus and six agencies with letterheads of their own', () => {
    const count = (...kinds: string[]): number => DEMO_UNITS.filter((unit) => kinds.includes(unit.kind)).length;
    expect(count('setda')).to.equal(1);
    expect(count('asisten')).to.equal(3);
    expect(count('biro')).to.equal(3);
    expect(count('dinas', 'badan')).to.equal(6);
    for (const unit of DEMO_UNITS.filter((candidate) => candidate.isOpd)) {
      expect(unit.letterhead?.unitName, unit.key).to.equal(unit.name.toUpperCase());
      expect(unit.email, unit.key).to.match(/^[a-z]+@contoh\.go\.id$/);
    }
  });

  it('has at least forty positions in one hierarchy without a cycle', () => {
    expect(positions.size).to.equal(DEMO_POSITIONS.length);
    expect(new Set(DEMO_POSITIONS.map((position) => position.title)).size).to.equal(DEMO_POSITIONS.length);
    expect(DEMO_POSITIONS.filter((position) => position.kind !== 'staff').length).to.be.at.least(40);
    for (const position of DEMO_POSITIONS) {
      const chain = chainOf(
        position.key,
        (key) => positions.get(key),
        (item) => item.commandParent,
      );
      expect(chain.at(-1), position.key).to.equal('gubernur');
      expect(units.has(position.unit), position.unit).to.equal(true);
    }
  });

  it('points relations between positions at positions that exist', () => {
    for (const position of DEMO_POSITIONS) {
      for (const key of [...position.coordinates, ...(position.secretaryOf === null ? [] : [position.secretaryOf])]) {
        expect(positions.has(key), `${position.key} -> ${key}`).to.equal(true);
        expect(key).not.to.equal(position.key);
      }
    }
  });

  it('gives every unit that owns registers a registry desk, and each unit one head at most', () => {
    for (const unit of DEMO_UNITS) {
      const inside = DEMO_POSITIONS.filter((position) => position.unit === unit.key);
      expect(inside.filter((position) => position.isUnitHead).length, unit.key).to.be.at.most(1);
      if (!unit.isOpd) continue;
      const desks = DEMO_POSITIONS.filter((position) => position.roles.includes('registry'));
      expect(
        desks.some((desk) => registerUnit(desk.key) === unit.key),
        unit.key,
      ).to.equal(true);
    }
  });

  it('has desks for every role', () => {
    const roles = new Set(DEMO_POSITIONS.flatMap((position) => position.roles));
    expect([...roles].sort()).to.deep.equal(['admin', 'archivist', 'auditor', 'registry']);
  });
});

describe('the demonstration people', () => {
  it('are sixty, with unique keys, names and mail addresses', () => {
    expect(DEMO_PEOPLE.length).to.equal(60);
    for (const field of ['key', 'name', 'email', 'nip'] as const) {
      expect(new Set(DEMO_PEOPLE.map((person) => person[field])).size, field).to.equal(60);
    }
  });

  it('have a NIP made of birth date, start of service, sex and serial', () => {
    for (const { nip, sex, name } of DEMO_PEOPLE) {
      const parts = /^(\d{4})(\d{2})(\d{2})(\d{4})(0[1-9]|1[0-2])([12])(\d{3})$/.exec(nip);
      expect(parts, name).not.to.equal(null);
      const [, birthYear, month, day, serviceYear, , sexDigit] = parts!;
      const birth = new Date(`${birthYear}-${month}-${day}T00:00:00Z`);
      expect(birth.toISOString().slice(0, 10), name).to.equal(`${birthYear}-${month}-${day}`);
      expect(Number(serviceYear) - Number(birthYear), name).to.be.within(18, 35);
      expect(sexDigit, name).to.equal(sex === 'L' ? '1' : '2');
    }
  });

  it('have a rank unless they are the Governor or the Vice Governor', () => {
    const unranked = DEMO_PEOPLE.filter((person) => person.rank === null).map((person) => person.key);
    const desks = DEMO_APPOINTMENTS.filter((appointment) => unranked.includes(appointment.person));
    expect(desks.map((appointment) => appointment.position)).to.deep.equal(['gubernur', 'wagub']);
  });

  it('each hold one definitive desk that began after they joined the service', () => {
    for (const person of DEMO_PEOPLE) {
      const own = DEMO_APPOINTMENTS.filter(({ person: key, kind }) => key === person.key && kind === 'definitif');
      expect(own.length, person.key).to.equal(1);
      expect(
        resolveDemoDate(own[0]!.from, STARTS[0]!) > `${person.nip.slice(8, 12)}-${person.nip.slice(12, 14)}`,
      ).to.equal(true, person.key);
    }
  });

  it('leave exactly one desk vacant', () => {
    const held = new Set(DEMO_APPOINTMENTS.map((appointment) => appointment.position));
    expect(DEMO_POSITIONS.filter(({ key }) => !held.has(key)).map(({ key }) => key)).to.deep.equal([VACANT_POSITION]);
  });

  it('include a Plt. on a desk without holder and a Plh. beside one, both running at the start', () => {
    for (const start of STARTS) {
      const acting = DEMO_APPOINTMENTS.filter(({ kind }) => kind !== 'definitif');
      expect(acting.map(({ kind }) => kind).sort()).to.deep.equal(['plh', 'plt']);
      for (const { position, kind, from, to } of acting) {
        expect(resolveDemoDate(from, start) < start).to.equal(true);
        expect(resolveDemoDate(to!, start) > start).to.equal(true);
        const hasHolder = DEMO_APPOINTMENTS.some((other) => other.position === position && other.kind === 'definitif');
        expect(hasHolder, position).to.equal(kind === 'plh');
      }
    }
  });

  it('resolve in every appointment, each under a decree of its own', () => {
    for (const { person, position } of DEMO_APPOINTMENTS) {
      expect(people.has(person), person).to.equal(true);
      expect(positions.has(position), position).to.equal(true);
    }
    expect(new Set(DEMO_APPOINTMENTS.map(({ decreeNumber }) => decreeNumber)).size).to.equal(DEMO_APPOINTMENTS.length);
  });

  it('are printed as accounts at a desk that they hold, and cover every role', () => {
    for (const { person, position } of FEATURED_ACCOUNTS) {
      const holds = DEMO_APPOINTMENTS.some((own) => own.person === person && own.position === position);
      expect(holds, person).to.equal(true);
    }
    const roles = FEATURED_ACCOUNTS.flatMap(({ position }) => positions.get(position)!.roles);
    expect([...new Set(roles)].sort()).to.deep.equal(['admin', 'archivist', 'auditor', 'registry']);
  });
});

describe('the workdays of the demonstration', () => {
  it('skip Saturday and Sunday in both directions', () => {
    expect(addWorkdays('2026-11-24', -2)).to.equal('2026-11-20');
    expect(addWorkdays('2026-11-27', 1)).to.equal('2026-11-30');
    expect(addWorkdays('2026-11-29', -1)).to.equal('2026-11-27');
    expect(addWorkdays('2026-11-29', 1)).to.equal('2026-11-30');
    expect(isWorkday('2026-11-28')).to.equal(false);
  });

  it('are written in letters as Indonesian dates', () => {
    const on = letterDates('2026-11-24');
    expect(on.date(1)).to.equal('25 November 2026');
    expect(on.day(-2)).to.equal('Jumat, 20 November 2026');
    expect(on.month(-22)).to.equal('Oktober 2026');
    expect(on.nextYear).to.equal(2027);
  });
});

describe('the demonstration letters', () => {
  it('are some forty, with unique keys and subjects, spread over five weeks', () => {
    expect(DEMO_LETTERS.length).to.be.within(40, 50);
    expect(new Set(DEMO_LETTERS.map(({ key }) => key)).size).to.equal(DEMO_LETTERS.length);
    expect(new Set(DEMO_LETTERS.map(({ subject }) => subject)).size).to.equal(DEMO_LETTERS.length);
    const firstDays = DEMO_LETTERS.map(({ timeline }) => timeline[0]!.workdaysBefore);
    expect(Math.max(...firstDays)).to.be.within(22, 26);
    expect(Math.min(...firstDays)).to.equal(1);
  });

  it('name only desks that exist, and never the vacant one', () => {
    for (const letter of DEMO_LETTERS) {
      const desks = [
        letter.drafterPosition,
        letter.signatoryPosition,
        ...(letter.onBehalfOf === null ? [] : [letter.onBehalfOf]),
        ...letter.circuit.flat(),
        ...internalDesks(letter),
        ...letter.timeline.map(({ by }) => by),
      ];
      for (const desk of desks) {
        expect(positions.has(desk), `${letter.key}: ${desk}`).to.equal(true);
        expect(desk, letter.key).not.to.equal(VACANT_POSITION);
      }
    }
  });

  it('address nobody twice, nor the desk that signs', () => {
    for (const letter of DEMO_LETTERS) {
      const desks = internalDesks(letter);
      expect(letter.recipients.length, letter.key).to.be.at.least(1);
      expect(new Set(desks).size, letter.key).to.equal(desks.length);
      expect(desks, letter.key).not.to.include(letter.signatoryPosition);
    }
  });

  it('give external recipients a complete address', () => {
    const contacts = DEMO_LETTERS.flatMap(({ recipients, carbonCopies }) => [...recipients, ...carbonCopies]);
    const external = contacts.flatMap((contact) => ('position' in contact ? [] : [contact]));
    expect(external.length).to.be.at.least(8);
    for (const { name, address, place, email } of external) {
      expect(
        [name, address, place].every((text) => text.length > 3 && PRINTABLE.test(text)),
        name,
      ).to.equal(true);
      expect(email).to.match(/^[a-z]+@([a-z]+\.)?contoh\.(go|ac|co)\.id$/);
    }
  });

  it('keep a nota dinas inside the agency', () => {
    const notes = DEMO_LETTERS.filter(({ type }) => type === 'nota_dinas');
    expect(notes.length).to.be.at.least(5);
    for (const note of notes)
      expect(internalDesks(note).length, note.key).to.equal(note.recipients.length + note.carbonCopies.length);
  });

  it('send a copy to the Governor of what is signed on his behalf', () => {
    const onBehalf = DEMO_LETTERS.filter(({ onBehalfOf }) => onBehalfOf !== null);
    expect(onBehalf.length).to.be.at.least(3);
    for (const letter of onBehalf) expect(internalDesks(letter), letter.key).to.include('gubernur');
  });

  it('run through a timeline in order, within office hours, that ends in the state they name', () => {
    for (const letter of DEMO_LETTERS) {
      expectOfficeHours(letter);
      expect(replay(letter), letter.key).to.equal(letter.finalState);
    }
  });

  it('are read only by a desk that received them or by its registry', () => {
    for (const letter of DEMO_LETTERS) {
      const desks = internalDesks(letter);
      for (const { by } of letter.timeline.filter(({ action }) => action === 'read')) {
        const isRegistry = positions.get(by)!.roles.includes('registry');
        const registers = desks.map(registerUnit);
        expect(
          desks.includes(by) || (isRegistry && registers.includes(registerUnit(by))),
          `${letter.key}: ${by}`,
        ).to.equal(true);
      }
    }
  });

  it('carry a classification code of the starter list', () => {
    const codes = new Set(starterRows().map(({ code }) => code));
    for (const { classificationCode, key } of DEMO_LETTERS) expect(codes.has(classificationCode), key).to.equal(true);
  });

  it('have valid bodies of 80 to 350 words whatever the day of the start', () => {
    for (const start of STARTS) {
      const on = letterDates(start);
      for (const letter of DEMO_LETTERS) {
        const body = letter.body(on);
        const checked = checkLetterBody(body, { isPrintable: (char) => PRINTABLE.test(char) });
        expect(checked, letter.key).to.deep.equal({ ok: true, body });
        expect(countWords(body), letter.key).to.be.within(80, 350);
      }
    }
  });

  it('hold only printable characters outside the body too', () => {
    for (const { key, subject, timeline, annexes } of DEMO_LETTERS) {
      const texts = [
        subject,
        ...timeline.map(({ text }) => text ?? ''),
        ...annexes.flatMap((annex) => [annex.title, ...annex.lines]),
      ];
      for (const text of texts) expect(PRINTABLE.test(text), `${key}: ${text}`).to.equal(true);
    }
  });

  it('differ in their text, and a third has a list and a table', () => {
    const on = letterDates(STARTS[0]!);
    const bodies = DEMO_LETTERS.map((letter) => letter.body(on));
    const opening = bodies.map((body) => bodyText(body).slice(0, 120));
    expect(new Set(opening).size).to.equal(DEMO_LETTERS.length);
    const having = (type: string): number =>
      bodies.filter((body) => body.content.some((block) => block.type === type)).length;
    expect(having('table')).to.be.at.least(DEMO_LETTERS.length / 3);
    expect(having('orderedList')).to.be.at.least(DEMO_LETTERS.length / 3);
  });

  it('reach every state, about half of them dispatched', () => {
    for (const state of ['draft', 'returned', 'in_review', 'ready_to_sign', 'withdrawn'] as const) {
      expect(lettersIn(state).length, state).to.be.at.least(3);
    }
    expect(lettersIn('dispatched').length).to.be.at.least(DEMO_LETTERS.length / 2);
    expect(new Set(DEMO_LETTERS.map(({ securityClass }) => securityClass)).size).to.equal(3);
    expect(new Set(DEMO_LETTERS.map(({ handlingGrade }) => handlingGrade)).size).to.equal(3);
  });

  it('leave work on the screens of the featured accounts', () => {
    const drafted = (state: DemoLetterState): number =>
      lettersIn(state).filter(({ drafterPosition }) => drafterPosition === 'staf-aptika-1').length;
    expect(drafted('draft')).to.equal(2);
    expect(drafted('returned')).to.equal(1);

    const waitingFor = (desk: string): number =>
      lettersIn('in_review').filter((letter) => openDesks(letter).includes(desk)).length;
    expect(waitingFor('kabid-aptika')).to.be.at.least(3);
    expect(waitingFor('sekretaris-kominfo')).to.be.at.least(3);

    const toSign = (desk: string): DemoLetter[] =>
      lettersIn('ready_to_sign').filter(({ signatoryPosition }) => signatoryPosition === desk);
    expect(toSign('kadis-kominfo').length).to.be.at.least(3);
    expect(toSign('kadis-kominfo').map(({ handlingGrade }) => handlingGrade)).to.include('sangat_segera');
    expect(toSign('sekda').length).to.be.at.least(3);

    const received = lettersIn('dispatched').filter((letter) => internalDesks(letter).includes('kadis-pupr'));
    expect(received.length).to.be.at.least(5);
  });

  it('include the landslide letter with its nested list, table and annex', () => {
    const letter = DEMO_LETTERS.find(
      ({ subject }) => subject === 'Dukungan Alat Berat Penanganan Longsor Ruas Putussibau–Badau',
    )!;
    expect(letter.signatoryPosition).to.equal('sekda');
    expect(letter.onBehalfOf).to.equal('gubernur');
    const types = JSON.stringify(letter.body(letterDates(STARTS[0]!)));
    expect(types.match(/"orderedList"/g)?.length).to.equal(2);
    expect(types).to.include('"tableHeader"');
    expect(letter.annexes.map(({ fileName }) => fileName)).to.deep.equal(['Rencana pengerahan.pdf']);
  });
});

describe('the starter classification', () => {
  it('has ten primaries, fifty-six secondaries, and a parent for every other code', () => {
    const rows = starterRows();
    const codes = new Set(rows.map(({ code }) => code));
    expect(codes.size).to.equal(rows.length);
    expect(rows.filter(({ parent }) => parent === '').length).to.equal(10);
    expect(rows.filter(({ code }) => code.split('.').length === 2).length).to.equal(56);
    for (const { code, name, parent } of rows) {
      expect(name.length, code).to.be.greaterThan(3);
      if (parent === '') continue;
      expect(codes.has(parent), code).to.equal(true);
      expect(code.slice(0, code.lastIndexOf('.')), code).to.equal(parent);
    }
  });

  it('gives years and a final action together or not at all, and each secondary a rule for the codes below it', () => {
    const rows = starterRows();
    const retained = rows.filter(({ active, inactive, action }) =>
      [active, inactive, action].some((text) => text !== ''),
    );
    for (const { active, inactive, action, code } of retained) {
      expect(`${active}/${inactive}`, code).to.match(/^\d+\/\d+$/);
      expect(['destroy', 'permanent', 'review'], code).to.include(action);
    }
    const ruled = new Set(retained.map(({ code }) => code));
    for (const { code } of rows.filter(({ parent }) => parent !== ''))
      expect(ruled.has(code.split('.').slice(0, 2).join('.')), code).to.equal(true);
    for (const { code, trigger, exception } of rows.filter((row) => !ruled.has(row.code)))
      expect([trigger, exception], code).to.deep.equal(['', '']);
  });

  it('says from when the years count, what is spared, and how open a code is, in the words of a schedule', () => {
    for (const { code, trigger, exception, security } of starterRows()) {
      expect(trigger, code).to.match(/^(?:|(?:setelah|sejak) [a-z ]{5,})$/);
      expect(exception, code).to.match(/^(?:|kecuali [a-z ]{5,})$/);
      expect(['B', 'T', 'R'], code).to.include(security);
    }
  });

  it('keeps the figures that public schedules agree on', () => {
    const rule = (wanted: string) => {
      const row = starterRows().find(({ code }) => code === wanted);
      return `${row?.active}/${row?.inactive} ${row?.action}`;
    };
    expect(rule('000.1.2.3')).to.equal('5/3 destroy');
    expect(rule('000.1.5')).to.equal('2/4 destroy');
    expect(rule('000.5.3.1')).to.equal('2/3 destroy');
    expect(rule('000.5.6.2')).to.equal('1/1 permanent');
    expect(rule('100.3.3.4')).to.equal('2/3 destroy');
    expect(rule('100.3.4.1')).to.equal('2/3 permanent');
  });
});

function starterRows() {
  const csv = readFileSync(new URL('../../templates/classification/starter.csv', import.meta.url), 'utf8');
  const [header, ...lines] = parse(csv);
  const places =
    'code,name,parent,active_years,inactive_years,final_action,trigger_event,exception_note,security_class';
  expect(header?.join(',')).to.equal(places);
  return lines.map((line) => {
    expect(line.length, line.join()).to.equal(9);
    const [code = '', name = '', parent = '', active = '', inactive = '', action = ''] = line;
    expect(code).to.match(/^\d{3}(?:\.\d+)*$/);
    const [trigger = '', exception = '', security = ''] = line.slice(6);
    return { code, name, parent, active, inactive, action, trigger, exception, security };
  });
}

function expectOfficeHours({ key, timeline }: DemoLetter): void {
  let before = '';
  for (const { workdaysBefore, time } of timeline) {
    expect(workdaysBefore, key).to.be.at.least(1);
    expect(time >= '07:30' && time <= '16:00' && /^\d{2}:[0-5]\d$/.test(time), `${key} ${time}`).to.equal(true);
    const moment = `${addWorkdays('2026-11-24', -workdaysBefore)} ${time}`;
    expect(moment > before, `${key} ${moment}`).to.equal(true);
    before = moment;
  }
}

/** Initials that stand after the timeline: a return keeps those that were given earlier. */
function initialled({ timeline }: DemoLetter): Set<string> {
  return new Set(timeline.filter(({ action }) => action === 'initial').map(({ by }) => by));
}

function openDesks(letter: DemoLetter, done = initialled(letter)): string[] {
  const step = letter.circuit.find((desks) => desks.some((desk) => !done.has(desk)));
  return (step ?? []).filter((desk) => !done.has(desk));
}

interface Play {
  letter: DemoLetter;
  state: DemoLetterState | 'new';
  step: DemoStep;
  initials: Set<string>;
}

const afterCircuit = ({ letter, initials }: Play): DemoLetterState =>
  openDesks(letter, initials).length === 0 ? 'ready_to_sign' : 'in_review';

const isDrafter = ({ letter, step }: Play): boolean => step.by === letter.drafterPosition;
const mayReview = ({ letter, state, step, initials }: Play): boolean =>
  state === 'in_review' && openDesks(letter, initials).includes(step.by);
const maySign = ({ letter, state, step }: Play): boolean =>
  state === 'ready_to_sign' && step.by === letter.signatoryPosition;
const isOpen = ({ state }: Play): boolean => state === 'in_review' || state === 'ready_to_sign';
const saysWhy = ({ step }: Play): boolean => step.text !== null;

/** What each action asks of the letter, and the state that it leads to. */
const RULES: Record<DemoStep['action'], { allowed: (play: Play) => boolean; next: (play: Play) => Play['state'] }> = {
  draft: { allowed: (play) => play.state === 'new' && isDrafter(play), next: () => 'draft' },
  submit: { allowed: (play) => play.state === 'draft' && isDrafter(play), next: afterCircuit },
  resubmit: { allowed: (play) => play.state === 'returned' && isDrafter(play) && saysWhy(play), next: afterCircuit },
  comment: { allowed: (play) => mayReview(play) && saysWhy(play), next: (play) => play.state },
  initial: {
    allowed: mayReview,
    next: (play) => afterCircuit({ ...play, initials: play.initials.add(play.step.by) }),
  },
  return: { allowed: (play) => (mayReview(play) || maySign(play)) && saysWhy(play), next: () => 'returned' },
  sign: { allowed: maySign, next: () => 'dispatched' },
  withdraw: { allowed: (play) => isOpen(play) && isDrafter(play) && saysWhy(play), next: () => 'withdrawn' },
  read: { allowed: (play) => play.state === 'dispatched', next: (play) => play.state },
};

/** Plays the timeline by the rules of the letter's states and fails on the first step that they forbid. */
function replay(letter: DemoLetter): Play['state'] {
  const initials = new Set<string>();
  let state: Play['state'] = 'new';
  for (const step of letter.timeline) {
    const play: Play = { letter, state, step, initials };
    const { allowed, next } = RULES[step.action];
    expect(allowed(play), `${letter.key}: ${step.action} by ${step.by} in ${state}`).to.equal(true);
    state = next(play);
  }
  return state;
}
