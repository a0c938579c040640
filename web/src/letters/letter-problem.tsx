import { IconFileUnknown, IconLock } from '@tabler/icons-react';
import type { ApiProblem } from '../api/index.ts';
import { ButtonLink, EmptyState, ErrorNote } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import css from './letter-problem.module.css';

interface LetterProblemProps {
  problem: ApiProblem;
  backTo: string;
  backLabel: string;
  onRetry: () => unknown;
}

/** A letter that cannot be shown: no right to it, none there, or the server could not be asked. */
export function LetterProblem({ problem, backTo, backLabel, onRetry }: LetterProblemProps) {
  const back = (
    <ButtonLink to={backTo} variant="outline">
      Ke {backLabel}
    </ButtonLink>
  );
  if (problem.code === 'forbidden')
    return (
      <>
        <PageTitle title="Surat ini tidak terbuka untuk Anda" backTo={backTo} context={backLabel} />
        <EmptyState icon={<IconLock size={28} stroke={1.8} />} title="Minta hak baca lebih dahulu" action={back}>
          {problem.detail ?? problem.title}
        </EmptyState>
      </>
    );
  if (problem.code === 'not_found')
    return (
      <>
        <PageTitle title="Surat tidak ditemukan" backTo={backTo} context={backLabel} />
        <EmptyState icon={<IconFileUnknown size={28} stroke={1.8} />} title="Surat tidak ditemukan" action={back}>
          Periksa alamatnya, atau cari suratnya lewat Pencarian Arsip.
        </EmptyState>
      </>
    );
  return (
    <>
      <PageTitle title="Surat belum dapat dibuka" backTo={backTo} context={backLabel} />
      <div className={css['note']}>
        <ErrorNote problem={problem} onRetry={() => void onRetry()} />
      </div>
    </>
  );
}
