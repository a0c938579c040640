import { IconArrowRight, IconListNumbers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { formatDate } from '../format/dates.ts';
import { ActionBar, Badge, Button, ButtonLink, GradeBadge, Notice, Pager, Spinner } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { useOnline } from '../shell/use-online.ts';
import type { Certificate } from './certificate-card.tsx';
import { ChangesSheet } from './changes-sheet.tsx';
import { InitialsHistory } from './initials-history.tsx';
import { LetterPages } from './letter-pages.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { ReturnSheet } from './return-sheet.tsx';
import css from './sign-screen.module.css';
import { getLetter } from '../letters/letter-operations.ts';
import { progressTitle, SigningProgressView } from './signing-progress.tsx';
import { countRecipients, describeRecipients, earlierInitials, typeNames } from './signing-words.ts';
import { useSigning, type Signing } from './use-signing.ts';
import { useSigningQueue, type SigningQueue } from './use-signing-queue.ts';
import { useOperation } from '../api/index.ts';

function StateBadge({ letter }: { letter: Letter }) {
  if (letter.status === 'signing')
    return (
      <Badge tone="paraf" icon={<Spinner size={13} />}>
        Menandatangani
      </Badge>
    );
  if (letter.status === 'signed') return <Badge tone="selesai">Ditandatangani</Badge>;
  if (letter.status === 'dispatched') return <Badge tone="selesai">Terkirim</Badge>;
  return <Badge tone="paraf">Perlu tanda tangan</Badge>;
}

function factsOf(letter: Letter): string {
  const facts = [`Kepada ${describeRecipients(letter.recipients)}`, typeNames[letter.type]];
  if (letter.dueDate !== null) facts.push(`balasan diminta ${formatDate(letter.dueDate)}`);
  return facts.join(' · ');
}

function NumberNotice({ letter }: { letter: Letter }) {
  return (
    <Notice icon={<IconListNumbers size={20} stroke={1.8} aria-hidden="true" />}>
      {letter.number === null ? (
        <>Nomor diambil saat Anda menandatangani. Setelah itu surat langsung terkirim ke </>
      ) : (
        <>
          Nomor <strong>{letter.number}</strong> sudah milik surat ini dan tetap dipakai. Setelah ditandatangani, surat
          langsung terkirim ke{' '}
        </>
      )}
      {countRecipients(letter.recipients)}.
    </Notice>
  );
}

interface PartProps {
  letter: Letter;
  signing: Signing;
  queue: SigningQueue;
}

/** While the worker has the letter, and after it. */
function UnderWay({ letter, signing, queue }: PartProps) {
  const { progress } = signing;
  return (
    <div className={css['panel']} data-under-way="">
      <div className={css['progress']}>
        {progress === undefined ? null : (
          <SigningProgressView progress={progress} recipients={describeRecipients(letter.recipients)} />
        )}
      </div>
      <div className={css['onward']}>
        <ActionBar>
          {queue.others > 0 ? (
            <Button
              variant="primary"
              full
              trailing={<IconArrowRight size={20} stroke={1.8} aria-hidden="true" />}
              onClick={queue.openNext}
            >
              Lanjut ke surat berikutnya ({queue.others})
            </Button>
          ) : (
            <ButtonLink variant="primary" full to="/ttd">
              Kembali ke daftar
            </ButtonLink>
          )}
          <ButtonLink variant="quiet" full to="/surat/$id" params={{ id: letter.id }} search={{ tab: 'perjalanan' }}>
            Lihat perjalanan surat
          </ButtonLink>
        </ActionBar>
      </div>
    </div>
  );
}

function blockedReason(letter: Letter, online: boolean): string | undefined {
  if (!letter.actions.includes('sign')) {
    if (letter.status === 'ready_to_sign')
      return `Dari jabatan yang sedang Anda pakai, surat ini tidak dapat ditandatangani. Penanda tangannya ${letter.signatory?.title ?? 'jabatan lain'}.`;
    return 'Surat ini sedang tidak menunggu tanda tangan.';
  }
  return online ? undefined : 'Tanda tangan perlu sambungan. Passphrase Anda tetap terisi sampai tersambung lagi.';
}

/** Before signing: what is known about the letter, and the passphrase. */
function BeforeSigning({
  letter,
  signing,
  certificate,
  onReturn,
}: PartProps & { certificate: Certificate | null; onReturn: () => void }) {
  const [comparing, setComparing] = useState(false);
  const online = useOnline();
  const earlier = earlierInitials(letter.circuit, letter.contentVersion);
  const reload = useOperation(getLetter, { params: { letterId: letter.id } }).refetch;
  return (
    <div className={css['panel']}>
      <div className={css['history']}>
        <InitialsHistory letter={letter} onCompare={() => setComparing(true)} />
      </div>
      <div className={css['notes']}>
        <NumberNotice letter={letter} />
      </div>
      <PassphraseForm
        formRef={signing.formRef}
        failure={signing.progress?.failure ?? undefined}
        certificate={certificate}
        passphrase={signing.passphrase}
        onPassphrase={signing.setPassphrase}
        blocked={blockedReason(letter, online)}
        pending={signing.pending}
        problem={signing.problem}
        onRetry={() => {
          signing.forget();
          void reload();
        }}
        onSign={signing.press}
        onReturn={letter.actions.includes('return') ? onReturn : undefined}
      />
      {earlier === undefined ? null : (
        <ChangesSheet
          letterId={letter.id}
          from={earlier.oldestVersion}
          to={letter.contentVersion}
          open={comparing}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}

/** The final PDF beside everything the signatory should know, and what happens after the press. */
export function SignLetter({ letter, certificate }: { letter: Letter; certificate: Certificate | null }) {
  const [returning, setReturning] = useState(false);
  const signing = useSigning(letter);
  const queue = useSigningQueue(letter.id);
  const { isUnderWay } = signing;
  const canSign = letter.actions.includes('sign') && !isUnderWay;
  const openReturn = () => setReturning(true);
  useKeys({
    t: canSign ? signing.press : undefined,
    r: letter.actions.includes('return') && !isUnderWay ? openReturn : undefined,
    j: () => queue.move(1),
    k: () => queue.move(-1),
  });

  useEffect(() => {
    if (isUnderWay) document.getElementById('kemajuan-ttd')?.focus();
  }, [isUnderWay]);

  const place = queue.at === undefined ? '' : `${queue.at} dari ${queue.of} · `;
  return (
    <div className={css['screen']} data-under-way={isUnderWay ? '' : undefined}>
      <PageTitle
        title={letter.subject}
        backTo="/ttd"
        context={`${place}Perlu Tanda Tangan`}
        badges={
          <>
            <StateBadge letter={letter} />
            <GradeBadge grade={letter.handlingGrade} security={letter.securityClass} />
          </>
        }
        meta={factsOf(letter)}
        actions={
          queue.at === undefined ? undefined : <Pager at={queue.at} of={queue.of} onMove={(step) => queue.move(step)} />
        }
      />
      <div className={css['split']}>
        <div className={css['pages']}>
          <LetterPages letterId={letter.id} title={letter.subject} />
        </div>
        <aside className={css['side']} aria-label={isUnderWay ? progressLabel(signing) : 'Tanda tangan'}>
          {isUnderWay ? (
            <UnderWay letter={letter} signing={signing} queue={queue} />
          ) : (
            <BeforeSigning
              letter={letter}
              signing={signing}
              queue={queue}
              certificate={certificate}
              onReturn={openReturn}
            />
          )}
        </aside>
      </div>
      <ReturnSheet
        letter={letter}
        open={returning}
        onClose={() => setReturning(false)}
        onReturned={() => {
          setReturning(false);
          queue.openNext();
        }}
      />
    </div>
  );
}

function progressLabel(signing: Signing): string {
  return signing.progress === undefined ? 'Penandatanganan' : progressTitle(signing.progress);
}
