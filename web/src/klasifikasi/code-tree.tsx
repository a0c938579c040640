import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ClassificationNode } from '../../../server/retention/contract.ts';
import { useOperation } from '../api/index.ts';
import { Badge, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import css from './classification.module.css';
import { listCodes } from './scheme-operations.ts';

export interface TreeState {
  selected: string | undefined;
  /** Words of the search, or empty. */
  words: string;
  isOpen: (code: string) => boolean;
  onToggle: (code: string) => void;
}

function CodeLink({ node, tree }: { node: ClassificationNode; tree: TreeState }) {
  const { words, selected } = tree;
  return (
    <Link
      to="/pengaturan/klasifikasi"
      search={{ kode: node.code, q: words === '' ? undefined : words }}
      className={css['code']}
      aria-current={node.code === selected ? 'true' : undefined}
    >
      <span className={css['number']}>{node.code}</span>
      <span className={css['codeName']}>{node.name}</span>
      {node.retiredOn === null ? null : <Badge tone="konsep">Dicabut</Badge>}
    </Link>
  );
}

function Branch({ node, tree }: { node: ClassificationNode; tree: TreeState }) {
  const open = tree.isOpen(node.code);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={css['node']}>
        {node.childCount === 0 ? (
          <span className={css['leaf']} />
        ) : (
          <button
            type="button"
            className={css['toggle']}
            aria-expanded={open}
            aria-label={`${node.code} ${node.name}, ${node.childCount} kode di bawahnya`}
            onClick={() => tree.onToggle(node.code)}
          >
            <Chevron size={18} stroke={2} aria-hidden="true" />
          </button>
        )}
        <CodeLink node={node} tree={tree} />
      </div>
      {open && node.childCount > 0 ? <Level parentCode={node.code} tree={tree} /> : null}
    </li>
  );
}

function Level({ parentCode, tree }: { parentCode?: string; tree: TreeState }) {
  const found = useOperation(listCodes, { query: { parentCode } });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={parentCode === undefined ? 8 : 2} height={36} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  return (
    <ul className={css['level']} aria-label={parentCode === undefined ? 'Kode pokok' : undefined}>
      {found.data.codes.map((node) => (
        <Branch key={node.code} node={node} tree={tree} />
      ))}
    </ul>
  );
}

function Found({ tree }: { tree: TreeState }) {
  const found = useOperation(listCodes, { query: { q: tree.words } }, { keepPrevious: true });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={6} height={36} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const { codes, hasMore } = found.data;
  if (codes.length === 0)
    return <EmptyState title="Tidak ada kode yang cocok">Cari dengan awal kode atau kata dari namanya.</EmptyState>;
  return (
    <>
      <p className={css['found']} role="status">
        {hasMore ? `${codes.length} kode pertama; tambah kata untuk mempersempit` : `${codes.length} kode`}
      </p>
      <ul className={css['level']} aria-label="Hasil pencarian kode">
        {codes.map((node) => (
          <li key={node.code}>
            <div className={css['node']}>
              <CodeLink node={node} tree={tree} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The scheme level by level; with words, the codes that they find. */
export function CodeTree({ tree }: { tree: TreeState }) {
  return tree.words === '' ? <Level tree={tree} /> : <Found tree={tree} />;
}
