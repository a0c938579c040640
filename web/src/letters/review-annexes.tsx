import type { Letter } from '../../../server/letters/contract.ts';
import { AnnexList } from './annex-list.tsx';
import css from './review.module.css';

export function ReviewAnnexes({ letter }: { letter: Letter }) {
  if (letter.annexes.length === 0) return null;
  return (
    <section className={css['annexes']}>
      <h2 className={css['label']}>Lampiran</h2>
      <AnnexList letterId={letter.id} annexes={letter.annexes} />
    </section>
  );
}
