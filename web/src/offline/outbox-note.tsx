import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Disposition } from '../../../server/dispositions/contract.ts';
import { useSession } from '../accounts/session.ts';
import { hold } from '../disposisi/held.ts';
import { takeBack } from '../disposisi/take-back.ts';
import { Button } from '../kit/button.tsx';
import { outbox } from './device-outbox.ts';
import type { OutboxEntry } from './outbox.ts';
import css from './outbox-note.module.css';
import { useOutbox } from './use-outbox.ts';

/** Also without the browser noticing that the connection is back: proxies and captive networks never say so. */
const retryMs = 20_000;

function useFlush(waiting: number, online: boolean): void {
  const { person } = useSession();
  const client = useQueryClient();

  useEffect(() => {
    if (!online) return;
    const onSent = ({ command }: OutboxEntry, output: unknown) => {
      if (command.kind === 'disposition') hold(output as Disposition);
      void client.invalidateQueries();
    };
    const flush = () => void outbox.flush(person.id, onSent).catch(() => undefined);
    flush();
    if (waiting === 0) return;
    const timer = setInterval(flush, retryMs);
    return () => clearInterval(timer);
  }, [online, waiting, person.id, client]);

  // What stood on the screen without a connection is asked for again.
  useEffect(() => {
    const refresh = () => void client.invalidateQueries();
    window.addEventListener('online', refresh);
    return () => window.removeEventListener('online', refresh);
  }, [client]);
}

function Row({ entry }: { entry: OutboxEntry }) {
  const navigate = useNavigate();
  if (entry.command.kind !== 'disposition') return null;
  const { refusal } = entry;
  const Icon = refusal === null ? IconClockPause : IconAlertTriangle;
  return (
    <li className={css['row']} data-refused={refusal === null ? undefined : ''}>
      <Icon size={18} stroke={1.8} aria-hidden="true" />
      <span className={css['text']}>
        {refusal === null ? 'Menunggu sambungan: ' : 'Disposisi ditolak: '}
        {entry.command.subject} kepada {entry.command.recipients}
        {refusal === null ? null : <span className={css['why']}> {refusal.detail ?? refusal.title}</span>}
      </span>
      <Button size="small" onClick={() => void navigate({ to: '/masuk/$id', params: { id: entry.incomingId } })}>
        Buka surat
      </Button>
      <Button size="small" variant="outline" onClick={() => void takeBack(entry)}>
        Batalkan
      </Button>
    </li>
  );
}

/** What was sent without a connection: how many, what became of them, and the way to take them back. */
export function OutboxNote({ online }: { online: boolean }) {
  const entries = useOutbox();
  useFlush(entries.filter((entry) => entry.refusal === null).length, online);
  const dispositions = entries.filter((entry) => entry.command.kind === 'disposition');
  if (dispositions.length === 0) return null;
  const refused = dispositions.filter((entry) => entry.refusal !== null).length;
  const waiting = dispositions.length - refused;
  const parts = [
    ...(waiting > 0 ? [`${waiting} disposisi menunggu sambungan`] : []),
    ...(refused > 0 ? [`${refused} ditolak`] : []),
  ];
  return (
    <details className={css['note']} open={refused > 0 || undefined}>
      <summary className={css['head']}>
        <span role="status">{parts.join(', ')}</span>
      </summary>
      <ul className={css['rows']}>
        {dispositions.map((entry) => (
          <Row key={entry.key} entry={entry} />
        ))}
      </ul>
    </details>
  );
}
