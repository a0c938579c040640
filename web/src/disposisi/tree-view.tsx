import { IconClock, IconPaperclip } from '@tabler/icons-react';
import type { DispositionItem, DispositionTree } from '../../../server/dispositions/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Avatar, Badge, BadgeRow } from '../kit/index.ts';
import { dueMoment } from './due-words.ts';
import { Instruction, ItemBadge } from './item-words.tsx';
import { closingBar, groupRoots, type Root, type TreeNode } from './tree-shape.ts';
import css from './tree-view.module.css';

interface SelectProps {
  selectedId: string;
  onSelect: (itemId: string) => void;
}

/** "Hendra Wijaksono · dibaca 24 Nov, 08.52" */
function lastStep(item: DispositionItem): string {
  const name = item.recipient.holderName ?? 'jabatan kosong';
  if (item.status === 'done' && item.closedAt !== null)
    return `${name} · selesai ${formatShortDateTime(item.closedAt)}`;
  if (item.readAt !== null) return `${name} · dibaca ${formatShortDateTime(item.readAt)}`;
  return item.receivedAt === null ? name : `${name} · belum dibaca`;
}

function Due({ item }: { item: DispositionItem }) {
  const due = dueMoment(item);
  if (due === undefined || item.closedAt !== null) return null;
  return (
    <span className={css['due']} data-late={item.isLate ? '' : undefined}>
      <IconClock size={16} stroke={1.8} aria-hidden="true" />
      <span className="only-read">Tenggat </span>
      {due}
    </span>
  );
}

/** What keeps it from being closed, what was reported, or that nothing was. */
function footWords(item: DispositionItem): string | null {
  const bar = closingBar(item);
  if (bar !== undefined) return bar;
  if (item.lastReport !== null && !item.isForced) return item.lastReport.text;
  return item.closedAt === null && item.isLate ? 'Belum ada laporan' : item.closedReason;
}

function Foot({ item }: { item: DispositionItem }) {
  const files = item.lastReport?.files.length ?? 0;
  const words = footWords(item);
  return (
    <span className={css['foot']}>
      <Due item={item} />
      {files === 0 ? null : (
        <span className={css['files']}>
          <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
          {files} lampiran
        </span>
      )}
      {words === null ? null : <span className={css['said']}>{words}</span>}
    </span>
  );
}

interface NodeProps extends SelectProps {
  node: TreeNode;
  /** Its words stand on the card of the giver already. */
  isShared?: boolean;
}

function nameOf({ teamName }: DispositionItem, title: string): string {
  return teamName === null ? title : `${teamName} · ${title}`;
}

function CardTop({ item }: { item: DispositionItem }) {
  return (
    <span className={css['cardTop']}>
      <span className={css['title']}>
        <span className="only-desktop">{nameOf(item, item.recipient.title)}</span>
        <span className="only-phone">{nameOf(item, item.recipient.shortTitle)}</span>
        {item.isPic ? <Badge tone="konsep">Koordinator</Badge> : null}
      </span>
      <BadgeRow>
        {item.isRecipient ? <Badge tone="disposisi">Anda</Badge> : null}
        <ItemBadge facts={{ ...item, isPaused: item.pausedSince !== null }} />
      </BadgeRow>
    </span>
  );
}

const endedOtherwise: readonly DispositionItem['status'][] = ['recalled', 'undone', 'returned'];

function Node({ node, selectedId, onSelect, isShared = false }: NodeProps) {
  const { item, children } = node;
  return (
    <li className={css['node']} data-late={item.isLate ? '' : undefined}>
      <button
        type="button"
        className={css['card']}
        aria-current={item.id === selectedId ? 'true' : undefined}
        data-late={item.isLate ? '' : undefined}
        data-quiet={endedOtherwise.includes(item.status) ? '' : undefined}
        onClick={() => onSelect(item.id)}
      >
        <span className={css['avatar']}>
          <Avatar
            name={item.recipient.holderName ?? item.recipient.title}
            size={32}
            {...(item.status === 'done' && { tone: 'selesai' as const })}
          />
        </span>
        <span className={css['cardBody']}>
          <CardTop item={item} />
          <span className={css['step']}>{lastStep(item)}</span>
          {item.closedAt === null && !isShared ? (
            <span className={css['instruction']}>
              <Instruction item={item} />
            </span>
          ) : null}
          <Foot item={item} />
        </span>
      </button>
      {children.length === 0 ? null : (
        <ul className={css['children']}>
          {children.map((child) => (
            <Node key={child.item.id} node={child} selectedId={selectedId} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </li>
  );
}

function sharedWords(nodes: readonly TreeNode[]): DispositionItem | undefined {
  const first = nodes[0]?.item;
  const print = (item: DispositionItem) => JSON.stringify([item.instructions, item.note, item.isHidden]);
  return first !== undefined && nodes.every(({ item }) => print(item) === print(first)) ? first : undefined;
}

function RootCard({ root, shared }: { root: Root; shared: DispositionItem | undefined }) {
  const { first } = root;
  return (
    <div className={css['card']} data-root="">
      <span className={css['avatar']}>
        <Avatar name={first.giverName} size={32} />
      </span>
      <span className={css['cardBody']}>
        <span className={css['cardTop']}>
          <span className={css['title']}>{first.giverTitle}</span>
          {first.isGiver ? <Badge tone="disposisi">Anda</Badge> : null}
        </span>
        <span className={css['step']}>
          {first.giverName} · memberi disposisi {formatShortDateTime(first.givenAt)}
          {first.recordedBy === null ? '' : ` · dicatat ${first.recordedBy}`}
        </span>
        {shared === undefined ? null : (
          <span className={css['instruction']}>
            <Instruction item={shared} />
          </span>
        )}
      </span>
    </div>
  );
}

function RootTree({ root, selectedId, onSelect }: SelectProps & { root: Root }) {
  const shared = sharedWords(root.nodes);
  return (
    <section className={css['root']} aria-label={`Disposisi ${root.first.giverTitle}`}>
      <RootCard root={root} shared={shared} />
      <ul className={css['children']}>
        {root.nodes.map((node) => (
          <Node
            key={node.item.id}
            node={node}
            selectedId={selectedId}
            onSelect={onSelect}
            isShared={shared !== undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** Who gave the letter to whom, down the line, as far as this desk may see it. */
export function TreeView({ tree, selectedId, onSelect }: SelectProps & { tree: DispositionTree }) {
  return groupRoots(tree.items).map((root) => (
    <RootTree key={root.key} root={root} selectedId={selectedId} onSelect={onSelect} />
  ));
}
