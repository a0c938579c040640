import { IconBan, IconCheck, IconHelp, IconInbox, IconProgress, IconUserCheck, type Icon } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { trackIncomingEndpoint } from '../../../server/registration/contract.ts';
import { isProblem, operation, useOperation } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { Button, Card, ErrorNote, Skeleton, TextField, Timeline, TimelineItem } from '../kit/index.ts';
import { PublicFrame } from '../verification/public-frame.tsx';
import { VerdictCard, type VerdictTone } from '../verification/verdict-card.tsx';
import { readTrackingCode } from './read-tracking-code.ts';
import css from './track.module.css';

const track = operation<typeof trackIncomingEndpoint>('get', '/track/:code');

type Tracked = OutputOf<typeof trackIncomingEndpoint>;

interface StateLook {
  tone: VerdictTone;
  icon: Icon;
  title: string;
  sentence: string;
  step: string;
}

const looks: Record<Tracked['state'], StateLook> = {
  received: {
    tone: 'plain',
    icon: IconInbox,
    title: 'Sudah diterima',
    sentence: 'Surat tercatat dan menunggu diarahkan kepada pejabat.',
    step: 'Diterima dan dicatat',
  },
  with_official: {
    tone: 'warn',
    icon: IconUserCheck,
    title: 'Di meja pejabat',
    sentence: 'Surat sudah sampai kepada pejabat yang dituju.',
    step: 'Disampaikan kepada pejabat',
  },
  in_progress: {
    tone: 'warn',
    icon: IconProgress,
    title: 'Sedang ditindaklanjuti',
    sentence: 'Pejabat sudah memberi arahan dan unit terkait mengerjakannya.',
    step: 'Mulai ditindaklanjuti',
  },
  done: {
    tone: 'good',
    icon: IconCheck,
    title: 'Selesai ditindaklanjuti',
    sentence: 'Penanganan surat ini sudah selesai.',
    step: 'Selesai ditindaklanjuti',
  },
  cancelled: {
    tone: 'plain',
    icon: IconBan,
    title: 'Pencatatan dibatalkan',
    sentence: 'Pencatatan surat ini dibatalkan. Hubungi penerima surat bila Anda tidak tahu sebabnya.',
    step: 'Pencatatan dibatalkan',
  },
};

const brand = { to: '/lacak', name: 'Lacak surat' } as const;

/** The code of the receipt, any case, with or without dashes. */
function TrackForm() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = readTrackingCode(text);
    setWrong(code === undefined);
    if (code !== undefined) void navigate({ to: '/lacak/$kode', params: { kode: code } });
  };
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextField
        label="Kode lacak"
        name="kode"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="LTR-7Q4K-9ZP2"
        value={text}
        error={wrong ? 'Salin kode seperti tercetak pada bukti penerimaan.' : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="primary">
        Lacak
      </Button>
    </form>
  );
}

function Steps({ tracked }: { tracked: Tracked }) {
  return (
    <div className={css['steps']}>
      <Timeline label="Langkah surat">
        {tracked.steps.map((step, index) => {
          const look = looks[step.state];
          const isLast = index === tracked.steps.length - 1;
          const isOpen = isLast && step.state !== 'done' && step.state !== 'cancelled';
          return (
            <TimelineItem
              key={`${step.state} ${step.at}`}
              tone={isOpen ? 'current' : 'done'}
              icon={<look.icon size={16} stroke={2} />}
              title={look.step}
            >
              {formatDateTime(step.at)}
            </TimelineItem>
          );
        })}
      </Timeline>
    </div>
  );
}

function Privacy() {
  return (
    <Card title="Yang tampak di sini">
      <p className={css['quiet']}>
        Hanya keadaan surat. Isi, hal, dan nama pejabat tidak ditampilkan, supaya kode ini aman dibagikan.
      </p>
    </Card>
  );
}

export function TrackStartScreen() {
  return (
    <PublicFrame title="Lacak surat" brand={brand}>
      <div className={css['column']}>
        <VerdictCard
          tone="plain"
          icon={<IconInbox size={32} stroke={1.8} aria-hidden="true" />}
          title="Lacak surat"
          sentence="Sampai di mana surat yang Anda kirim? Pakai kode pada bukti penerimaan."
        >
          <div className={css['inner']}>
            <TrackForm />
          </div>
        </VerdictCard>
      </div>
      <div className={css['column']}>
        <Privacy />
      </div>
    </PublicFrame>
  );
}

export function TrackScreen() {
  const { kode } = useParams({ from: '/lacak/$kode' });
  const found = useOperation(track, { params: { code: kode } }, { staleTimeMs: 0 });
  const tracked = found.data;
  const missing = isProblem(found.error, 'not_found', 'invalid_input');
  const look = tracked === undefined ? undefined : looks[tracked.state];

  return (
    <PublicFrame title="Lacak surat" brand={brand} agency={tracked?.agencyName}>
      <div className={css['column']}>
        {found.isPending ? <Skeleton rows={4} height={64} /> : null}
        {tracked === undefined || look === undefined ? null : (
          <VerdictCard
            tone={look.tone}
            icon={<look.icon size={32} stroke={1.8} aria-hidden="true" />}
            title={look.title}
            sentence={look.sentence}
          >
            <p className={css['received']}>
              Kode {tracked.code} · diterima {tracked.unitName}, {formatDateTime(tracked.receivedAt)}
            </p>
            <Steps tracked={tracked} />
          </VerdictCard>
        )}
        {missing ? (
          <VerdictCard
            tone="plain"
            icon={<IconHelp size={32} stroke={1.8} aria-hidden="true" />}
            title="Tidak ditemukan"
            sentence="Kode ini tidak dikenal di sini."
          >
            <p className={css['inner']}>
              Periksa lagi kodenya, huruf demi huruf, pada bukti penerimaan. Bila tetap tidak ditemukan, tanyakan kepada
              unit penerima surat.
            </p>
          </VerdictCard>
        ) : null}
        {found.error === null || missing ? null : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
      <div className={css['column']}>
        <Card title="Lacak surat lain">
          <TrackForm />
        </Card>
        <Privacy />
      </div>
    </PublicFrame>
  );
}
