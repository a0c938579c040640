import { IconCornerDownRight, IconFolderPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { UnfiledItem } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { Badge, Button, showToast } from '../kit/index.ts';
import { acceptRecord, filesTouched } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './proposal-card.module.css';

interface ProposalCardProps {
  item: UnfiledItem;
  isCurrent: boolean;
  onChoose: () => void;
  onNew: () => void;
}

function Name({ item }: { item: UnfiledItem }) {
  if (item.path === null) return <span className={css['title']}>{item.title}</span>;
  return (
    <Link to={item.path} className={css['title']}>
      {item.title}
    </Link>
  );
}

/** One item that waits, the file proposed for it, and why. */
export function ProposalCard({ item, isCurrent, onChoose, onNew }: ProposalCardProps) {
  const accept = useCommand(acceptRecord, {
    refresh: filesTouched,
    onDone: ({ file }) => showToast(`Diberkaskan di ${fileTitle(file)}`),
    onProblem: (problem) => showToast(problem.detail ?? problem.title, { tone: 'problem' }),
  });
  const press = () => accept.press({ params: { recordId: item.id }, body: { version: item.version } });
  return (
    <li className={css['row']} data-proposal={item.id}>
      <div className={css['card']} data-current={isCurrent ? '' : undefined}>
        <Name item={item} />
        <span className={css['number']}>
          {item.number === '' ? 'Tanpa nomor' : item.number}
          {item.correspondent === '' ? '' : ` · ${item.correspondent}`}
        </span>
        <span className={css['target']}>
          {item.file === null ? (
            <IconFolderPlus size={17} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconCornerDownRight size={17} stroke={1.8} aria-hidden="true" />
          )}
          {item.file === null ? (
            `Berkas baru: ${item.suggestedTitle}`
          ) : (
            <Link to="/berkas/$id" params={{ id: item.file.id }}>
              {fileTitle(item.file)}
            </Link>
          )}
        </span>
        <span className={css['why']} data-none={item.file === null ? '' : undefined}>
          {item.reasonText}
          {item.isCertain ? <Badge tone="selesai">Pasti</Badge> : null}
        </span>
        <span className={css['buttons']}>
          {item.file === null ? (
            <Button size="small" variant="outline" onClick={onNew}>
              Buat berkas
            </Button>
          ) : (
            <Button
              size="small"
              variant="primary"
              pending={accept.pending}
              {...(isCurrent ? { hint: 'Y' } : {})}
              data-accept=""
              onClick={press}
            >
              Terima<span className="only-read"> {item.title}</span>
            </Button>
          )}
          <Button size="small" aria-label={`Pilih lain untuk ${item.title}`} onClick={onChoose}>
            Pilih lain
          </Button>
        </span>
      </div>
    </li>
  );
}
