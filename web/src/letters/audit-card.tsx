import { IconAlertTriangle, IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { useCommand } from '../api/index.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, Card, showToast, DownloadButton } from '../kit/index.ts';
import css from './journey.module.css';
import { shortHash, type Journey } from './journey-words.ts';
import { checkChain, letterProofAddress } from './letter-operations.ts';

interface AuditCardProps {
  letter: Letter;
  audit: Journey['audit'];
  /** Asks the server to check the events of this letter again. */
  recheck: () => Promise<unknown>;
}

/** The state of the event chain; its head is not the checksum of the PDF. */
export function AuditCard({ letter, audit, recheck }: AuditCardProps) {
  const desk = useCurrentDesk();
  const [isChecking, setChecking] = useState(false);
  const whole = useCommand(checkChain, {
    refresh: [],
    onDone: ({ isIntact, events, firstBrokenSeq }) =>
      showToast(
        isIntact
          ? `Seluruh rantai instansi cocok, ${formatCount(events)} kejadian`
          : `Rantai instansi tidak cocok mulai kejadian ${String(firstBrokenSeq)}`,
        isIntact ? {} : { tone: 'problem' },
      ),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  const mayCheckAll = desk?.roles.some((role) => role === 'auditor' || role === 'admin') === true;

  const check = async () => {
    setChecking(true);
    await recheck();
    setChecking(false);
    if (mayCheckAll) whole.press({});
    else showToast('Jejak audit surat ini sudah diperiksa ulang');
  };

  const Icon = audit.isIntact ? IconShieldCheck : IconAlertTriangle;
  return (
    <Card tone={audit.isIntact ? 'selesai' : 'segera'}>
      <div className={css['audit']} data-intact={audit.isIntact ? '' : undefined}>
        <Icon size={26} stroke={1.8} aria-hidden="true" />
        <div>
          <h2 className={css['auditTitle']}>{audit.isIntact ? 'Jejak audit utuh' : 'Jejak audit tidak cocok'}</h2>
          <p className={css['auditText']}>
            {audit.events} kejadian,{' '}
            {audit.isIntact ? 'rantai sidik digital cocok' : 'sidik digitalnya tidak berurutan'}. Diperiksa{' '}
            {formatDateTime(audit.checkedAt)}.
          </p>
        </div>
      </div>
      <p className={css['hash']} title={`Ujung rantai ${audit.chainHead}`}>
        <span className="only-read">Ujung rantai: </span>
        {shortHash(audit.chainHead)}
      </p>
      <div className={css['auditFoot']}>
        <DownloadButton
          variant="outline"
          icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
          href={letterProofAddress(letter.id)}
        >
          Unduh bukti
        </DownloadButton>
        <Button variant="quiet" pending={isChecking || whole.pending} onClick={() => void check()}>
          Periksa ulang
        </Button>
      </div>
    </Card>
  );
}
