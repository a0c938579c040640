import { IconChevronDown, IconChevronRight, IconFolder, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { getFileTreeEndpoint, RecordFile } from '../../../server/filing/contract.ts';
import { fileNumber } from '../../../server/filing/states.ts';
import { useOperation, usePages } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ErrorNote, Skeleton, TextField } from '../kit/index.ts';
import { useSettled } from '../konsep/use-settled.ts';
import { getFileTree, listFiles } from './berkas-operations.ts';
import { ancestorsOf, childrenOf } from './tree-nodes.ts';
import css from './file-tree.module.css';

export type TreeNode = OutputOf<typeof getFileTreeEndpoint>['nodes'][number];

function FileLink({ file, depth, openId }: { file: RecordFile; depth: number; openId: string | undefined }) {
  return (
    <Link
      to="/berkas/$id"
      params={{ id: file.id }}
      className={css['file']}
      data-file-row=""
      data-open={file.id === openId ? '' : undefined}
      data-merged={file.status === 'merged' ? '' : undefined}
      style={{ paddingInlineStart: 12 + depth * 16 }}
    >
      <IconFolder size={17} stroke={1.8} aria-hidden="true" />
      <span className={css['label']}>
        {fileNumber(file)} {file.title}
      </span>
      <span className={css['count']}>{formatCount(file.itemCount - file.proposedCount)}</span>
    </Link>
  );
}

/** Files of one code alone, newest first. */
function FilesOfCode({ code, depth, openId }: { code: string; depth: number; openId: string | undefined }) {
  const list = usePages(listFiles, { query: { exactCode: code, limit: 30 } });
  const files = list.pages.flatMap((page) => page.files);
  return (
    <>
      {list.isLoading ? <Skeleton rows={2} height={28} /> : null}
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {files.map((file) => (
        <FileLink key={file.id} file={file} depth={depth} openId={openId} />
      ))}
      {list.loadMore === undefined ? null : (
        <Button size="small" variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </>
  );
}

interface BranchProps {
  nodes: readonly TreeNode[];
  parent: string | null;
  depth: number;
  isOpen: (code: string) => boolean;
  onToggle: (code: string) => void;
  openId: string | undefined;
}

function Branch({ nodes, parent, depth, isOpen, onToggle, openId }: BranchProps) {
  return (
    <ul className={css['branch']}>
      {childrenOf(nodes, parent).map((node) => (
        <li key={node.code}>
          <button
            type="button"
            className={css['node']}
            aria-expanded={isOpen(node.code)}
            style={{ paddingInlineStart: 6 + depth * 14 }}
            onClick={() => onToggle(node.code)}
          >
            {isOpen(node.code) ? (
              <IconChevronDown size={16} stroke={2} aria-hidden="true" />
            ) : (
              <IconChevronRight size={16} stroke={2} aria-hidden="true" />
            )}
            <span className={css['label']}>
              <b>{node.code}</b> {node.name}
            </span>
            <span className={css['count']}>
              {formatCount(node.fileCount)}
              <span className="only-read"> berkas</span>
            </span>
          </button>
          {isOpen(node.code) ? (
            <>
              <Branch {...{ nodes, isOpen, onToggle, openId }} parent={node.code} depth={depth + 1} />
              {node.ownCount > 0 ? <FilesOfCode code={node.code} depth={depth + 1} openId={openId} /> : null}
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Found({ words, openId }: { words: string; openId: string | undefined }) {
  const list = usePages(listFiles, { query: { q: words, limit: 50 } });
  const files = list.pages.flatMap((page) => page.files);
  if (list.isLoading) return <Skeleton rows={4} height={32} />;
  if (files.length === 0) return <p className={css['none']}>Tidak ada berkas dengan kata itu.</p>;
  return (
    <>
      {files.map((file) => (
        <FileLink key={file.id} file={file} depth={0} openId={openId} />
      ))}
      {list.loadMore === undefined ? null : (
        <Button size="small" variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </>
  );
}

interface FileTreeProps {
  openId: string | undefined;
  /** Classification of the open file, whose branch is shown. */
  openCode: string | undefined;
}

/** The classification as far as there are files, each code opening to the files under it. */
export function FileTree({ openId, openCode }: FileTreeProps) {
  const tree = useOperation(getFileTree, {}, { keepPrevious: true });
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const nodes = tree.data?.nodes ?? [];
  const onPath = new Set(openCode === undefined ? [] : ancestorsOf(nodes, openCode));
  const isOpen = (code: string) => toggled[code] ?? onPath.has(code);
  return (
    <nav className={css['tree']} aria-label="Berkas menurut klasifikasi">
      <div className={css['search']}>
        <TextField
          label={<span className="only-read">Cari berkas</span>}
          placeholder="Kode atau kata"
          type="search"
          before={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className={css['scroll']}>
        {tree.error === null ? null : <ErrorNote problem={tree.error} onRetry={() => void tree.refetch()} />}
        {tree.isPending ? <Skeleton rows={8} height={28} /> : null}
        {words === '' ? (
          <Branch
            nodes={nodes}
            parent={null}
            depth={0}
            isOpen={isOpen}
            onToggle={(code) => setToggled({ ...toggled, [code]: !isOpen(code) })}
            openId={openId}
          />
        ) : (
          <Found words={words} openId={openId} />
        )}
        {tree.data !== undefined && nodes.length === 0 ? <p className={css['none']}>Belum ada berkas.</p> : null}
        {words === '' && nodes.length > 0 ? <Favourites nodes={nodes} onOpen={setToggled} /> : null}
      </div>
    </nav>
  );
}

function Favourites({
  nodes,
  onOpen,
}: {
  nodes: readonly TreeNode[];
  onOpen: (change: (toggled: Record<string, boolean>) => Record<string, boolean>) => void;
}) {
  const often = [...nodes].sort((left, right) => right.ownCount - left.ownCount).slice(0, 3);
  const busy = often.filter(({ ownCount }) => ownCount > 1);
  if (busy.length === 0) return null;
  return (
    <section className={css['often']} aria-label="Sering dipakai">
      <h2>Sering dipakai</h2>
      {busy.map(({ code, name, ownCount }) => (
        <button
          key={code}
          type="button"
          className={css['node']}
          onClick={() =>
            onOpen((toggled) => ({
              ...toggled,
              ...Object.fromEntries(ancestorsOf(nodes, code).map((one) => [one, true])),
            }))
          }
        >
          <span className={css['label']}>
            <b>{code}</b> {name}
          </span>
          <span className={css['count']}>{formatCount(ownCount)}</span>
        </button>
      ))}
    </section>
  );
}
