import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { IconButton } from './button.tsx';
import css from './pager.module.css';

interface PagerProps {
  /** Counts from 1. */
  at: number;
  of: number;
  onMove: (step: 1 | -1) => void;
  /** What is counted: "surat", "perubahan". */
  noun?: string;
}

export function Pager({ at, of, onMove, noun = 'surat' }: PagerProps) {
  return (
    <div className={css['pager']}>
      <span className={css['count']}>
        {at} dari {of}
      </span>
      <IconButton
        framed
        label={`${noun} sebelumnya`}
        disabled={at <= 1}
        icon={<IconChevronUp size={18} stroke={1.8} />}
        onClick={() => onMove(-1)}
      />
      <IconButton
        framed
        label={`${noun} berikutnya`}
        disabled={at >= of}
        icon={<IconChevronDown size={18} stroke={1.8} />}
        onClick={() => onMove(1)}
      />
    </div>
  );
}
