import { IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Intake } from '../../../server/intake/contract.ts';
import { agencyNow, formatDateTime, formatShortDate } from '../format/dates.ts';
import { Button, ErrorNote, Notice, Spinner } from '../kit/index.ts';
import { SaveNote } from '../konsep/save-note.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { DirectField } from './direct-field.tsx';
import { DuplicateBanner } from './duplicate-banner.tsx';
import type { FieldProps } from './field-props.ts';
import { intakePageAddress } from './intake-operations.ts';
import { IntakeFiles } from './intake-files.tsx';
import { placeInQueue } from './next-in-queue.ts';
import css from './registration-desk.module.css';
import { RegistrationFoot, type Step } from './registration-foot.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { RegistrationHead } from './registration-head.tsx';
import {
  channelWords,
  isSealed,
  startValues,
  type ReadField,
  type RegistrationContext,
} from './registration-values.ts';
import { scanBoxes } from './scan-boxes.ts';
import { ScanPane } from './scan-pane.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useRegister } from './use-register.ts';
import { useRegistration } from './use-registration.ts';
import { VerdictStrip } from './verdict-strip.tsx';

interface RegistrationDeskProps {
  /** The item of the queue; null for paper that stays paper. */
  intake: Intake | null;
  context: RegistrationContext;
  /** The queue, oldest first, as far as it is loaded. */
  queue: { items: readonly { id: string }[]; total: number };
  /** After saving, an empty form instead of the next item of the queue. */
  onEmpty?: () => void;
}

const sources = { upload: 'diunggah', camera: 'foto', email: 'dari surel' } as const;

function ReadingNotice({ intake }: { intake: Intake }) {
  if (intake.state === 'reading')
    return (
      <p className={css['reading']} role="status">
        <Spinner size={16} />
        Halaman sedang dibaca. Isian terisi sendiri; Anda boleh mulai mengetik.
      </p>
    );
  if (intake.readFailure === null) return null;
  return <Notice tone="menunggu">{intake.readFailure} Berkasnya aman; ketik datanya dengan tangan.</Notice>;
}

/** In place of the scan where there is none to show. */
function ClosedEnvelope() {
  return (
    <div className={css['closed']}>
      <IconLock size={28} stroke={1.8} aria-hidden="true" />
      <p className={css['closedTitle']}>Pindaian disembunyikan</p>
      <p>
        Surat Rahasia dan Sangat rahasia dicatat sebagai amplop tertutup. Isinya tidak ditampilkan, tidak disimpan dalam
        arsip, dan tidak dapat dicari.
      </p>
    </div>
  );
}

function MailNote({ intake }: { intake: Intake }) {
  if (intake.mailFrom === null) return null;
  return (
    <details className={css['mail']}>
      <summary>
        Surel dari {intake.mailFrom}: {intake.mailSubject ?? 'tanpa judul'}
      </summary>
      <p>{intake.mailText ?? 'Surel ini tidak berisi teks.'}</p>
    </details>
  );
}

/** Scan left, form right; on phones one part a screen. */
export function RegistrationDesk({ intake, context, queue, onEmpty }: RegistrationDeskProps) {
  const navigate = useNavigate();
  const firstStep: Step = intake === null ? 2 : 1;
  const [step, setStep] = useState<Step>(intake?.state === 'ready' ? 2 : firstStep);
  const [active, setActive] = useState<ReadField | null>(null);
  const [wish, setWish] = useState(0);
  const registration = useRegistration(intake, startValues(intake));
  const { values, edits } = registration;
  const sealed = isSealed(values);
  const { at, next } = placeInQueue(queue.items, intake?.id ?? '');
  const duplicates = useDuplicates(intake?.id ?? null, values, intake?.state !== 'reading');
  const registering = useRegister({
    intakeId: intake?.id ?? null,
    registration,
    canDirect: context.canDirect,
    nextId: next?.id,
    onEmpty,
    onGap: () => setStep(2),
  });
  useKeys({ 'Ctrl+Enter': registering.pending ? undefined : () => registering.save('next') });

  const proposals = intake === null || sealed ? {} : intake.proposals;
  const form: FieldProps = {
    values,
    change: registration.change,
    proposals,
    edits,
    onChecked: (field) => {
      if (!edits.checked.includes(field)) registration.set({ checked: [...edits.checked, field] });
    },
    active,
    onActive: (field) => {
      setActive(field);
      setWish(wish + 1);
    },
    errorOf: registering.errorOf,
  };
  const pages = (intake?.pages ?? []).map((page) => ({
    src: intakePageAddress(intake?.id ?? '', page.page),
    widthPx: page.widthPx,
    heightPx: page.heightPx,
  }));
  const hasScan = intake !== null && pages.length > 0;
  const meta =
    intake === null
      ? `Tanpa pindaian · ${context.registerName}`
      : `Antrean pindai ${at === 0 ? '' : `${at} dari ${queue.total} `}· ${intake.title} · ${sources[intake.source]}`;

  return (
    <div className={css['screen']} data-step={step} data-scan={hasScan ? '' : undefined}>
      <RegistrationHead
        title="Registrasi surat masuk"
        meta={meta}
        saveNote={
          intake === null ? (
            <span className="meta">Tersimpan setelah Anda menekan Simpan</span>
          ) : (
            <SaveNote saving={registration.saving} openedAt={intake.draftSavedAt ?? intake.receivedAt} />
          )
        }
        queueCount={queue.total}
        step={step}
        firstStep={firstStep}
        onStep={setStep}
      />
      <div className={css['columns']}>
        {hasScan ? (
          <div className={css['scan']}>
            {sealed ? (
              <ClosedEnvelope />
            ) : (
              <ScanPane
                pages={pages}
                title={values.subject === '' ? intake.title : values.subject}
                boxes={scanBoxes(proposals, values, edits)}
                active={active}
                wish={wish}
                notice={intake.verdict === null ? undefined : <VerdictStrip verdict={intake.verdict} />}
              />
            )}
          </div>
        ) : null}
        <div className={css['write']}>
          <div className={css['form']}>
            {intake === null ? null : (
              <div className={css['files']} data-part="berkas">
                <IntakeFiles intake={intake} />
              </div>
            )}
            {intake === null ? null : <ReadingNotice intake={intake} />}
            <div className={css['recap']}>
              <div>
                <p className={css['recapSender']}>
                  {values.senderTitle === '' ? 'Asal belum diisi' : values.senderTitle}
                </p>
                <p>{values.subject === '' ? 'Hal belum diisi' : values.subject}</p>
                <p className="meta">
                  {[values.number, values.letterDate === '' ? '' : formatShortDate(values.letterDate)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </p>
              </div>
              <Button variant="quiet" size="small" onClick={() => setStep(2)}>
                Ubah
              </Button>
            </div>
            <DuplicateBanner
              duplicates={duplicates}
              inHand={{
                number: values.number,
                letterDate: values.letterDate,
                sender: values.senderTitle === '' ? values.senderUnit : values.senderTitle,
                subject: values.subject,
                receivedAt: intake?.receivedAt ?? agencyNow().toISOString(),
                pageSrc: sealed ? undefined : pages[0]?.src,
              }}
              isNotDuplicate={edits.isNotDuplicate}
              onDecide={(isNotDuplicate) => registration.set({ isNotDuplicate })}
            />
            {registering.problem === null ? null : <ErrorNote problem={registering.problem} />}
            <RegistrationForm
              form={form}
              context={context}
              received={{
                at: intake === null ? 'Saat disimpan' : formatDateTime(intake.receivedAt),
                note: channelWords(values.channel),
              }}
              direct={
                context.canDirect ? (
                  <DirectField
                    label="Arahkan ke"
                    usual={context.desks.map((desk) => ({ positionId: desk.positionId, title: desk.shortTitle }))}
                    chosen={edits.desks}
                    onChange={(desks) => registration.set({ desks })}
                    error={registering.problem?.field('direct.to')}
                  />
                ) : (
                  <p className="meta">Surat ini diarahkan oleh pengarah surat setelah disimpan.</p>
                )
              }
            />
            {intake === null ? null : <MailNote intake={intake} />}
          </div>
          <RegistrationFoot
            context={context}
            step={step}
            onStep={setStep}
            firstStep={firstStep}
            pending={registering.pending}
            onLater={intake === null ? undefined : () => void navigate({ to: '/agenda/masuk/antrean' })}
            onSave={() => registering.save('open')}
            onSaveNext={() => registering.save('next')}
            nextLabel={intake === null ? 'Simpan & isi lagi' : 'Simpan & teruskan'}
          />
        </div>
      </div>
    </div>
  );
}
