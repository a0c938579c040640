import { IconDotsVertical, IconFileText, IconFolderSymlink, IconInbox, IconLock, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FileDetail, RecordItem } from '../../../server/filing/contract.ts';
import { usePages } from '../api/index.ts';
import { formatShortDate } from '../format/dates.ts';
import { Button, EmptyState, ErrorNote, Menu, MenuItem, Skeleton } from '../kit/index.ts';
import { copyWords } from './berkas-words.ts';
import { listItems } from './berkas-operations.ts';
import css from './item-table.module.css';

const icons = { letter: IconSend, incoming: IconInbox, document: IconFileText };

function Name({ item }: { item: RecordItem }) {
  const Icon = item.isMasked ? IconLock : icons[item.kind];
  const under = [item.number, item.kind === 'incoming' ? item.correspondent : ''].filter((part) => part !== '');
  return (
    <span className={css['name']} data-masked={item.isMasked ? '' : undefined}>
      <Icon size={18} stroke={1.8} aria-hidden="true" />
      <span className={css['words']}>
        {item.path === null ? (
          <span className={css['subject']}>{item.isDestroyed ? `${item.title} (dimusnahkan)` : item.title}</span>
        ) : (
          <Link to={item.path} className={css['subject']}>
            {item.title}
          </Link>
        )}
        {under.length === 0 ? null : <span className={css['number']}>{under.join(' · ')}</span>}
      </span>
    </span>
  );
}

interface ItemTableProps {
  file: FileDetail;
  onMove: (item: RecordItem) => void;
}

/** Filed items in their order. */
export function ItemTable({ file, onMove }: ItemTableProps) {
  const list = usePages(listItems, { params: { fileId: file.id }, query: { limit: 100 } });
  const items = list.pages.flatMap((page) => page.items);
  const canMove = file.actions.includes('add');
  if (list.problem !== null) return <ErrorNote problem={list.problem} onRetry={list.reload} />;
  if (list.isLoading) return <Skeleton rows={4} height={44} />;
  if (items.length === 0)
    return (
      <div className={css['frame']}>
        <EmptyState title="Berkas ini belum berisi item">
          {file.proposedCount > 0
            ? `${file.proposedCount} item diusulkan masuk dan menunggu diterima.`
            : 'Terima usulan di antrean, atau arsipkan dokumen ke berkas ini.'}
        </EmptyState>
      </div>
    );
  return (
    <div className={css['frame']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Uraian item</th>
            <th scope="col">Tanggal</th>
            <th scope="col">Tingkat</th>
            {canMove ? (
              <th scope="col">
                <span className="only-read">Tindakan</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className={css['figure']}>{item.ordinal}</td>
              <td>
                <Name item={item} />
              </td>
              <td className={css['figure']}>{item.date === null ? '–' : formatShortDate(item.date)}</td>
              <td>{copyWords[item.copyStatus]}</td>
              {canMove ? (
                <td className={css['act']}>
                  <Menu
                    label={`Tindakan item ${item.ordinal ?? ''}`}
                    buttonLabel={`Tindakan item ${item.ordinal ?? ''}`}
                    buttonClass={css['more']}
                    button={<IconDotsVertical size={18} stroke={1.8} aria-hidden="true" />}
                  >
                    <MenuItem icon={<IconFolderSymlink size={18} stroke={1.8} />} onPick={() => onMove(item)}>
                      Pindahkan ke berkas lain
                    </MenuItem>
                  </Menu>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {list.loadMore === undefined ? null : (
        <div className={css['foot']}>
          <Button size="small" variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        </div>
      )}
    </div>
  );
}
