import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFileText,
  IconHash,
  IconSend,
  IconShieldCheck,
  IconSignature,
  type Icon,
} from '@tabler/icons-react';
import type { SigningProgress } from '../../../server/signing/contract.ts';
import { agencyNow, formatDateTimeSeconds, formatTime, zoneName } from '../format/dates.ts';
import { Card, Notice, Timeline, TimelineItem, type TimelineTone } from '../kit/index.ts';
import { formatStepTime, stepNames, type SigningStep } from './signing-words.ts';
import css from './signing-progress.module.css';

type Step = SigningProgress['steps'][number];

const icons: Record<SigningStep, Icon> = {
  number: IconHash,
  typeset: IconFileText,
  sign: IconSignature,
  timestamp: IconClock,
  deliver: IconSend,
};

/** Gold marks the one step at work; what comes after it has not begun. */
function toneOf(step: Step, current: Step | undefined): TimelineTone {
  if (step.status === 'done') return 'done';
  if (step.status === 'failed') return 'returned';
  return step === current ? 'current' : 'ahead';
}

function markOf(step: Step) {
  const Mark = step.status === 'done' ? IconCheck : step.status === 'failed' ? IconAlertTriangle : icons[step.step];
  return <Mark size={17} stroke={step.status === 'done' ? 2.2 : 1.8} aria-hidden="true" />;
}

/** How long a step took, or how long the one at work has been running. */
function timeOf(step: Step, isCurrent: boolean, since: string): string | undefined {
  if (step.status === 'done') return step.durationMs === null ? undefined : formatStepTime(step.durationMs);
  if (!isCurrent) return undefined;
  const running = agencyNow().getTime() - Date.parse(since);
  return running < 1000 ? undefined : formatStepTime(Math.floor(running / 1000) * 1000);
}

export function progressTitle(progress: SigningProgress): string {
  if (progress.failure !== null) return 'Penandatanganan tidak selesai';
  const signed = progress.steps.some((step) => step.step === 'timestamp' && step.status === 'done');
  if (progress.isFinished) return 'Surat sudah ditandatangani dan terkirim';
  if (signed) return 'Surat sudah ditandatangani';
  return progress.waitingReason === null ? 'Sedang ditandatangani' : 'Menunggu layanan';
}

function StepList({ progress, recipients }: { progress: SigningProgress; recipients: string }) {
  const current = progress.steps.find((step) => step.status !== 'done');
  let since = progress.startedAt;
  return (
    <Timeline label="Langkah penandatanganan">
      {progress.steps.map((step) => {
        const time = timeOf(step, step === current, since);
        since = step.at ?? since;
        return (
          <TimelineItem
            key={step.step}
            title={
              <>
                {stepNames[step.step]}
                <span className="only-read">{step.status === 'done' ? ', selesai' : ''}</span>
              </>
            }
            tone={toneOf(step, current)}
            icon={markOf(step)}
            aside={time}
          >
            {step.step === 'deliver' && step.status === 'waiting' ? recipients : step.detail}
          </TimelineItem>
        );
      })}
    </Timeline>
  );
}

function Assurance({ progress }: { progress: SigningProgress }) {
  if (progress.failure !== null)
    return (
      <Notice tone="segera" icon={<IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />}>
        {progress.failure}
      </Notice>
    );
  const waiting = progress.steps.find((step) => step.status !== 'done' && step.at !== null);
  if (progress.waitingReason !== null)
    return (
      <Notice tone="menunggu" icon={<IconClock size={20} stroke={1.8} aria-hidden="true" />}>
        {progress.waitingReason}
        {waiting === undefined ? '' : ` Menunggu sejak ${formatTime(waiting.at ?? '')} ${zoneName()}.`}
      </Notice>
    );
  if (progress.isFinished) return null;
  return (
    <Notice icon={<IconShieldCheck size={20} stroke={1.8} aria-hidden="true" />}>
      Nomor ini tetap milik surat ini. Jika layanan tidak menjawab, Lontar mencoba lagi sendiri tanpa membuat tanda
      tangan ganda.
    </Notice>
  );
}

/** What happens after "Tanda tangani", step by step; the screen may be left at any time. */
export function SigningProgressView({ progress, recipients }: { progress: SigningProgress; recipients: string }) {
  const current = progress.steps.find((step) => step.status !== 'done');
  const title = progressTitle(progress);
  return (
    <div className={css['progress']}>
      <header>
        <h2 tabIndex={-1} id="kemajuan-ttd" className={css['title']}>
          {title}
        </h2>
        <p className="meta">Dimulai {formatDateTimeSeconds(progress.startedAt)}</p>
      </header>
      <p className="only-read" role="status">
        {current === undefined ? title : `${stepNames[current.step]}: ${current.detail}`}
      </p>
      <div className={css['steps']}>
        <Card>
          <StepList progress={progress} recipients={recipients} />
        </Card>
      </div>
      <Assurance progress={progress} />
      {progress.isFinished ? null : (
        <p className={css['leave']}>
          Anda boleh menutup layar ini. Hasilnya masuk ke pemberitahuan Anda dan konseptor.
        </p>
      )}
    </div>
  );
}
