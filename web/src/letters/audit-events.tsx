import type { OutputOf } from '../../../server/contract.ts';
import type { listLetterEventsEndpoint } from '../../../server/audit/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDateTimeSeconds } from '../format/dates.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import css from './audit-tab.module.css';
import { eventProofAddress, listLetterEvents } from './letter-operations.ts';

type AuditEvent = OutputOf<typeof listLetterEventsEndpoint>['events'][number];

const acting = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

function Row({ event, isProven }: { event: AuditEvent; isProven: boolean }) {
  const desk = event.deskTitle === null ? '' : `${acting[event.appointmentKind ?? 'definitif']}${event.deskTitle}`;
  return (
    <tr>
      <td className={css['figure']}>{event.seq}</td>
      <td className={css['time']}>{formatDateTimeSeconds(event.at)}</td>
      <td>
        <span className={css['what']}>{event.title}</span>
        <span className={css['code']}>
          {event.action}
          {event.isSeeded ? ' · data demonstrasi' : ''}
        </span>
      </td>
      <td>
        {event.personName ?? 'Sistem'}
        {desk === '' ? null : <span className={css['desk']}>{desk}</span>}
      </td>
      <td className={css['hash']} title={event.hash}>
        {event.hash.slice(0, 16)}…
      </td>
      <td>
        {isProven ? (
          <a href={eventProofAddress(event.seq)} download aria-label={`Unduh bukti kejadian ${event.seq}`}>
            Unduh
          </a>
        ) : (
          <span className={css['code']}>Tersedia setelah jam ini</span>
        )}
      </td>
    </tr>
  );
}

/** Every recorded event of the letter with its place in the hash chain. */
export function AuditEvents({ letterId }: { letterId: string }) {
  const found = useOperation(listLetterEvents, { params: { letterId } });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={6} height={48} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const { events, provenUpTo } = found.data;
  return (
    <div className={css['frame']} tabIndex={0} role="region" aria-label="Tabel kejadian">
      <table className={css['table']}>
        <caption className="only-read">Kejadian surat, terlama di atas</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Waktu</th>
            <th scope="col">Kejadian</th>
            <th scope="col">Oleh</th>
            <th scope="col">Sidik digital</th>
            <th scope="col">Bukti</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Row key={event.seq} event={event} isProven={event.seq <= provenUpTo} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
