import { Notice } from '../kit/index.ts';
import { IconLock } from '@tabler/icons-react';
import { PageTitle } from '../shell/page-title.tsx';
import { AuditEvents } from './audit-events.tsx';
import css from './audit-tab.module.css';

/** An auditor sees what was done with a letter, not what it says. */
export function AuditorView({ letterId }: { letterId: string }) {
  return (
    <>
      <PageTitle title="Jejak audit surat" backTo="/arsip" backInHistory context="Pencarian Arsip" />
      <div className={css['tab']}>
        <Notice icon={<IconLock size={20} stroke={1.8} aria-hidden="true" />}>
          Isi surat tidak terbuka untuk auditor. Kejadian di bawah ini lengkap beserta sidik digitalnya.
        </Notice>
        <AuditEvents letterId={letterId} />
      </div>
    </>
  );
}
