import { IconCheck, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import type { CircuitStep, Letter } from '../../../server/letters/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Badge } from '../kit/index.ts';
import { earlierInitials } from './signing-words.ts';
import css from './initials-history.module.css';

function HistoryRow({ step }: { step: CircuitStep }) {
  return (
    <li className={css['row']}>
      <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
      <span className={css['desk']} title={step.actedBy ?? undefined}>
        {step.desk.shortTitle}
      </span>
      <span className={css['when']}>
        versi {step.contentVersion} · {step.actedAt === null ? '' : formatShortDateTime(step.actedAt)}
      </span>
    </li>
  );
}

function VersionNote({ letter, onCompare }: { letter: Letter; onCompare: () => void }) {
  const earlier = earlierInitials(letter.circuit, letter.contentVersion);
  return (
    <div className={css['note']}>
      <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
      <div>
        Isi PDF sama dengan versi {letter.contentVersion}.{' '}
        {earlier === undefined ? (
          'Semua paraf diberikan pada isi ini.'
        ) : (
          <>
            Ada {earlier.count} paraf yang diberikan pada versi sebelumnya.{' '}
            <button type="button" className={css['compare']} onClick={onCompare}>
              Lihat perbedaan
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** Who gave their initials, on which version; folded on phones, where the first line says the essential. */
export function InitialsHistory({ letter, onCompare }: { letter: Letter; onCompare: () => void }) {
  const given = letter.circuit
    .filter((step) => step.status === 'initialled')
    .sort((a, b) => (a.actedAt ?? '').localeCompare(b.actedAt ?? ''));
  if (given.length === 0)
    return <p className={css['none']}>Surat ini diajukan langsung kepada Anda, tanpa paraf berjenjang.</p>;
  const earlier = earlierInitials(letter.circuit, letter.contentVersion);
  const summary =
    earlier === undefined
      ? `${given.length} paraf lengkap, isi sama dengan versi ${letter.contentVersion}`
      : `${given.length} paraf lengkap, ${earlier.count} pada versi sebelumnya`;

  const list = (
    <>
      <ol className={css['list']}>
        {given.map((step) => (
          <HistoryRow key={step.id} step={step} />
        ))}
      </ol>
      <VersionNote letter={letter} onCompare={onCompare} />
    </>
  );

  return (
    <>
      <section className="only-desktop">
        <div className={css['head']}>
          <h2>Riwayat paraf</h2>
          <Badge tone="selesai" icon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}>
            {given.length} lengkap
          </Badge>
        </div>
        {list}
      </section>
      <details className={`only-phone ${css['folded'] ?? ''}`}>
        <summary>
          <IconCircleCheck size={20} stroke={1.8} aria-hidden="true" />
          <span>{summary}</span>
        </summary>
        {list}
      </details>
    </>
  );
}
