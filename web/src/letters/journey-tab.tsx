import { Link } from '@tanstack/react-router';
import { IconChevronRight, IconShieldCheck } from '@tabler/icons-react';
import type { Letter } from '../../../server/letters/contract.ts';
import { useOperation } from '../api/index.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import { ExportRecordButton } from '../pertukaran/export-buttons.tsx';
import { AuditCard } from './audit-card.tsx';
import { DeliveryCard } from './delivery-card.tsx';
import { DeskBar } from './desk-bar.tsx';
import { JourneyCard } from './journey-card.tsx';
import css from './journey.module.css';
import { getJourney } from './letter-operations.ts';

/** Tracking as of a parcel: where the letter was, how long, and where it is now. */
export function JourneyTab({ letter }: { letter: Letter }) {
  const found = useOperation(getJourney, { params: { letterId: letter.id } });
  const journey = found.data;
  if (journey === undefined)
    return (
      <div className={css['state']}>
        {found.error === null ? (
          <Skeleton rows={4} height={110} />
        ) : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
    );
  return (
    <div className={css['columns']}>
      <div className={css['first']}>
        <div className="only-desktop">
          <DeskBar journey={journey} />
        </div>
        <JourneyCard journey={journey} />
      </div>
      <div className={css['second']}>
        <DeliveryCard letter={letter} />
        {journey.audit.isIntact ? (
          <Link to="/surat/$id" params={{ id: letter.id }} search={{ tab: 'audit' }} className={css['auditLink']}>
            <IconShieldCheck size={26} stroke={1.8} aria-hidden="true" />
            <span>
              <span className={css['auditTitle']}>Jejak audit utuh</span>
              <span className={css['auditText']}>{journey.audit.events} kejadian, rantai sidik digital cocok</span>
            </span>
            <IconChevronRight size={20} stroke={1.8} aria-hidden="true" />
          </Link>
        ) : null}
        {letter.signedSha256 === null || letter.destroyed !== null ? null : (
          <ExportRecordButton kind="letter" id={letter.id} />
        )}
        <div className={journey.audit.isIntact ? 'only-desktop' : undefined}>
          <AuditCard letter={letter} audit={journey.audit} recheck={found.refetch} />
        </div>
      </div>
    </div>
  );
}
