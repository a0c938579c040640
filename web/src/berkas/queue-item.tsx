import { IconCornerDownRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnfiledItem } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, showToast } from '../kit/index.ts';
import { acceptRecord, filesTouched } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './berkas.module.css';
import { ChooseSheet } from './move-sheets.tsx';
import { NewFileSheet } from './new-file-sheet.tsx';

/** Files the item as proposed; the words of the answer name the file. */
export function useAccept() {
  return useCommand(acceptRecord, {
    refresh: filesTouched,
    onDone: ({ file }) => showToast(`Masuk berkas ${fileTitle(file)}`),
  });
}

function Subject({ item }: { item: UnfiledItem }) {
  return (
    <>
      <h3>{item.path === null ? item.title : <Link to={item.path}>{item.title}</Link>}</h3>
      <span className="meta">{[item.number, item.correspondent].filter((part) => part !== '').join(' · ')}</span>
    </>
  );
}

function Proposal({ item }: { item: UnfiledItem }) {
  return (
    <>
      <span className={css['proposal']} data-none={item.file === null ? '' : undefined}>
        <IconCornerDownRight size={17} stroke={1.8} aria-hidden="true" />
        {item.file === null ? (
          `Berkas baru: ${item.suggestedTitle}`
        ) : (
          <Link to="/berkas/$id" params={{ id: item.file.id }}>
            {fileTitle(item.file)}
          </Link>
        )}
      </span>
      <span className="meta">{item.reasonText}</span>
    </>
  );
}

/** One item that waits, with what is proposed for it and why. */
export function QueueItem({ item, isCurrent }: { item: UnfiledItem; isCurrent: boolean }) {
  const [sheet, setSheet] = useState<'choose' | 'new' | null>(null);
  const accept = useAccept();
  const { file } = item;
  return (
    <li className={css['card']} data-current={isCurrent ? '' : undefined} aria-current={isCurrent ? 'true' : undefined}>
      <Subject item={item} />
      <Proposal item={item} />
      {accept.problem === null ? null : <ErrorNote problem={accept.problem} />}
      <div className={css['pair']}>
        {file === null ? (
          <Button variant="outline" onClick={() => setSheet('new')}>
            Buat berkas
          </Button>
        ) : (
          <Button
            variant="primary"
            hint="Y"
            pending={accept.pending}
            onClick={() => accept.press({ params: { recordId: item.id }, body: { version: item.version } })}
          >
            Terima
          </Button>
        )}
        <Button onClick={() => setSheet('choose')}>Pilih lain</Button>
      </div>
      {sheet === 'choose' ? (
        <ChooseSheet item={item} title="Pilih berkas" button="Berkaskan" onClose={() => setSheet(null)} />
      ) : null}
      <NewFileSheet
        open={sheet === 'new'}
        record={{ id: item.id, version: item.version, title: item.suggestedTitle, code: item.classificationCode }}
        onClose={() => setSheet(null)}
        onMade={() => undefined}
      />
    </li>
  );
}
