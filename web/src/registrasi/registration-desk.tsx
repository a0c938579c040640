import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Intake } from '../../../server/intake/contract.ts';
import { agencyNow, formatShortDate, formatTime, zoneName } from '../format/dates.ts';
import { ErrorNote } from '../kit/index.ts';
import { SaveNote } from '../konsep/save-note.tsx';
import { useKeys } from '../shell/use-keys.ts';
import type { LetterInHand } from './compare-sheet.tsx';
import { DirectField } from './direct-field.tsx';
import { DuplicateBanner } from './duplicate-banner.tsx';
import type { FieldProps } from './field-props.ts';
import { IntakeFiles } from './intake-files.tsx';
import { MailNote, ReadingNotice, Recap } from './intake-notes.tsx';
import { intakePageAddress } from './intake-operations.ts';
import { placeInQueue } from './next-in-queue.ts';
import css from './registration-desk.module.css';
import { RegistrationFoot, type Step } from './registration-foot.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { RegistrationHead } from './registration-head.tsx';
import {
  channelLabel,
  isSealed,
  startValues,
  type ReadField,
  type RegistrationContext,
  type RegistrationValues,
} from './registration-values.ts';
import type { ScanPageImage } from './scan-page.tsx';
import { ScanSide } from './scan-side.tsx';
import { SealedNotice } from './sealed-notice.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useRegister, type Registering } from './use-register.ts';
import { useRegistration, type Registration } from './use-registration.ts';

interface RegistrationDeskProps {
  /** The item of the queue; null for paper that stays paper. */
  intake: Intake | null;
  context: RegistrationContext;
  /** The queue, oldest first, as far as it is loaded. */
  queue: { items: readonly { id: string }[]; total: number };
  /** Typed before, when the scan had to go. */
  start?: Partial<RegistrationValues>;
  /** After saving, an empty form instead of the next item of the queue. */
  onEmpty?: () => void;
  /** The scan of a sealed letter is off the queue; the form goes on without it. */
  onWithoutScan?: (values: RegistrationValues) => void;
}

const sources = { upload: 'diunggah', camera: 'foto', email: 'dari surel' } as const;

/** "24 Nov 2026, 08.36 WIB" */
function receivedWords(intake: Intake | null): string {
  if (intake === null) return 'Saat disimpan';
  return `${formatShortDate(intake.receivedAt)}, ${formatTime(intake.receivedAt)} ${zoneName()}`.trimEnd();
}

function metaOf({ intake, context, queue }: RegistrationDeskProps): string {
  if (intake === null) return `Tanpa pindaian · ${context.registerName}`;
  const { at } = placeInQueue(queue.items, intake.id);
  const place = at === 0 ? 'Antrean pindai' : `Antrean pindai ${at} dari ${queue.total}`;
  return [place, intake.title, sources[intake.source]].join(' · ');
}

function pagesOf(intake: Intake | null): ScanPageImage[] {
  if (intake === null) return [];
  return intake.pages.map(({ page, widthPx, heightPx }) => ({
    src: intakePageAddress(intake.id, page),
    widthPx,
    heightPx,
  }));
}

function inHandOf(intake: Intake | null, values: RegistrationValues, pages: readonly ScanPageImage[]): LetterInHand {
  return {
    number: values.number,
    letterDate: values.letterDate,
    sender: values.senderTitle === '' ? values.senderUnit : values.senderTitle,
    subject: values.subject,
    receivedAt: intake?.receivedAt ?? agencyNow().toISOString(),
    pageSrc: isSealed(values) ? undefined : pages[0]?.src,
  };
}

/** The fields with what the pages say about them, and the place that is looked at. */
function useForm(intake: Intake | null, registration: Registration, errorOf: Registering['errorOf']) {
  const [active, setActive] = useState<ReadField | null>(null);
  const [wish, setWish] = useState(0);
  const { values, edits } = registration;
  const form: FieldProps = {
    values,
    change: registration.change,
    proposals: intake === null || isSealed(values) ? {} : intake.proposals,
    edits,
    onChecked: (field) => {
      if (!edits.checked.includes(field)) registration.set({ checked: [...edits.checked, field] });
    },
    active,
    onActive: (field) => {
      setActive(field);
      setWish((count) => count + 1);
    },
    errorOf,
  };
  return { form, wish };
}

function SaveState({ intake, registration }: { intake: Intake | null; registration: Registration }) {
  if (intake === null) return <span className="meta">Tersimpan setelah Anda menekan Simpan</span>;
  return <SaveNote saving={registration.saving} openedAt={intake.draftSavedAt ?? intake.receivedAt} />;
}

interface DirectProps {
  context: RegistrationContext;
  registration: Registration;
  error: string | undefined;
}

function Direct({ context, registration, error }: DirectProps) {
  if (!context.canDirect) return <p className="meta">Surat ini diarahkan oleh pengarah surat setelah disimpan.</p>;
  return (
    <DirectField
      label="Arahkan ke"
      usual={context.desks.map((desk) => ({ positionId: desk.positionId, title: desk.shortTitle }))}
      chosen={registration.edits.desks}
      onChange={(desks) => registration.set({ desks })}
      error={error}
    />
  );
}

function useSaveKey({ pending, save }: Registering, isBlocked: boolean): void {
  useKeys({ 'Ctrl+Enter': pending || isBlocked ? undefined : () => save('next') });
}

function Problem({ problem }: Pick<Registering, 'problem'>) {
  return problem === null ? null : <ErrorNote problem={problem} />;
}

function IntakeTop({ intake }: { intake: Intake | null }) {
  if (intake === null) return null;
  return (
    <>
      <div className={css['files']}>
        <IntakeFiles intake={intake} />
      </div>
      <ReadingNotice intake={intake} />
    </>
  );
}

/** A scan that is there is looked at already; without one the phone begins at the data. */
function firstStepOf(intake: Intake | null): { first: Step; at: Step } {
  if (intake === null) return { first: 2, at: 2 };
  return { first: 1, at: intake.state === 'ready' ? 2 : 1 };
}

/** Scan left, form right; on phones one part a screen. */
export function RegistrationDesk(props: RegistrationDeskProps) {
  const { intake, context, queue, start, onEmpty, onWithoutScan } = props;
  const navigate = useNavigate();
  const later = () => void navigate({ to: '/agenda/masuk/antrean' });
  const [step, setStep] = useState<Step>(() => firstStepOf(intake).at);
  const intakeId = intake?.id ?? null;
  const registration = useRegistration(intake, { ...startValues(intake), ...start });
  const { values, edits } = registration;
  const duplicates = useDuplicates(intakeId, values, intake?.state !== 'reading');
  const registering = useRegister({
    intakeId,
    registration,
    canDirect: context.canDirect,
    nextId: placeInQueue(queue.items, intakeId ?? '').next?.id,
    onEmpty,
    onGap: () => setStep(2),
  });
  const { form, wish } = useForm(intake, registration, registering.errorOf);
  const isBlocked = isSealed(values) && intake !== null;
  useSaveKey(registering, isBlocked);
  const pages = pagesOf(intake);

  return (
    <div className={css['screen']} data-step={step} data-scan={pages.length === 0 ? undefined : ''}>
      <RegistrationHead
        title="Registrasi surat masuk"
        meta={metaOf(props)}
        saveNote={<SaveState intake={intake} registration={registration} />}
        queueCount={queue.total}
        step={step}
        firstStep={firstStepOf(intake).first}
        onStep={setStep}
      />
      <div className={css['columns']}>
        <ScanSide intake={intake} pages={pages} form={form} wish={wish} />
        <div className={css['write']}>
          <div className={css['form']}>
            <IntakeTop intake={intake} />
            <Recap values={values} onChange={() => setStep(2)} />
            <SealedNotice values={values} intakeId={intakeId} onWithoutScan={onWithoutScan} />
            <DuplicateBanner
              duplicates={duplicates}
              inHand={inHandOf(intake, values, pages)}
              isNotDuplicate={edits.isNotDuplicate}
              onDecide={(isNotDuplicate) => registration.set({ isNotDuplicate })}
            />
            <Problem problem={registering.problem} />
            <RegistrationForm
              form={form}
              context={context}
              received={{ at: receivedWords(intake), note: channelLabel(values.channel) }}
              direct={
                <Direct context={context} registration={registration} error={registering.problem?.field('direct.to')} />
              }
            />
            <MailNote intake={intake} />
          </div>
          <RegistrationFoot
            context={context}
            step={step}
            onStep={setStep}
            firstStep={firstStepOf(intake).first}
            pending={registering.pending}
            blocked={isBlocked}
            onLater={intake === null ? undefined : later}
            onSave={() => registering.save('open')}
            onSaveNext={() => registering.save('next')}
            nextLabel={onEmpty === undefined ? 'Simpan & teruskan' : 'Simpan & isi lagi'}
          />
        </div>
      </div>
    </div>
  );
}
