import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { DispositionSheet, SendButton, WriterBody } from '../disposisi/disposition-sheet.tsx';
import { isVacant, keyOf, toggleRecipient } from '../disposisi/disposition-draft.ts';
import { GivenCard, WaitingCard } from '../disposisi/given-card.tsx';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { ActionBar, ActionRow, Button, Chip, ChipRow, KeyHint } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import css from './inbox.module.css';
import { ShortIncomingJourney } from './incoming-journey.tsx';
import type { IncomingWork } from './use-incoming-disposition.ts';

const barChips = 6;

interface SideProps {
  incoming: Incoming;
  work: IncomingWork;
}

function NextButton({ work }: { work: IncomingWork }) {
  if (work.goNext === undefined) return null;
  return (
    <Button
      variant="primary"
      size="large"
      full
      trailing={<IconArrowRight size={18} stroke={2} aria-hidden="true" />}
      onClick={work.goNext}
    >
      Surat berikutnya{work.left === undefined || work.left === 0 ? '' : ` · ${work.left} lagi`}
    </Button>
  );
}

function Given({ work }: { work: IncomingWork }) {
  if (work.waiting !== undefined) return <WaitingCard entry={work.waiting} />;
  return work.given.length === 0 ? null : <GivenCard items={work.given} rollup={work.rollup} />;
}

/** The second column of the reader on wide screens: the disposition, then where the letter has been. */
function Panel({ incoming, work }: SideProps) {
  const panel = useRef<HTMLDivElement>(null);
  useKeys({
    d: () => {
      if (!work.isWriting && work.canDispose) work.writeAgain();
      panel.current?.querySelector<HTMLElement>('button')?.focus();
    },
    'Ctrl+Enter': work.isWriting ? work.writer.send : undefined,
  });
  return (
    <aside className={css['panel']} aria-label="Disposisi dan perjalanan" ref={panel}>
      {work.isWriting ? (
        <>
          <h2 className="only-read">Disposisi</h2>
          <WriterBody writer={work.writer} />
          <div className={css['send']}>
            <SendButton writer={work.writer} />
            <p className={css['keys']}>
              <KeyHint>D</KeyHint> disposisi · <KeyHint>J</KeyHint>/<KeyHint>K</KeyHint> pindah ·{' '}
              <KeyHint>Ctrl</KeyHint>+<KeyHint>Enter</KeyHint> kirim
            </p>
          </div>
        </>
      ) : (
        <>
          <Given work={work} />
          <NextButton work={work} />
          {work.canDispose && work.waiting === undefined ? (
            <Button variant="quiet" onClick={work.writeAgain}>
              Buat disposisi lagi
            </Button>
          ) : null}
        </>
      )}
      <section>
        <div className={css['partHead']}>
          <h2 className={css['partTitle']}>Perjalanan surat</h2>
          <Link to="/masuk/$id" params={{ id: incoming.id }} search={{ tab: 'perjalanan' }} replace>
            Lihat lengkap
          </Link>
        </div>
        <ShortIncomingJourney incomingId={incoming.id} />
      </section>
    </aside>
  );
}

/** The first tap chooses a recipient and opens the sheet with everything else filled in. */
function QuickRecipients({ work }: { work: IncomingWork }) {
  const { options, draft, change } = work.writer;
  if (options === undefined || draft === undefined) return null;
  const filled = options.recipients.filter((one) => !isVacant(one));
  return (
    <ChipRow label="Penerima disposisi">
      {filled.slice(0, barChips).map((choice) => {
        const isChosen = draft.recipients.some((one) => keyOf(one) === keyOf(choice));
        return (
          <Chip
            key={keyOf(choice)}
            selected={isChosen}
            onSelect={() => {
              if (!isChosen) change((now) => toggleRecipient(now, choice));
              work.setSheetOpen(true);
            }}
          >
            {choice.label}
          </Chip>
        );
      })}
    </ChipRow>
  );
}

function PhoneBar({ work }: { work: IncomingWork }) {
  const isDone = !work.isWriting;
  if (isDone ? work.goNext === undefined : !work.canDispose) return null;
  return (
    <ActionBar>
      {isDone ? (
        <ActionRow>
          <NextButton work={work} />
        </ActionRow>
      ) : (
        <>
          <QuickRecipients work={work} />
          <ActionRow>
            <Button variant="primary" size="large" full onClick={() => work.setSheetOpen(true)}>
              Disposisi
            </Button>
          </ActionRow>
        </>
      )}
    </ActionBar>
  );
}

/** Above the letter on phones, where there is no second column. */
export function PhoneGiven({ work }: { work: IncomingWork }) {
  const isPhone = useMedia(phoneQuery);
  if (!isPhone || work.isWriting || (work.given.length === 0 && work.waiting === undefined)) return null;
  return (
    <div className={css['phoneGiven']}>
      <Given work={work} />
      {work.canDispose && work.waiting === undefined ? (
        <Button
          variant="quiet"
          full
          onClick={() => {
            work.writeAgain();
            work.setSheetOpen(true);
          }}
        >
          Buat disposisi lagi
        </Button>
      ) : null}
    </div>
  );
}

export function IncomingSide({ incoming, work }: SideProps) {
  const isPhone = useMedia(phoneQuery);
  if (!isPhone) return <Panel incoming={incoming} work={work} />;
  return (
    <>
      <PhoneBar work={work} />
      <DispositionSheet writer={work.writer} open={work.isSheetOpen} onClose={() => work.setSheetOpen(false)} />
    </>
  );
}
