import { Fragment, type ReactNode } from 'react';
import type { BlockChange, DiffSegment } from '../../../server/letters/letter-body-diff.ts';
import type { Block, LetterBody, List, ListItem, Paragraph, Table } from '../../../server/letters/letter-body-nodes.ts';
import { bodyBlocks, type BodyBlock } from '../../../server/letters/letter-body-text.ts';
import '../editor/letter-body.css';
import type { ArrangedChanges } from './arrange-changes.ts';
import type { LocatedComment } from './locate-comments.ts';
import { cutPieces, type Piece } from './paper-pieces.ts';
import css from './paper.module.css';

interface PaperBodyProps {
  body: LetterBody;
  /** Draws what was inserted and deleted. */
  changes?: ArrangedChanges | undefined;
  threads?: readonly LocatedComment[];
  onPin?: (commentId: string) => void;
}

interface Drawing {
  blocks: readonly BodyBlock[];
  indexOf: ReadonlyMap<string, number>;
  changes: ArrangedChanges | undefined;
  threads: readonly LocatedComment[];
  onPin: (commentId: string) => void;
}

function step(path: string, index: number): string {
  return path === '' ? `content/${index}` : `${path}/content/${index}`;
}

function toneOf({ comment }: LocatedComment): string {
  if (comment.resolvedAt !== null) return 'resolved';
  return comment.isOwn ? 'own' : 'comment';
}

function marked(text: string, marks: Piece['marks']): ReactNode {
  return marks.reduce<ReactNode>((inner, mark) => {
    if (mark === 'bold') return <strong>{inner}</strong>;
    return mark === 'italic' ? <em>{inner}</em> : <u>{inner}</u>;
  }, text);
}

function Pin({ thread, onPin }: { thread: LocatedComment | undefined; onPin: Drawing['onPin'] }) {
  if (thread === undefined) return null;
  return (
    <button
      type="button"
      className={`pin ${css['pin'] ?? ''}`}
      data-skip=""
      data-tone={toneOf(thread)}
      data-pin={thread.comment.id}
      aria-label={`Catatan ${thread.number}`}
      onClick={() => onPin(thread.comment.id)}
    >
      {thread.number}
    </button>
  );
}

function PieceView({ piece, drawing }: { piece: Piece; drawing: Drawing }) {
  const words = marked(piece.text, piece.marks);
  const change = piece.startsChange ? { 'data-change': '', tabIndex: -1 } : {};
  if (piece.op === 'delete')
    return (
      <del data-skip="" {...change}>
        <span className="only-read">(dihapus) </span>
        {words}
      </del>
    );
  const thread = drawing.threads.find((one) => one.comment.id === piece.highlight);
  const pinned =
    thread === undefined ? (
      words
    ) : (
      <span className="pinned" data-tone={toneOf(thread)}>
        {words}
      </span>
    );
  if (piece.op === 'equal') return pinned;
  return (
    <ins {...change}>
      <span className="only-read" data-skip="">
        (ditambah){' '}
      </span>
      {pinned}
    </ins>
  );
}

function Pieces({ index, drawing }: { index: number; drawing: Drawing }) {
  const runs = drawing.blocks[index]?.runs ?? [];
  const plain = runs.map((run): DiffSegment => ({ op: 'equal', ...run }));
  const here = drawing.threads.flatMap((thread) => (thread.place?.block === index ? [thread.place] : []));
  const { pieces, trailing } = cutPieces(drawing.changes?.segments.get(index) ?? plain, here);
  const pin = (id: string) => (
    <Pin key={id} thread={drawing.threads.find((one) => one.comment.id === id)} onPin={drawing.onPin} />
  );
  return (
    <>
      {pieces.map((piece, at) => (
        <Fragment key={at}>
          <PieceView piece={piece} drawing={drawing} />
          {piece.pins.map(pin)}
        </Fragment>
      ))}
      {trailing.map(pin)}
    </>
  );
}

function Removed({ changes }: { changes: readonly BlockChange[] | undefined }) {
  return (changes ?? []).map((change, at) => (
    <p key={at} className={css['removed']} data-skip="" data-changed="">
      <del data-change="" tabIndex={-1}>
        <span className="only-read">(dihapus) </span>
        {change.block.label === '' ? '' : `${change.block.label} `}
        {change.block.text}
      </del>
    </p>
  ));
}

function ParagraphView({ node, path, drawing }: { node: Paragraph; path: string; drawing: Drawing }) {
  const index = drawing.indexOf.get(path) ?? -1;
  const isChanged = drawing.changes?.segments.get(index)?.some((segment) => segment.op !== 'equal') === true;
  return (
    <>
      <p
        className={css['paragraph']}
        data-block={index}
        data-align={node.attrs?.textAlign}
        data-changed={isChanged ? '' : undefined}
      >
        <Pieces index={index} drawing={drawing} />
      </p>
      <Removed changes={drawing.changes?.removed.get(index)} />
    </>
  );
}

function ItemView({ item, path, drawing }: { item: ListItem; path: string; drawing: Drawing }) {
  return (
    <li>
      <Blocks blocks={item.content} path={path} drawing={drawing} />
    </li>
  );
}

function ListView({ list, path, drawing }: { list: List; path: string; drawing: Drawing }) {
  const items = list.content.map((item, index) => (
    <ItemView key={index} item={item} path={step(path, index)} drawing={drawing} />
  ));
  if (list.type === 'bulletList') return <ul>{items}</ul>;
  return <ol start={list.attrs?.start ?? 1}>{items}</ol>;
}

function TableView({ table, path, drawing }: { table: Table; path: string; drawing: Drawing }) {
  return (
    <div className="tableWrapper" tabIndex={0} role="region" aria-label="Tabel">
      <table>
        <tbody>
          {table.content.map((row, at) => (
            <tr key={at}>
              {row.content.map((cell, index) => {
                const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
                return (
                  <Cell key={index} colSpan={cell.attrs?.colspan ?? 1} rowSpan={cell.attrs?.rowspan ?? 1}>
                    <Blocks blocks={cell.content} path={step(step(path, at), index)} drawing={drawing} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Blocks({ blocks, path, drawing }: { blocks: readonly Block[]; path: string; drawing: Drawing }) {
  return blocks.map((block, index) => {
    const here = step(path, index);
    if (block.type === 'paragraph') return <ParagraphView key={index} node={block} path={here} drawing={drawing} />;
    if (block.type === 'table') return <TableView key={index} table={block} path={here} drawing={drawing} />;
    return <ListView key={index} list={block} path={here} drawing={drawing} />;
  });
}

/** The body of a letter as text, with changes and the pins of comments where they are given. */
export function PaperBody({ body, changes, threads = [], onPin = () => undefined }: PaperBodyProps) {
  const blocks = bodyBlocks(body);
  const indexOf = new Map(blocks.map((block, index) => [block.path, index]));
  return (
    <div className={`letter-body ${css['body'] ?? ''}`}>
      <Removed changes={changes?.removed.get(-1)} />
      <Blocks blocks={body.content} path="" drawing={{ blocks, indexOf, changes, threads, onPin }} />
    </div>
  );
}
