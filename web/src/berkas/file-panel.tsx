import { IconBookmarks, IconHandGrab, IconLock, IconLockOpen, IconMapPin, IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge, BadgeRow, Button, ButtonLink, ErrorNote, Notice, Skeleton } from '../kit/index.ts';
import { getFile } from './berkas-operations.ts';
import { accessSummary, fileTitle, lifecycleLooks, mediaSummary, placeSummary, statusLooks } from './berkas-words.ts';
import { FileMenu } from './file-menu.tsx';
import css from './file-panel.module.css';
import { FileSheets, type FileSheet } from './file-sheets.tsx';
import { ItemTable } from './item-table.tsx';
import { RetentionBar } from './retention-bar.tsx';

function Badges({ file }: { file: FileDetail }) {
  const life = lifecycleLooks[file.lifecycle];
  const status = statusLooks[file.status];
  return (
    <BadgeRow>
      <Badge tone={life.tone}>{life.label}</Badge>
      <Badge tone={status.tone}>{status.label}</Badge>
      {file.isHeld ? <Badge tone="segera">Ditahan perkara</Badge> : null}
      {file.isLent ? <Badge tone="menunggu">Dipinjam</Badge> : null}
    </BadgeRow>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {icon}
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ file }: { file: FileDetail }) {
  return (
    <dl className={css['facts']}>
      <Fact icon={<IconMapPin size={16} stroke={1.8} aria-hidden="true" />} label="Lokasi fisik">
        {file.box === null ? (
          placeSummary(file)
        ) : (
          <Link to="/berkas/kotak/$boxId" params={{ boxId: file.box.id }}>
            {placeSummary(file)}
          </Link>
        )}
      </Fact>
      <Fact icon={<IconStack2 size={16} stroke={1.8} aria-hidden="true" />} label="Media">
        {mediaSummary(file)}
      </Fact>
      <Fact icon={<IconLockOpen size={16} stroke={1.8} aria-hidden="true" />} label="Hak akses">
        {accessSummary(file)}
      </Fact>
    </dl>
  );
}

function Notes({ file, onRelease }: { file: FileDetail; onRelease: (sheet: FileSheet) => void }) {
  return (
    <>
      {file.mergedInto === null ? null : (
        <Notice tone="menunggu">
          Isi berkas ini sudah digabung ke{' '}
          <Link to="/berkas/$id" params={{ id: file.mergedInto.id }}>
            {fileTitle(file.mergedInto)}
          </Link>
          .
        </Notice>
      )}
      {file.holds.map((hold) => (
        <Notice key={hold.id} tone="segera" icon={<IconLock size={18} stroke={1.8} aria-hidden="true" />}>
          <b>Ditahan, perkara {hold.caseNumber}.</b> {hold.reason}. Sejak {formatDate(hold.placedAt)}
          {hold.placedBy === null ? '' : ` oleh ${hold.placedBy}`}. Selama ditahan, berkas tidak dipindahkan,
          dimusnahkan, atau diserahkan.{' '}
          {file.actions.includes('hold') ? (
            <Button size="small" variant="outline" onClick={() => onRelease({ kind: 'release', hold })}>
              Lepas penahanan
            </Button>
          ) : null}
        </Notice>
      ))}
      {file.loan === null ? null : (
        <Notice
          tone={file.loan.isLate ? 'segera' : 'menunggu'}
          icon={<IconHandGrab size={18} stroke={1.8} aria-hidden="true" />}
        >
          Dipinjam {file.loan.borrowerTitle} untuk {file.loan.purpose}, kembali {formatDate(file.loan.dueDate)}
          {file.loan.isLate ? ' (terlambat)' : ''}. <Link to="/berkas/peminjaman">Lihat peminjaman</Link>
        </Notice>
      )}
    </>
  );
}

function Opened({ file }: { file: FileDetail }) {
  const [sheet, setSheet] = useState<FileSheet | null>(null);
  const filed = file.itemCount - file.proposedCount;
  const crumbs = file.path.map(({ code, name }, index) => (index === 0 ? code : `${code} ${name}`)).join(' / ');
  const main: FileSheet | undefined = file.actions.includes('close')
    ? { kind: 'close' }
    : file.actions.includes('set_trigger') && file.rule.triggerEvent !== ''
      ? { kind: 'trigger' }
      : undefined;
  return (
    <div className={css['panel']}>
      <div className={css['phoneBack']}>
        <Link to="/berkas">‹ Berkas</Link>
      </div>
      <header className={css['head']}>
        <p className="meta">{crumbs}</p>
        <h2 className={css['title']}>{fileTitle(file)}</h2>
        <div className={css['line']}>
          <span className={css['state']}>
            <Badges file={file} />
            <span className="meta">
              {formatCount(filed)} item · {formatCount(file.pageCount)} halaman
            </span>
          </span>
          <span className={css['buttons']}>
            <ButtonLink
              to="/berkas/$id/kisah"
              params={{ id: file.id }}
              icon={<IconBookmarks size={17} stroke={1.8} aria-hidden="true" />}
            >
              Kisah berkas
            </ButtonLink>
            {main === undefined ? null : (
              <Button variant="outline" onClick={() => setSheet(main)}>
                {main.kind === 'close' ? 'Tutup berkas' : 'Isi tanggal pemicu'}
              </Button>
            )}
            <FileMenu file={file} onSheet={setSheet} />
          </span>
        </div>
        {file.description === '' ? null : <p className={css['description']}>{file.description}</p>}
      </header>
      <Notes file={file} onRelease={setSheet} />
      <RetentionBar file={file} />
      <ItemTable file={file} onMove={(item) => setSheet({ kind: 'move', item })} />
      <Facts file={file} />
      <FileSheets file={file} sheet={sheet} onClose={() => setSheet(null)} />
    </div>
  );
}

/** The open file: what is in it, how long it is kept, where it stands. */
export function FilePanel({ fileId }: { fileId: string }) {
  const found = useOperation(getFile, { params: { fileId } });
  if (found.data !== undefined) return <Opened file={found.data} />;
  if (found.error !== null)
    return (
      <div className={css['panel']}>
        <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  return (
    <div className={css['panel']}>
      <Skeleton rows={5} height={64} />
    </div>
  );
}
