import { IconHourglass } from '@tabler/icons-react';
import { formatTime } from '../format/dates.ts';
import { Card, Timeline, TimelineItem } from '../kit/index.ts';
import { journeyLook } from './journey-look.ts';
import { formatHeld, formatOfficeTime, groupByDay, type Journey, type JourneyStep } from './journey-words.ts';
import css from './journey.module.css';

function Held({ step, longest }: { step: JourneyStep; longest: number }) {
  const held = formatHeld(step);
  if (held === undefined) return null;
  const share = Math.max(2, Math.round((100 * (step.officeMinutes ?? 0)) / longest));
  return (
    <span className={css['held']}>
      <span className="only-read">Lama di meja: </span>
      {held}
      <span
        className={css['heldBar']}
        data-tone={journeyLook(step.action).tone}
        style={{ width: `${share}%` }}
        aria-hidden="true"
      />
    </span>
  );
}

function Step({ step, longest }: { step: JourneyStep; longest: number }) {
  const look = journeyLook(step.action);
  const held = formatHeld(step);
  return (
    <TimelineItem
      title={step.title}
      tone={look.tone}
      time={<time dateTime={step.at}>{formatTime(step.at)}</time>}
      icon={<look.icon size={16} stroke={1.8} />}
      aside={<Held step={step} longest={longest} />}
    >
      {step.detail}
      {held === undefined ? null : (
        <span className={css['heldPhone']}>
          <IconHourglass size={15} stroke={1.8} aria-hidden="true" />
          {held} di meja
        </span>
      )}
    </TimelineItem>
  );
}

/** Every step, newest first, with how long each desk had the letter. */
export function JourneyCard({ journey }: { journey: Journey }) {
  const longest = Math.max(...journey.entries.map((step) => step.officeMinutes ?? 0), 1);
  const total =
    journey.totalOfficeMinutes === null ? undefined : `${formatOfficeTime(journey.totalOfficeMinutes)} kerja`;
  return (
    <Card
      title="Perjalanan"
      aside={
        <>
          <span className="only-desktop">Lama di meja</span>
          {total === undefined ? null : <span className="only-phone">{total}</span>}
        </>
      }
    >
      {groupByDay(journey.entries).map(({ day, steps }) => (
        <section key={day} className={css['day']} aria-label={day}>
          <h3 className={css['dayTitle']}>{day}</h3>
          <Timeline label={day}>
            {steps.map((step, index) => (
              <Step key={`${step.at} ${step.action} ${index}`} step={step} longest={longest} />
            ))}
          </Timeline>
        </section>
      ))}
    </Card>
  );
}
