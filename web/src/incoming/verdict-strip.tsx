import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import css from './inbox.module.css';

type Verdict = NonNullable<Incoming['verdict']>;

const looks = {
  valid: { icon: IconShieldCheck, tone: 'selesai', label: 'Tanda tangan elektronik sah' },
  changed: { icon: IconAlertTriangle, tone: 'segera', label: 'Berubah setelah ditandatangani' },
  invalid: { icon: IconShieldX, tone: 'segera', label: 'Tanda tangan elektronik tidak sah' },
  unknown: { icon: IconShieldQuestion, tone: 'menunggu', label: 'Tanda tangan elektronik belum dapat dipastikan' },
} as const satisfies Record<Verdict['verdict'], unknown>;

/** What the signatures of a PDF that came in are worth, above its pages. */
export function VerdictStrip({ incoming }: { incoming: Incoming }) {
  const { verdict, verificationPath } = incoming;
  if (verdict === null) return null;
  const { icon: Icon, tone, label } = looks[verdict.verdict];
  const signers = verdict.signers.length === 0 ? '' : ` oleh ${verdict.signers.join(', ')}`;
  return (
    <div className={css['verdict']} data-tone={tone}>
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <span className={css['verdictText']}>
        <strong>
          {label}
          {signers}
        </strong>
        {verdict.reason === '' ? null : <span> {verdict.reason}</span>}
      </span>
      {verificationPath === null ? null : (
        <a href={verificationPath} target="_blank" rel="noopener">
          Periksa
        </a>
      )}
    </div>
  );
}
