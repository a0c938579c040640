import type { LetterVersion } from '../../../server/letters/contract.ts';
import type { LetterBody } from '../../../server/letters/letter-body-nodes.ts';
import { diffBodies, type BlockChange, type DiffSegment } from '../../../server/letters/letter-body-diff.ts';
import { useOperation } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { ErrorNote, Sheet, Skeleton } from '../kit/index.ts';
import css from './changes-sheet.module.css';
import { listVersions } from '../letters/letter-operations.ts';

interface ChangesSheetProps {
  letterId: string;
  /** The oldest content that carries an initial. */
  from: number;
  to: number;
  open: boolean;
  onClose: () => void;
}

function Segment({ segment }: { segment: DiffSegment }) {
  if (segment.op === 'insert')
    return (
      <ins>
        <span className="only-read">(ditambah) </span>
        {segment.text}
      </ins>
    );
  if (segment.op === 'delete')
    return (
      <del>
        <span className="only-read">(dihapus) </span>
        {segment.text}
      </del>
    );
  return segment.text;
}

function ChangedBlock({ change }: { change: BlockChange }) {
  return (
    <p className={css['block']} data-op={change.op} style={{ marginInlineStart: change.block.listDepth * 20 }}>
      {change.block.label === '' ? null : <span className={css['label']}>{change.block.label}</span>}
      {change.segments.map((segment, index) => (
        <Segment key={index} segment={segment} />
      ))}
    </p>
  );
}

function describe(version: LetterVersion): string {
  return `versi ${version.contentVersion} (${version.authorName}, ${formatShortDateTime(version.createdAt)})`;
}

function Comparison({ before, after }: { before: LetterVersion; after: LetterVersion }) {
  const diff = diffBodies(before.body as LetterBody, after.body as LetterBody);
  const changed = diff.blocks.filter((change) => change.op !== 'equal');
  const sameSubject = before.subject === after.subject;
  return (
    <div className={css['comparison']}>
      <p className="meta">
        Dari {describe(before)} ke {describe(after)}: {diff.inserted} bagian ditambah, {diff.deleted} bagian dihapus.
      </p>
      {sameSubject ? null : (
        <p className={css['block']} data-op="change">
          <span className={css['label']}>Hal</span>
          <Segment segment={{ op: 'delete', text: before.subject, marks: [] }} />{' '}
          <Segment segment={{ op: 'insert', text: after.subject, marks: [] }} />
        </p>
      )}
      {changed.length === 0 && sameSubject ? (
        <p>Isi dan hal surat tidak berubah; yang berbeda hanya data surat, misalnya tujuan atau klasifikasi.</p>
      ) : (
        changed.map((change, index) => <ChangedBlock key={index} change={change} />)
      )}
    </div>
  );
}

/** What changed in the text since the oldest initial. */
export function ChangesSheet({ letterId, from, to, open, onClose }: ChangesSheetProps) {
  const versions = useOperation(listVersions, { params: { letterId } }, { enabled: open });
  const kept = versions.data?.versions ?? [];
  const before = kept.filter((version) => version.contentVersion <= from).at(-1);
  const after = kept.filter((version) => version.contentVersion <= to).at(-1);
  return (
    <Sheet open={open} onClose={onClose} title={`Perbedaan versi ${from} dan ${to}`} wide>
      {versions.isPending ? <Skeleton rows={4} height={44} /> : null}
      {versions.error === null ? null : <ErrorNote problem={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isSuccess && (before === undefined || after === undefined) ? (
        <p>Isi versi {from} tidak tersimpan, jadi tidak dapat dibandingkan.</p>
      ) : null}
      {before === undefined || after === undefined ? null : <Comparison before={before} after={after} />}
    </Sheet>
  );
}
