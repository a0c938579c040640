import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { addWorkdays } from './content/demo-date.ts';
import { letterDates } from './content/letter-dates.ts';
import { DEMO_LETTERS } from './content/letters.ts';
import type { DemoLetter, DemoStep } from './content/letter.ts';
import { playStep, type LetterInPlay } from './play-step.ts';
import type { SeedDemo } from './seed-demo.ts';

interface TimedStep {
  at: Date;
  step: DemoStep;
  letter: LetterInPlay;
}

/** UTC offset of WIB; the demonstration agency lives in it. */
const OFFSET = '+07:00';

/** Plays the steps of all letters in the order of time, so that numbers, agendas and the audit chain follow the calendar. */
export async function playLetters(seed: SeedDemo, agency: EstablishedAgency, start: string): Promise<void> {
  const dates = letterDates(start);
  const steps = DEMO_LETTERS.flatMap((letter: DemoLetter): TimedStep[] => {
    const inPlay: LetterInPlay = {
      script: letter,
      body: letter.body(dates),
      dueDate: dueDateOf(letter, start),
      letterId: null,
    };
    return letter.timeline.map((step) => ({ at: momentOf(step, start), step, letter: inPlay }));
  });
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  let last = 0;
  for (const { at, step, letter } of steps) {
    // Two steps of one minute still need an order that the clock shows.
    last = Math.max(at.getTime(), last + 1000);
    seed.clock.now = new Date(last);
    await playStep(seed, agency, letter, step);
  }
}

/** Workdays that an urgent letter leaves for its answer, counted from its last step. */
const ANSWER_WORKDAYS = { biasa: null, segera: 4, sangat_segera: 2 } as const;

function dueDateOf(letter: DemoLetter, start: string): string | null {
  const leave = ANSWER_WORKDAYS[letter.handlingGrade];
  const lastStep = Math.min(...letter.timeline.map((step) => step.workdaysBefore));
  return leave === null ? null : addWorkdays(start, leave - lastStep);
}

function momentOf(step: DemoStep, start: string): Date {
  return new Date(`${addWorkdays(start, -step.workdaysBefore)}T${step.time}:00${OFFSET}`);
}
