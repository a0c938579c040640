import { IconChevronLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { Badge, Button, IconButton } from '../kit/index.ts';
import { CircuitStrip } from './circuit-strip.tsx';
import css from './draft-header.module.css';
import type { DraftEditing } from './use-draft.ts';
import { SaveNote } from './save-note.tsx';

interface DraftHeaderProps {
  letter: Letter;
  editing: DraftEditing;
  backTo: string;
  actionLabel: string;
  isPending: boolean;
  onAction: () => void;
  onCircuit: () => void;
}

export function DraftHeader({
  letter,
  editing,
  backTo,
  actionLabel,
  isPending,
  onAction,
  onCircuit,
}: DraftHeaderProps) {
  const navigate = useNavigate();
  const subject = editing.content.subject.trim();
  const title = subject === '' ? 'Konsep tanpa hal' : subject;
  useEffect(() => {
    document.title = `${title} · Konsep · Lontar`;
  }, [title]);

  return (
    <div className={css['header']}>
      <IconButton
        label="Kembali"
        icon={<IconChevronLeft size={22} stroke={2} />}
        onClick={() => void navigate({ to: backTo })}
      />
      <div className={css['text']}>
        <h1 className={css['title']} title={title}>
          {title}
        </h1>
        <div className={css['facts']}>
          <span className={css['badge']}>
            <StatusBadge letter={letter} />
          </span>
          <SaveNote saving={editing.saving} openedAt={letter.updatedAt} />
        </div>
      </div>
      <span className={css['phoneBadge']}>
        <StatusBadge letter={letter} />
      </span>
      <CircuitStrip content={editing.content} letter={letter} onOpen={onCircuit} />
      <div className={css['action']}>
        <Button variant="primary" pending={isPending} onClick={onAction}>
          {actionLabel}
        </Button>
      </div>
    </div>
  );
}

function StatusBadge({ letter }: { letter: Letter }) {
  if (letter.isReturned) return <Badge tone="dikembalikan">Dikembalikan</Badge>;
  return letter.status === 'draft' ? <Badge tone="konsep">Konsep</Badge> : <Badge tone="paraf">Dalam paraf</Badge>;
}
