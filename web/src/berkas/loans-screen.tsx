import { IconHandGrab } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Loan } from '../../../server/filing/contract.ts';
import { useCommand, usePages } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import {
  Badge,
  Button,
  EmptyState,
  ErrorNote,
  showToast,
  Skeleton,
  tabPanelProps,
  Tabs,
  TextField,
} from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { filesTouched, listLoans, returnLoan } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './berkas.module.css';
import { FormSheet } from './form-sheet.tsx';

type State = 'out' | 'late' | 'returned';

const empties: Record<State, string> = {
  out: 'Tidak ada berkas yang sedang dipinjam',
  late: 'Tidak ada yang terlambat kembali',
  returned: 'Belum ada yang dikembalikan',
};

function ReturnSheet({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const [note, setNote] = useState('');
  const command = useCommand(returnLoan, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Berkas sudah kembali');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Catat pengembalian"
      note={fileTitle(loan.file)}
      button="Sudah kembali"
      isReady
      pending={command.pending}
      problem={command.problem}
      onPress={() => command.press({ params: { loanId: loan.id }, body: { version: loan.version, note } })}
      onClose={onClose}
    >
      <TextField
        label="Catatan (boleh kosong)"
        placeholder="Misalnya: satu lampiran robek"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormSheet>
  );
}

function whenOf(loan: Loan): string {
  const lent = `Dipinjam ${formatDate(loan.lentAt)}`;
  return loan.returnedAt === null
    ? `${lent}, kembali ${formatDate(loan.dueDate)}`
    : `${lent}, kembali ${formatDate(loan.returnedAt)}`;
}

function LoanCard({ loan, isArchivist }: { loan: Loan; isArchivist: boolean }) {
  const [isReturning, setReturning] = useState(false);
  const place = [
    loan.file.boxCode === null ? '' : `Boks ${loan.file.boxCode}`,
    loan.file.folder && `map ${loan.file.folder}`,
  ];
  return (
    <li className={css['card']}>
      <div className={css['line']}>
        <h3>
          <Link to="/berkas/$id" params={{ id: loan.file.id }}>
            {fileTitle(loan.file)}
          </Link>
        </h3>
        {loan.isLate ? <Badge tone="segera">Terlambat</Badge> : null}
      </div>
      <span>
        {loan.borrowerTitle}
        {loan.borrowerName === null ? '' : ` (${loan.borrowerName})`}: {loan.purpose}
      </span>
      <div className={css['line']}>
        <span className="meta">
          {[whenOf(loan), ...place.filter((part) => part !== ''), loan.returnNote]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {isArchivist && loan.returnedAt === null ? (
          <Button size="small" variant="outline" onClick={() => setReturning(true)}>
            Catat kembali
          </Button>
        ) : null}
      </div>
      {isReturning ? <ReturnSheet loan={loan} onClose={() => setReturning(false)} /> : null}
    </li>
  );
}

/** Peminjaman: what is out, what is late, what came back. */
export function LoansScreen() {
  const [state, setState] = useState<State>('out');
  const list = usePages(listLoans, { query: { state } });
  const loans = list.pages.flatMap((page) => page.loans);
  const [first] = list.pages;
  return (
    <>
      <PageTitle
        title="Peminjaman"
        backTo="/berkas"
        context="Berkas"
        tabs={
          <Tabs
            label="Peminjaman"
            value={state}
            onChange={setState}
            tabs={[
              { value: 'out', label: 'Dipinjam', count: first?.outCount },
              { value: 'late', label: 'Terlambat', count: first?.lateCount },
              { value: 'returned', label: 'Riwayat' },
            ]}
          />
        }
      />
      <div {...tabPanelProps(state)} className={css['page']}>
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {list.isLoading ? <Skeleton rows={3} height={88} /> : null}
        {first !== undefined && loans.length === 0 ? (
          <EmptyState icon={<IconHandGrab size={28} stroke={1.8} />} title={empties[state]}>
            Berkas dipinjamkan dari menu tindakan pada berkasnya.
          </EmptyState>
        ) : null}
        <ul className={css['cards']}>
          {loans.map((loan) => (
            <LoanCard key={loan.id} loan={loan} isArchivist={first?.isArchivist === true} />
          ))}
        </ul>
        {list.loadMore === undefined ? null : (
          <Button variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
    </>
  );
}
