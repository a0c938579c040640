import { IconChevronLeft, IconListNumbers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { ButtonLink, IconButton } from '../kit/index.ts';
import css from './registration-desk.module.css';
import type { Step } from './registration-foot.tsx';

const stepTitles: Record<Step, string> = { 1: 'Foto dan berkas', 2: 'Periksa data surat', 3: 'Arahkan surat' };

interface RegistrationHeadProps {
  title: string;
  meta: ReactNode;
  saveNote: ReactNode;
  queueCount: number;
  step: Step;
  firstStep: Step;
  onStep: (step: Step) => void;
}

/** Title row on wide screens; on phones where one stands among the steps. */
export function RegistrationHead({
  title,
  meta,
  saveNote,
  queueCount,
  step,
  firstStep,
  onStep,
}: RegistrationHeadProps) {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} · Lontar`;
  }, [title]);
  const steps = ([1, 2, 3] as const).filter((one) => one >= firstStep);
  const at = steps.indexOf(step) + 1;
  const back = () => {
    if (step > firstStep && window.matchMedia('(max-width: 767px)').matches) onStep((step - 1) as Step);
    else void navigate({ to: '/agenda/masuk/antrean' });
  };

  return (
    <div className={css['head']}>
      <div className={css['headTop']}>
        <IconButton label="Kembali" icon={<IconChevronLeft size={22} stroke={2} />} onClick={back} />
        <span className={css['context']}>{title}</span>
        <div className={css['headText']}>
          <h1 className={css['title']}>{title}</h1>
          <p className={css['meta']}>{meta}</p>
        </div>
        {saveNote}
        <span className="only-desktop">
          <ButtonLink to="/agenda/masuk/antrean" icon={<IconListNumbers size={18} stroke={1.8} aria-hidden="true" />}>
            Antrean {queueCount}
          </ButtonLink>
        </span>
      </div>
      <div className={css['steps']}>
        <p className={css['stepTitle']}>{stepTitles[step]}</p>
        <span className={css['stepCount']}>
          {at} dari {steps.length}
        </span>
        <ol className={css['stepBars']} aria-hidden="true">
          {steps.map((one) => (
            <li key={one} data-at={one === step ? 'now' : one < step ? 'done' : 'ahead'} />
          ))}
        </ol>
      </div>
    </div>
  );
}
