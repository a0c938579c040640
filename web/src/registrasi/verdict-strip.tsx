import { IconChevronRight, IconShieldCheck, IconShieldQuestion, IconShieldX, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { IntakeVerdict } from '../../../server/intake/contract.ts';
import { formatDateTime } from '../format/dates.ts';
import { DataList, DataRow, Sheet } from '../kit/index.ts';
import css from './verdict-strip.module.css';

type Verdict = IntakeVerdict['verdict'];

const looks: Record<Verdict, { icon: Icon; title: string; note: string }> = {
  valid: { icon: IconShieldCheck, title: 'Tanda tangan sah', note: 'isi tidak berubah sejak ditandatangani' },
  changed: { icon: IconShieldX, title: 'Berubah setelah ditandatangani', note: 'tanyakan kepada pengirim' },
  invalid: { icon: IconShieldX, title: 'Tanda tangan tidak sah', note: 'tanyakan kepada pengirim' },
  unknown: { icon: IconShieldQuestion, title: 'Tanda tangan belum dapat dipastikan', note: 'penerbit tidak dikenal' },
};

/** "CN=Penerbit, O=..." as people read it. */
function nameOf(distinguishedName: string): string {
  return /CN=((?:\\.|[^,\\])+)/u.exec(distinguishedName)?.[1]?.replace(/\\(.)/gu, '$1') ?? distinguishedName;
}

function describe(signature: IntakeVerdict['signatures'][number]): string {
  const at = signature.signedAt === null ? [] : [formatDateTime(signature.signedAt)];
  return [signature.signer, nameOf(signature.issuer), ...at].join(' · ');
}

/** What was found when the PDF came in, said before its words are believed. */
export function VerdictStrip({ verdict }: { verdict: IntakeVerdict }) {
  const [open, setOpen] = useState(false);
  const look = looks[verdict.verdict];
  const [first] = verdict.signatures;
  return (
    <>
      <button type="button" className={css['strip']} data-verdict={verdict.verdict} onClick={() => setOpen(true)}>
        <look.icon size={24} stroke={1.8} aria-hidden="true" />
        <span className={css['text']}>
          <span>
            <strong>{look.title}</strong> <span className={css['note']}>{look.note}</span>
          </span>
          {first === undefined ? null : <span className={css['signer']}>{describe(first)}</span>}
        </span>
        <span className={css['more']}>Rincian</span>
        <IconChevronRight className={css['arrow']} size={18} stroke={2} aria-hidden="true" />
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={look.title}>
        <p className={css['reason']}>{verdict.reason}</p>
        {verdict.signatures.map((signature, index) => (
          <div key={index} className={css['signature']}>
            <DataList>
              <DataRow label="Penanda tangan">{signature.signer}</DataRow>
              <DataRow label="Penerbit" note={signature.isTrusted ? 'Dipercaya di sini' : 'Tidak dikenal di sini'}>
                {nameOf(signature.issuer)}
              </DataRow>
              {signature.signedAt === null ? null : (
                <DataRow label="Waktu">{formatDateTime(signature.signedAt)}</DataRow>
              )}
            </DataList>
          </div>
        ))}
      </Sheet>
    </>
  );
}
