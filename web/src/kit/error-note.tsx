import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import type { ApiProblem } from '../api/index.ts';
import { formatDuration } from '../format/numbers.ts';
import { AnchorButton, Button } from './button.tsx';
import css from './states.module.css';

/** What went wrong in a sentence, its code for the help desk, and the way on. Announced when it appears. */
export function ErrorNote({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const Icon = problem.code === 'offline' ? IconCloudOff : IconAlertTriangle;
  return (
    <div className={css['error']} role="alert">
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <div className={css['errorText']}>
        <p>{problem.title}</p>
        {problem.detail === undefined || problem.detail === problem.title ? null : <p>{problem.detail}</p>}
        {problem.fields.length === 0 ? null : (
          <ul>
            {problem.fields.map((field) => (
              <li key={field.path}>{field.message}</li>
            ))}
          </ul>
        )}
        {problem.retryAfterSeconds === undefined ? null : (
          <p>Dapat dicoba lagi dalam {formatDuration(problem.retryAfterSeconds * 1000)}.</p>
        )}
        <p className={css['errorCode']}>Kode: {problem.code}</p>
      </div>
      {problem.code === 'unauthenticated' ? (
        <AnchorButton size="small" href="/masuk-akun" target="_blank">
          Masuk lagi di tab baru
        </AnchorButton>
      ) : null}
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          Coba lagi
        </Button>
      )}
    </div>
  );
}
