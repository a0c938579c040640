import { IconHandGrab } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Loan } from '../../../server/filing/contract.ts';
import { useCommand, usePages } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { Badge, Button, Chip, ChipRow, EmptyState, ErrorNote, showToast, Skeleton, TextField } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { filesTouched, listLoans, returnLoan } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import { FormSheet } from './form-sheet.tsx';
import css from './loans-screen.module.css';

type State = 'out' | 'late' | 'returned';

const states: readonly { state: State; label: string; empty: string }[] = [
  { state: 'out', label: 'Dipinjam', empty: 'Tidak ada berkas yang sedang dipinjam' },
  { state: 'late', label: 'Terlambat', empty: 'Tidak ada peminjaman yang terlambat' },
  { state: 'returned', label: 'Riwayat', empty: 'Belum ada berkas yang dikembalikan' },
];

function ReturnSheet({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const [note, setNote] = useState('');
  const back = useCommand(returnLoan, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Pengembalian dicatat');
      onClose();
    },
  });
  const { boxCode, folder } = loan.file;
  const place = [boxCode === null ? '' : `Boks ${boxCode}`, folder === '' ? '' : `map ${folder}`];
  const shown = place.filter((part) => part !== '').join(', ');
  return (
    <FormSheet
      title="Catat pengembalian"
      note={`${fileTitle(loan.file)}${shown === '' ? '' : `. Kembalikan ke ${shown}`}.`}
      button="Sudah kembali"
      pending={back.pending}
      problem={back.problem}
      onSubmit={() => back.press({ params: { loanId: loan.id }, body: { version: loan.version, note } })}
      onClose={onClose}
    >
      <TextField
        label="Catatan keadaan"
        hint="Misalnya: lengkap, 41 halaman"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormSheet>
  );
}

function Row({ loan, onReturn }: { loan: Loan; onReturn: (() => void) | undefined }) {
  return (
    <li className={css['row']} data-late={loan.isLate ? '' : undefined}>
      <div className={css['text']}>
        <Link to="/berkas/$id" params={{ id: loan.file.id }} className={css['title']}>
          {fileTitle(loan.file)}
        </Link>
        <span>
          {loan.borrowerTitle}
          {loan.borrowerName === null ? '' : ` · ${loan.borrowerName}`}
        </span>
        <span className="meta">Keperluan: {loan.purpose}</span>
      </div>
      <div className={css['facts']}>
        {loan.isLate ? <Badge tone="segera">Terlambat</Badge> : null}
        <span className="meta">
          {loan.returnedAt === null
            ? `Tenggat ${formatDate(loan.dueDate)}`
            : `${formatDate(loan.lentAt)} – ${formatDate(loan.returnedAt)}`}
        </span>
        {loan.returnNote === '' ? null : <span className="meta">{loan.returnNote}</span>}
        {onReturn === undefined ? null : (
          <Button size="small" variant="outline" aria-label={`Catat kembali ${loan.file.title}`} onClick={onReturn}>
            Catat kembali
          </Button>
        )}
      </div>
    </li>
  );
}

/** Peminjaman: paper that left its place, nearest day first. */
export function LoansScreen() {
  const [state, setState] = useState<State>('out');
  const [returning, setReturning] = useState<Loan | null>(null);
  const list = usePages(listLoans, { query: { state } });
  const loans = list.isStale ? [] : list.pages.flatMap((page) => page.loans);
  const last = list.pages.at(-1);
  const counts: Partial<Record<State, number>> = last === undefined ? {} : { out: last.outCount, late: last.lateCount };
  const isLoading = list.isLoading || list.isStale;
  return (
    <>
      <PageTitle title="Peminjaman" backTo="/berkas" context="Berkas" meta="Berkas kertas yang keluar dari tempatnya" />
      <div className={css['page']}>
        <ChipRow label="Saring peminjaman">
          {states.map((one) => (
            <Chip key={one.state} selected={one.state === state} onSelect={() => setState(one.state)}>
              {one.label} {counts[one.state] ?? ''}
            </Chip>
          ))}
        </ChipRow>
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {isLoading ? <Skeleton rows={4} height={72} /> : null}
        {!isLoading && list.problem === null && loans.length === 0 ? (
          <EmptyState
            icon={<IconHandGrab size={28} stroke={1.8} />}
            title={states.find((one) => one.state === state)?.empty ?? ''}
          >
            {last?.isArchivist === true
              ? 'Buka berkas, lalu pilih Pinjamkan pada Tindakan lain.'
              : 'Untuk meminjam berkas kertas, hubungi arsiparis unitnya.'}
          </EmptyState>
        ) : null}
        {loans.length === 0 ? null : (
          <ul className={css['list']} aria-label="Peminjaman">
            {loans.map((loan) => (
              <Row
                key={loan.id}
                loan={loan}
                onReturn={last?.isArchivist === true && loan.returnedAt === null ? () => setReturning(loan) : undefined}
              />
            ))}
          </ul>
        )}
        {list.loadMore === undefined ? null : (
          <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
      {returning === null ? null : <ReturnSheet loan={returning} onClose={() => setReturning(null)} />}
    </>
  );
}
