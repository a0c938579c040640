import { IconFileUnknown } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ApiProblem } from '../api/index.ts';
import { ButtonLink } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorNote } from '../kit/error-note.tsx';
import css from './route-error.module.css';

function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    code: 'unreadable',
    status: 0,
    title: 'Layar ini tidak dapat ditampilkan. Muat ulang; bila terjadi lagi, sampaikan kodenya kepada administrator.',
    detail: error instanceof Error ? error.message : undefined,
  });
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className={css['middle']}>
      <ErrorNote
        problem={toProblem(error)}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}

export function RouteMissing() {
  useEffect(() => {
    document.title = 'Halaman tidak ditemukan · Lontar';
  }, []);
  return (
    <main className={css['middle']}>
      <EmptyState
        heading="h1"
        icon={<IconFileUnknown size={28} stroke={1.8} />}
        title="Halaman tidak ditemukan"
        action={
          <ButtonLink to="/" variant="outline">
            Ke Beranda
          </ButtonLink>
        }
      >
        Periksa alamatnya, atau mulai lagi dari Beranda.
      </EmptyState>
    </main>
  );
}
