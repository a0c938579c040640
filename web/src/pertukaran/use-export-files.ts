import { useNavigate } from '@tanstack/react-router';
import type { ApiProblem } from '../api/api-problem.ts';
import { useCommand } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import { exportFiles } from './exchange-operations.ts';

/** Has files (berkas) packed as a bag and goes to where the package will be fetched. */
export function useExportFiles(onProblem?: (problem: ApiProblem) => void) {
  const navigate = useNavigate();
  return useCommand(exportFiles, {
    refresh: ['exports'],
    onDone: () => {
      showToast('Paket sedang disusun.');
      void navigate({ to: '/arsip/ekspor' });
    },
    ...(onProblem === undefined ? {} : { onProblem }),
  });
}
