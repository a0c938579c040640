import {
  IconBan,
  IconBuildingBank,
  IconDatabase,
  IconLock,
  IconMail,
  IconMailbox,
  IconSend,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AgendaRow } from '../../../server/agenda/contract.ts';
import type { Channel } from '../../../server/incoming/contract.ts';
import { formatLongDate, formatShortDate, formatTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge, GradeBadge } from '../kit/index.ts';
import type { Density } from './agenda-filters.tsx';
import type { Book } from './agenda-search.ts';
import { channelLabels, isMasked, isVoid, statusLook } from './agenda-words.ts';
import css from './agenda-table.module.css';
import { dayWords, type AgendaDay } from './group-by-day.ts';
import { PageBox, RowBox } from './row-boxes.tsx';
import type { Selection } from './use-selection.ts';

const channelIcons: Record<Channel, Icon> = {
  internal: IconSend,
  counter: IconBuildingBank,
  courier: IconTruckDelivery,
  post: IconMailbox,
  email: IconMail,
  srikandi: IconDatabase,
};

function StatusCell({ row }: { row: AgendaRow }) {
  const look = statusLook(row);
  return <Badge tone={look.tone}>{look.label}</Badge>;
}

function GradeCell({ row }: { row: AgendaRow }) {
  if (row.handlingGrade === 'biasa' && row.securityClass === 'B') return <span className={css['plain']}>Biasa</span>;
  return <GradeBadge grade={row.handlingGrade} security={row.securityClass} />;
}

function Subject({ row }: { row: AgendaRow }) {
  if (!isMasked(row)) return row.subject;
  return (
    <span className={css['masked']}>
      <IconLock size={15} stroke={1.8} aria-hidden="true" />
      Isi dirahasiakan
    </span>
  );
}

function RowLink({ row, book }: { row: AgendaRow; book: Book }) {
  const number = formatCount(row.number);
  if (row.id === null) return <span className={css['number']}>{number}</span>;
  const label = `Nomor ${number}, ${row.party}`;
  const shared = { className: css['number'], 'data-agenda-row': row.id, 'aria-label': label };
  return book === 'incoming' ? (
    <Link to="/agenda/masuk/$id" params={{ id: row.id }} {...shared}>
      {number}
    </Link>
  ) : (
    <Link to="/surat/$id" params={{ id: row.id }} {...shared}>
      {number}
    </Link>
  );
}

function ChannelCell({ channel }: { channel: Channel | null }) {
  if (channel === null) return null;
  const Mark = channelIcons[channel];
  return (
    <span title={channelLabels[channel]}>
      <Mark size={18} stroke={1.7} aria-hidden="true" />
      <span className="only-read">{channelLabels[channel]}</span>
    </span>
  );
}

function VoidRow({ row, book }: { row: AgendaRow; book: Book }) {
  return (
    <tr data-void="">
      <td className={css['box']}>
        <IconBan size={17} stroke={1.8} aria-hidden="true" />
      </td>
      <td className={css['agenda']}>
        <s>
          <RowLink row={row} book={book} />
        </s>
      </td>
      <td className={css['time']}>{formatTime(row.at)}</td>
      <td>Nomor dibatalkan</td>
      <td colSpan={book === 'incoming' ? 5 : 4} className={css['reason']}>
        {row.voidReason ?? 'Tanpa keterangan'}
      </td>
      <td>
        <StatusCell row={row} />
      </td>
    </tr>
  );
}

function LetterRow({ row, book, selection }: { row: AgendaRow; book: Book; selection: Selection }) {
  return (
    <tr>
      <td className={css['box']}>
        <RowBox row={row} selection={selection} />
      </td>
      <td className={css['agenda']}>
        <RowLink row={row} book={book} />
      </td>
      <td className={css['time']}>{formatTime(row.at)}</td>
      <td className={css['cut']} title={row.party}>
        {row.party}
      </td>
      <td className={css['cut']} title={row.letterNumber}>
        {row.letterNumber === '' ? <span className={css['plain']}>Tanpa nomor</span> : row.letterNumber}
        {row.letterDate === null ? null : <span className={css['second']}>{formatShortDate(row.letterDate)}</span>}
      </td>
      <td className={css['cut']} title={isMasked(row) ? undefined : row.subject}>
        <Subject row={row} />
        {row.attachmentNote === '' ? null : <span className={css['second']}>Lampiran {row.attachmentNote}</span>}
      </td>
      <td>
        <GradeCell row={row} />
      </td>
      <td className={css['cut']} title={row.desks.join(', ')}>
        {row.desks.length === 0 ? <span className={css['plain']}>–</span> : row.desks.join(', ')}
      </td>
      {book === 'incoming' ? (
        <td className={css['channel']}>
          <ChannelCell channel={row.channel} />
        </td>
      ) : null}
      <td>
        <StatusCell row={row} />
      </td>
    </tr>
  );
}

interface AgendaListProps {
  book: Book;
  days: readonly AgendaDay[];
}

const heads: Record<Book, readonly string[]> = {
  incoming: ['Agenda', 'Jam', 'Asal surat', 'Nomor surat', 'Hal', 'Sifat', 'Diarahkan ke', 'Jalur', 'Status'],
  outgoing: ['Urut', 'Jam', 'Kepada', 'Nomor surat', 'Hal', 'Sifat', 'Penanda tangan', 'Status'],
};

interface AgendaTableProps extends AgendaListProps {
  density: Density;
  selection: Selection;
}

/** The book as a table, one part a day, its rows to be chosen; wide screens. */
export function AgendaTable({ book, days, density, selection }: AgendaTableProps) {
  return (
    <div className={css['frame']} tabIndex={0} role="region" aria-label="Buku agenda">
      <table className={css['table']} data-density={density} data-book={book}>
        <thead>
          <tr>
            <th scope="col" className={css['box']}>
              <PageBox selection={selection} />
            </th>
            {heads[book].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day.day}>
            <tr className={css['day']}>
              <th scope="rowgroup" colSpan={heads[book].length + 1}>
                {formatLongDate(day.day)} <span>· {dayWords(day)}</span>
              </th>
            </tr>
            {day.rows.map((row) =>
              isVoid(row) ? (
                <VoidRow key={row.number} row={row} book={book} />
              ) : (
                <LetterRow key={row.number} row={row} book={book} selection={selection} />
              ),
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function AgendaCard({ row, book }: { row: AgendaRow; book: Book }) {
  const dead = isVoid(row);
  return (
    <li className={css['card']} data-void={dead ? '' : undefined}>
      <div className={css['cardTop']}>
        {dead ? (
          <s>
            <RowLink row={row} book={book} />
          </s>
        ) : (
          <RowLink row={row} book={book} />
        )}
        <span className={css['time']}>{formatTime(row.at)}</span>
        <span className={css['cardStatus']}>
          <StatusCell row={row} />
        </span>
      </div>
      {dead ? (
        <p className={css['reason']}>Nomor dibatalkan. {row.voidReason}</p>
      ) : (
        <>
          <p className={css['cardParty']}>{row.party}</p>
          <p className={css['cardSubject']}>
            <Subject row={row} />
          </p>
          <p className={css['cardFoot']}>
            <GradeBadge grade={row.handlingGrade} security={row.securityClass} />
            {row.desks.length === 0 ? null : <span className="meta">{row.desks.join(', ')}</span>}
            <span className={css['cardChannel']}>
              <ChannelCell channel={row.channel} />
            </span>
          </p>
        </>
      )}
    </li>
  );
}

/** The book as cards; phones. */
export function AgendaCards({ book, days }: AgendaListProps) {
  return (
    <div className={css['cards']}>
      {days.map((day) => (
        <section key={day.day} aria-label={formatLongDate(day.day)}>
          <h2 className={css['cardDay']}>
            {formatLongDate(day.day)} <span>· {dayWords(day)}</span>
          </h2>
          <ul className={css['cardList']}>
            {day.rows.map((row) => (
              <AgendaCard key={row.number} row={row} book={book} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
