import { IconAlertTriangle, IconDeviceMobile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isProblem } from '../api/index.ts';
import { Button } from '../kit/index.ts';
import css from './return-note.module.css';
import type { DraftEditing } from './use-draft.ts';

/** Above the draft while its words are not where they should be: a conflict, a refusal, or words put back from the device. */
export function SaveWarning({ editing, onCompare }: { editing: DraftEditing; onCompare: () => void }) {
  const { saving, saver } = editing;
  if (saving.conflict !== null) {
    return (
      <Warning head="Konsep berubah di tempat lain. Perubahan Anda belum disimpan di server.">
        <Button size="small" onClick={onCompare}>
          Bandingkan
        </Button>
      </Warning>
    );
  }
  if (isProblem(saving.problem)) {
    return (
      <Warning head="Perubahan terakhir ditolak server; tulisan Anda tetap di sini." text={saving.problem.message}>
        <Button size="small" onClick={() => void saver.flush()}>
          Coba lagi
        </Button>
      </Warning>
    );
  }
  if (editing.isRestored && saving.phase !== 'saved') {
    return (
      <div className={css['note']} role="status">
        <IconDeviceMobile size={20} stroke={1.8} aria-hidden="true" />
        <div className={css['text']}>
          Tulisan yang tersimpan di perangkat ini dipulihkan dan sedang dikirim ke server.
        </div>
      </div>
    );
  }
  return null;
}

function Warning({ head, text, children }: { head: string; text?: string; children: ReactNode }) {
  return (
    <div className={css['note']} role="alert">
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />
      <div className={css['text']}>
        <p className={css['head']}>{head}</p>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      {children}
    </div>
  );
}
