import type { HandlingGrade, SecurityClass } from '../../../server/letters/contract.ts';
import { Badge } from './badge.tsx';

/** How urgent a letter is; the security class stands in its place when it is Rahasia, and nothing when it is Biasa. */
export function GradeBadge({ grade, security }: { grade: HandlingGrade; security: SecurityClass }) {
  if (security === 'R') return <Badge tone="rahasia">Rahasia</Badge>;
  if (security === 'SR') return <Badge tone="rahasia">Sangat rahasia</Badge>;
  return (
    <>
      {grade === 'biasa' ? null : <Badge tone="segera">{grade === 'segera' ? 'Segera' : 'Sangat segera'}</Badge>}
      {security === 'T' ? <Badge tone="konsep">Terbatas</Badge> : null}
    </>
  );
}
