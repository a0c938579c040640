import { IconChecks } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DueKind } from '../../../server/disposal/contract.ts';
import type { DisposalKind } from '../../../server/disposal/states.ts';
import { useCommand, usePages } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, Chip, ChipRow, EmptyState, ErrorNote, showToast, Skeleton } from '../kit/index.ts';
import { createDisposal, disposalRefresh, listDueFiles } from './disposal-operations.ts';
import { dueLabels, kindTitles } from './disposal-words.ts';
import css from './disposals-screen.module.css';
import { FileTable } from './file-table.tsx';

const kinds: readonly DueKind[] = ['destruction', 'transfer', 'handover', 'review'];

/** What a due list may become; a file to be appraised again may go either way. */
const becomes: Record<DueKind, readonly DisposalKind[]> = {
  transfer: ['transfer'],
  destruction: ['destruction'],
  handover: ['handover'],
  review: ['destruction', 'handover'],
};

const mostCounted = 1000;

function countText(count: number | undefined): string {
  if (count === undefined) return '';
  return count >= mostCounted ? '1.000+' : formatCount(count);
}

function DueList({ kind, onKind }: { kind: DueKind; onKind: (kind: DueKind) => void }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = usePages(listDueFiles, { query: { kind, limit: 50 } });
  const files = list.isStale ? [] : list.pages.flatMap((page) => page.files);
  const counts = list.pages.at(-1)?.counts;
  const create = useCommand(createDisposal, {
    refresh: disposalRefresh,
    onDone: ({ id }) => void navigate({ to: '/penyusutan/$id', params: { id } }),
    onProblem: (problem) => showToast(problem.detail ?? problem.title, { tone: 'problem' }),
  });
  const toggle = (fileId: string) => {
    const next = new Set(chosen);
    if (!next.delete(fileId)) next.add(fileId);
    setChosen(next);
  };
  const free = files.filter(({ isHeld }) => !isHeld).map(({ fileId }) => fileId);
  const isAll = free.length > 0 && free.every((fileId) => chosen.has(fileId));
  return (
    <>
      <ChipRow label="Saring menurut nasib akhir">
        {kinds.map((one) => (
          <Chip key={one} selected={one === kind} onSelect={() => onKind(one)}>
            {dueLabels[one]} {countText(counts?.[one])}
          </Chip>
        ))}
      </ChipRow>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {list.isLoading || list.isStale ? <Skeleton rows={5} height={48} /> : null}
      {files.length === 0 ? null : (
        <>
          <div className={css['tools']}>
            <Button size="small" onClick={() => setChosen(isAll ? new Set() : new Set(free))}>
              {isAll ? 'Lepas semua' : `Pilih ${formatCount(free.length)} berkas`}
            </Button>
            <span className={css['spring']} />
            {becomes[kind].map((one) => (
              <Button
                key={one}
                variant="primary"
                pending={create.pending}
                disabled={chosen.size === 0}
                onClick={() => create.press({ body: { kind: one, fileIds: [...chosen] } })}
              >
                Buat {kindTitles[one].toLowerCase()}
                {chosen.size === 0 ? '' : ` (${formatCount(chosen.size)})`}
              </Button>
            ))}
          </div>
          <FileTable files={files} choice={{ chosen, toggle }} />
        </>
      )}
      {files.length === 0 && !list.isLoading && !list.isStale && list.problem === null ? (
        <EmptyState icon={<IconChecks size={28} stroke={1.8} />} title="Tidak ada berkas yang jatuh retensi di sini">
          Berkas muncul sendiri begitu masa simpannya habis menurut JRA.
        </EmptyState>
      ) : null}
      {list.loadMore === undefined || list.isStale ? null : (
        <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </>
  );
}

/** Files whose retention is over, by what the rule asks for. */
export function DueFiles() {
  const [kind, setKind] = useState<DueKind>('destruction');
  return <DueList key={kind} kind={kind} onKind={setKind} />;
}
