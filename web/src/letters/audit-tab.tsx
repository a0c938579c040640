import { useQueryClient } from '@tanstack/react-query';
import type { Letter } from '../../../server/letters/contract.ts';
import { useOperation } from '../api/index.ts';
import { AuditCard } from './audit-card.tsx';
import { AuditEvents } from './audit-events.tsx';
import css from './audit-tab.module.css';
import { getJourney, listLetterEvents } from './letter-operations.ts';

export function AuditTab({ letter }: { letter: Letter }) {
  const client = useQueryClient();
  const journey = useOperation(getJourney, { params: { letterId: letter.id } });
  const recheck = () =>
    Promise.all([client.invalidateQueries({ queryKey: [listLetterEvents.path] }), journey.refetch()]);
  return (
    <div className={css['tab']}>
      {journey.data === undefined ? null : (
        <div className={css['card']}>
          <AuditCard letter={letter} audit={journey.data.audit} recheck={recheck} />
        </div>
      )}
      <AuditEvents letterId={letter.id} />
    </div>
  );
}
