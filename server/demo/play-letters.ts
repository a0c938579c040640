import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { addWorkdays } from './content/demo-date.ts';
import { letterDates } from './content/letter-dates.ts';
import { DEMO_LETTERS } from './content/letters.ts';
import { DEMO_INCOMING } from './content/incoming/demo-incoming.ts';
import type { DemoLetter } from './content/letter.ts';
import { type IncomingInPlay, playIncoming } from './play-incoming.ts';
import { playStep, type LetterInPlay } from './play-step.ts';
import type { SeedDemo } from './seed-demo.ts';

interface TimedStep {
  at: Date;
  play: () => Promise<void>;
}

/** UTC offset of WIB; the demonstration agency lives in it. */
const OFFSET = '+07:00';

/** Plays the steps of all letters in the order of time, so that numbers, agendas and the audit chain follow the calendar. */
export async function playLetters(seed: SeedDemo, agency: EstablishedAgency, start: string): Promise<void> {
  const dates = letterDates(start);
  const incoming = new Map(
    DEMO_INCOMING.map((script): [string, IncomingInPlay] => [script.key, { script, intakeId: null, incomingId: null }]),
  );
  const steps = DEMO_LETTERS.flatMap((letter: DemoLetter): TimedStep[] => {
    const inPlay: LetterInPlay = {
      script: letter,
      body: letter.body(dates),
      dueDate: dueDateOf(letter, start),
      letterId: null,
      answers: letter.answers === null ? null : (incoming.get(letter.answers) ?? null),
    };
    return letter.timeline.map((step) => ({
      at: momentOf(step.workdaysBefore, step.time, start),
      play: () => playStep(seed, agency, inPlay, step),
    }));
  });
  for (const letter of incoming.values()) steps.push(...incomingSteps(seed, { agency, start }, letter));
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  let last = 0;
  for (const { at, play } of steps) {
    // Two steps of one minute still need an order that the clock shows.
    last = Math.max(at.getTime(), seed.clock.now.getTime() + 1000, last + 1000);
    seed.clock.now = new Date(last);
    await play();
  }
}

/** Workdays that an urgent letter leaves for its answer, counted from its last step. */
const ANSWER_WORKDAYS = { biasa: null, segera: 4, sangat_segera: 2 } as const;

function dueDateOf(letter: DemoLetter, start: string): string | null {
  const leave = ANSWER_WORKDAYS[letter.handlingGrade];
  const lastStep = Math.min(...letter.timeline.map((step) => step.workdaysBefore));
  return leave === null ? null : addWorkdays(start, leave - lastStep);
}

function momentOf(workdaysBefore: number, time: string, start: string): Date {
  return new Date(`${addWorkdays(start, -workdaysBefore)}T${time}:00${OFFSET}`);
}

function incomingSteps(
  seed: SeedDemo,
  at: { agency: EstablishedAgency; start: string },
  letter: IncomingInPlay,
): TimedStep[] {
  return letter.script.timeline.map((step) => ({
    at: momentOf(step[0], step[1], at.start),
    play: () => playIncoming(seed, at, letter, step),
  }));
}
