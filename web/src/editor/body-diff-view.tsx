import type { ReactNode } from 'react';
import type { BlockChange, BodyDiff, DiffSegment } from '../../../server/letters/letter-body.ts';
import css from './body-diff-view.module.css';

interface BodyDiffViewProps {
  diff: BodyDiff;
  /** `both`: insertions and deletions together; `before` and `after`: one side with its own changes marked. */
  side?: 'both' | 'before' | 'after';
}

const hiddenOn = { both: null, before: 'insert', after: 'delete' } as const;

/** A comparison of two bodies as a reader sees letters: labels, indents, rows of tables; changes underlined or struck. */
export function BodyDiffView({ diff, side = 'both' }: BodyDiffViewProps) {
  const hidden = hiddenOn[side];
  const blocks = diff.blocks.filter((change) => change.op !== hidden);
  return (
    <div className={css['body']}>
      {groupRows(blocks).map((group, index) =>
        group.isRow ? (
          <div
            key={index}
            className={css['row']}
            data-head={group.changes[0]?.block.cell?.isHead === true ? '' : undefined}
          >
            {group.changes.map((change, at) => (
              <div key={at} className={css['cell']}>
                <Segments change={change} hidden={hidden} />
              </div>
            ))}
          </div>
        ) : (
          group.changes.map((change, at) => <Block key={at} change={change} hidden={hidden} />)
        ),
      )}
    </div>
  );
}

interface RowGroup {
  isRow: boolean;
  changes: BlockChange[];
}

/** Cells of one row of one table stand side by side. */
function groupRows(changes: readonly BlockChange[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const change of changes) {
    const { cell } = change.block;
    const open = groups.at(-1);
    const before = open?.changes.at(-1)?.block.cell;
    const isSameRow = cell !== null && before?.row === cell.row && before.table === cell.table;
    if (open !== undefined && isSameRow) open.changes.push(change);
    else groups.push({ isRow: cell !== null, changes: [change] });
  }
  return groups;
}

type Hidden = DiffSegment['op'] | null;

function Block({ change, hidden }: { change: BlockChange; hidden: Hidden }) {
  const { block } = change;
  const isChanged =
    change.op !== 'equal' && change.segments.some((segment) => segment.op !== 'equal' && segment.op !== hidden);
  return (
    <p
      className={css['block']}
      data-kind={block.kind}
      data-align={block.align ?? undefined}
      data-changed={isChanged ? '' : undefined}
      style={block.listDepth > 0 ? { paddingInlineStart: `${block.listDepth * 26}px` } : undefined}
    >
      {block.label === '' ? null : <span className={css['label']}>{block.label}</span>}
      <Segments change={change} hidden={hidden} />
    </p>
  );
}

function Segments({ change, hidden }: { change: BlockChange; hidden: Hidden }) {
  return change.segments
    .filter((segment) => segment.op !== hidden)
    .map((segment, index) => <Segment key={index} segment={segment} />);
}

function Segment({ segment }: { segment: DiffSegment }) {
  const content = marked(segment);
  if (segment.op === 'insert') return <ins className={css['insert']}>{content}</ins>;
  if (segment.op === 'delete') return <del className={css['delete']}>{content}</del>;
  return <span>{content}</span>;
}

function marked({ text, marks }: DiffSegment): ReactNode {
  let content: ReactNode = text;
  if (marks.includes('underline')) content = <u>{content}</u>;
  if (marks.includes('italic')) content = <em>{content}</em>;
  if (marks.includes('bold')) content = <strong>{content}</strong>;
  return content;
}
