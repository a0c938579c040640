import {
  IconAlertTriangle,
  IconCamera,
  IconDotsVertical,
  IconMail,
  IconRefresh,
  IconScan,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { listIntakeEndpoint } from '../../../server/intake/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatListTime } from '../format/dates.ts';
import { formatCount, formatSize } from '../format/numbers.ts';
import { Badge, BadgeRow, Menu, MenuItem, showToast, Spinner } from '../kit/index.ts';
import { intakePageAddress, readIntakeAgain } from './intake-operations.ts';
import css from './queue.module.css';

export type QueueItem = OutputOf<typeof listIntakeEndpoint>['items'][number];

const sources = {
  upload: { icon: IconScan, label: 'Unggahan' },
  camera: { icon: IconCamera, label: 'Foto' },
  email: { icon: IconMail, label: 'Surel' },
} as const;

function Picture({ item }: { item: QueueItem }) {
  const [failed, setFailed] = useState(false);
  const Icon = sources[item.source].icon;
  if (item.pageCount === 0 || failed)
    return (
      <span className={css['picture']}>
        <Icon size={24} stroke={1.6} aria-hidden="true" />
      </span>
    );
  return (
    <img
      className={css['picture']}
      src={intakePageAddress(item.id, 1)}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

function sizeWords(item: QueueItem): string {
  const pages = item.pageCount === 0 ? `${item.fileCount} berkas` : `${formatCount(item.pageCount)} halaman`;
  return `${pages} · ${formatSize(item.sizeBytes)}`;
}

function Facts({ item }: { item: QueueItem }) {
  if (item.state === 'reading' && item.subject === '')
    return (
      <>
        <span className={css['subject']}>{item.title}</span>
        <span className={css['reading']}>
          <Spinner size={16} />
          Sedang dibaca
        </span>
        <span className={css['bone']} />
      </>
    );
  return (
    <>
      <span className={css['sender']}>
        {item.sender === '' ? (item.mailFrom ?? 'Asal belum terbaca') : item.sender}
      </span>
      <span className={css['subject']}>{item.subject === '' ? item.title : item.subject}</span>
    </>
  );
}

function Problems({ item }: { item: QueueItem }) {
  const sentences = [...(item.readFailure === null ? [] : [item.readFailure]), ...item.problems];
  return sentences.map((sentence) => (
    <span key={sentence} className={css['problem']}>
      <IconAlertTriangle size={16} stroke={2} aria-hidden="true" />
      {sentence}
    </span>
  ));
}

interface QueueRowProps {
  item: QueueItem;
  /** Receivers see the queue, but hand the registration on. */
  mayRegister: boolean;
  onDiscard: () => void;
}

/** One thing that waits: what it seems to be, how it came, and what kept it from being read. */
export function QueueRow({ item, mayRegister, onDiscard }: QueueRowProps) {
  const again = useCommand(readIntakeAgain, {
    onDone: () => showToast('Berkas dibaca ulang'),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
    refresh: ['intake'],
  });
  const source = sources[item.source];
  const content = (
    <>
      <Picture item={item} />
      <span className={css['text']}>
        <Facts item={item} />
        <Problems item={item} />
        <BadgeRow>
          <Badge tone="diarsipkan" icon={<source.icon size={14} stroke={2} aria-hidden="true" />}>
            {source.label}
          </Badge>
          {item.hasDraft ? <Badge tone="menunggu">Draf tersimpan</Badge> : null}
          <span className="meta">{sizeWords(item)}</span>
        </BadgeRow>
      </span>
      <span className={css['time']}>{formatListTime(item.receivedAt)}</span>
    </>
  );

  return (
    <li className={css['row']}>
      {mayRegister ? (
        <Link
          to="/agenda/masuk/registrasi/$intakeId"
          params={{ intakeId: item.id }}
          className={css['link']}
          data-queue-item=""
        >
          {content}
        </Link>
      ) : (
        <div className={css['link']}>{content}</div>
      )}
      <Menu
        label={`Tindakan untuk ${item.title}`}
        buttonLabel={`Tindakan untuk ${item.title}`}
        buttonClass={css['menu']}
        button={<IconDotsVertical size={20} stroke={1.8} aria-hidden="true" />}
      >
        <MenuItem
          icon={<IconRefresh size={18} stroke={1.8} />}
          onPick={() => again.press({ params: { intakeId: item.id } })}
        >
          Baca ulang
        </MenuItem>
        {mayRegister ? (
          <MenuItem icon={<IconTrash size={18} stroke={1.8} />} onPick={onDiscard}>
            Keluarkan dari antrean
          </MenuItem>
        ) : null}
      </Menu>
    </li>
  );
}
