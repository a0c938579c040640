import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useSession } from '../accounts/session.ts';
import { useDesk, type ApiProblem } from '../api/index.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import css from './drafts-screen.module.css';
import { DraftWorkspace } from './draft-workspace.tsx';
import { readDraftStart, type DraftStart } from './use-draft.ts';

/** Reads the draft afresh at every opening: its version decides what a save may overwrite. */
export function DraftScreen() {
  const { id } = useParams({ from: '/meja/konsep/$id' });
  const desk = useDesk();
  const { person } = useSession();
  const start = useQuery<DraftStart, ApiProblem>({
    queryKey: ['konsep', id, desk],
    queryFn: () => readDraftStart(id, person.id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  if (start.error && !start.data) {
    return (
      <div className={css['page']}>
        <ErrorNote problem={start.error} onRetry={() => void start.refetch()} />
      </div>
    );
  }
  if (!start.data) {
    return (
      <div className={css['page']}>
        <Skeleton rows={5} height={72} />
      </div>
    );
  }
  const { letter } = start.data;
  const isEditable = letter.actions.includes('save') || letter.actions.includes('correct');
  if (!isEditable) return <Navigate to="/surat/$id" params={{ id }} replace />;
  return <DraftWorkspace key={`${letter.id} ${desk ?? ''}`} start={start.data} />;
}
