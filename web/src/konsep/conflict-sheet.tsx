import { useMemo } from 'react';
import { diffBodies } from '../../../server/letters/letter-body.ts';
import { BodyDiffView } from '../editor/body-diff-view.tsx';
import { Button, Sheet } from '../kit/index.ts';
import css from './conflict-sheet.module.css';
import type { DraftContent } from './draft-content.ts';
import { listDifferences } from './list-differences.ts';

interface ConflictSheetProps {
  mine: DraftContent;
  /** What the server holds; null without a conflict. */
  theirs: DraftContent | null;
  isOpen: boolean;
  isPending: boolean;
  onClose: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two versions side by side; a person chooses, nothing is overwritten by itself. */
export function ConflictSheet(props: ConflictSheetProps) {
  const { mine, theirs, isOpen, isPending, onClose, onKeepMine, onTakeTheirs } = props;
  return (
    <Sheet
      wide
      open={isOpen && theirs !== null}
      onClose={onClose}
      title="Konsep berubah di tempat lain"
      footer={
        <>
          <Button onClick={onTakeTheirs} disabled={isPending}>
            Pakai versi server
          </Button>
          <Button variant="primary" onClick={onKeepMine} pending={isPending}>
            Pakai versi saya
          </Button>
        </>
      }
    >
      {theirs === null ? null : <Comparison mine={mine} theirs={theirs} />}
    </Sheet>
  );
}

function Comparison({ mine, theirs }: { mine: DraftContent; theirs: DraftContent }) {
  const diff = useMemo(() => diffBodies(theirs.body, mine.body), [mine.body, theirs.body]);
  const fields = listDifferences(mine, theirs);
  return (
    <>
      <p className={css['lead']}>
        Sejak Anda membukanya, konsep ini disimpan dari tab, perangkat, atau orang lain. Tulisan Anda masih ada di layar
        ini. Pilih versi yang diteruskan; versi lain tidak ikut tersimpan.
      </p>
      {fields.length === 0 ? null : (
        <table className={css['fields']}>
          <thead>
            <tr>
              <th scope="col">Bagian</th>
              <th scope="col">Versi server</th>
              <th scope="col">Versi saya</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.label}>
                <th scope="row">{field.label}</th>
                <td>{field.theirs}</td>
                <td>{field.mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={css['sides']}>
        <section aria-label="Isi versi server">
          <h3>Versi server</h3>
          <div className={css['paper']}>
            <BodyDiffView diff={diff} side="before" />
          </div>
        </section>
        <section aria-label="Isi versi saya">
          <h3>Versi saya</h3>
          <div className={css['paper']}>
            <BodyDiffView diff={diff} side="after" />
          </div>
        </section>
      </div>
    </>
  );
}
