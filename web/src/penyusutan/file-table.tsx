import { IconLock } from '@tabler/icons-react';
import type { DisposalFile, DisposalFileFacts, DisposalTotals } from '../../../server/disposal/contract.ts';
import { formatCount, formatSize } from '../format/numbers.ts';
import { Badge } from '../kit/index.ts';
import { amountText, copyText, periodText, retentionText } from './disposal-words.ts';
import css from './file-table.module.css';

export interface Choice {
  chosen: ReadonlySet<string>;
  toggle: (fileId: string) => void;
}

interface RowFile extends DisposalFileFacts {
  status?: DisposalFile['status'];
  reason?: string;
}

interface Row {
  file: RowFile;
  number: number | null;
}

/** Held and excluded files stand where they are and take no number. */
function numberRows(files: readonly RowFile[], before: number): Row[] {
  let number = before;
  return files.map((file) => {
    if (isOut(file)) return { file, number: null };
    number += 1;
    return { file, number };
  });
}

function isOut({ status = 'included', isHeld }: RowFile): boolean {
  return status === 'excluded' || status === 'left_out' || (status === 'included' && isHeld);
}

function OutBadge({ file }: { file: RowFile }) {
  if (file.status === 'excluded') return <Badge tone="konsep">Dikeluarkan</Badge>;
  if (file.status === 'done') return <Badge tone="selesai">Selesai</Badge>;
  if (isOut(file)) return <Badge tone="segera">Ditahan</Badge>;
  return null;
}

function outReason(file: RowFile): string {
  return file.status === 'excluded' || file.status === 'left_out' ? (file.reason ?? '') : (file.holdText ?? '');
}

function Pick({ file, choice }: { file: RowFile; choice: Choice | undefined }) {
  if (choice === undefined || isOut(file)) return null;
  return (
    <input
      type="checkbox"
      className={css['pick']}
      aria-label={`Pilih ${file.title}`}
      checked={choice.chosen.has(file.fileId)}
      onChange={() => choice.toggle(file.fileId)}
    />
  );
}

function TableRow({ row: { file, number }, choice }: { row: Row; choice: Choice | undefined }) {
  const out = isOut(file);
  return (
    <tr data-out={out ? '' : undefined} title={out ? outReason(file) : undefined}>
      {choice === undefined ? null : (
        <td>
          <Pick file={file} choice={choice} />
        </td>
      )}
      <td>{out ? <IconLock size={16} stroke={1.8} aria-label="Tidak ikut" /> : number}</td>
      <td>{file.code}</td>
      <td>
        <span className={css['title']}>{file.title}</span>
        {out ? <span className={css['reason']}>{outReason(file)}</span> : null}
      </td>
      <td>{periodText(file)}</td>
      <td className={css['amount']}>{amountText(file)}</td>
      <td>{copyText(file)}</td>
      <td>{out || file.status === 'done' ? <OutBadge file={file} /> : retentionText(file)}</td>
    </tr>
  );
}

function CardRow({ row: { file, number }, choice }: { row: Row; choice: Choice | undefined }) {
  const out = isOut(file);
  return (
    <li data-out={out ? '' : undefined}>
      <div className={css['cardTop']}>
        <Pick file={file} choice={choice} />
        <span className={css['cardCode']}>
          {out ? '' : `${number ?? ''}. `}
          {file.code}
        </span>
        <OutBadge file={file} />
      </div>
      <p className={css['cardTitle']}>{file.title}</p>
      <p className={css['cardFacts']}>
        {[periodText(file), amountText(file), copyText(file), retentionText(file)].join(' · ')}
      </p>
      {out ? <p className={css['reason']}>{outReason(file)}</p> : null}
    </li>
  );
}

function totalText(totals: DisposalTotals): string {
  const digital =
    totals.digitalFiles > 0
      ? `, ${formatCount(totals.digitalFiles)} di antaranya digital (${formatSize(totals.digitalBytes)})`
      : '';
  return `${formatCount(totals.files)} berkas${digital}`;
}

/** The list of a proposal: a table that scrolls in its own frame, cards on phones. */
export function FileTable({
  files,
  totals,
  choice,
  hasMore = 0,
  onMore,
}: {
  files: readonly RowFile[];
  totals?: DisposalTotals;
  choice?: Choice | undefined;
  hasMore?: number;
  onMore?: (() => void) | undefined;
}) {
  const rows = numberRows(files, 0);
  const more =
    onMore === undefined ? null : (
      <button type="button" className={css['more']} onClick={onMore}>
        {hasMore > 0 ? `tampilkan ${formatCount(hasMore)} lagi` : 'tampilkan lagi'}
      </button>
    );
  const columns = choice === undefined ? 7 : 8;
  return (
    <div className={css['card']}>
      <div className={css['frame']} tabIndex={0} role="region" aria-label="Daftar berkas">
        <table className={css['table']}>
          <thead>
            <tr>
              {choice === undefined ? null : <th scope="col" aria-label="Pilih" />}
              <th scope="col">No.</th>
              <th scope="col">Kode</th>
              <th scope="col">Uraian berkas</th>
              <th scope="col">Kurun waktu</th>
              <th scope="col" className={css['amount']}>
                Jumlah
              </th>
              <th scope="col">Tingkat</th>
              <th scope="col">Retensi</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.file.fileId} row={row} choice={choice} />
            ))}
          </tbody>
          {totals === undefined ? null : (
            <tfoot>
              <tr>
                <td colSpan={columns - 3}>
                  {totalText(totals)}
                  {more === null ? null : <> · {more}</>}
                </td>
                <td className={css['amount']}>{totals.pages > 0 ? `${formatCount(totals.pages)} lbr` : ''}</td>
                <td colSpan={2} className={css['amount']}>
                  {totals.boxes > 0 ? `${formatCount(totals.boxes)} boks` : ''}
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <ul className={css['cards']} aria-label="Daftar berkas">
        {rows.map((row) => (
          <CardRow key={row.file.fileId} row={row} choice={choice} />
        ))}
        {totals === undefined ? null : (
          <li className={css['cardTotal']}>
            {totalText(totals)}
            {more === null ? null : <> · {more}</>}
          </li>
        )}
      </ul>
    </div>
  );
}
