import { IconFiles, IconStack2 } from '@tabler/icons-react';
import { Button, Sheet } from '../kit/index.ts';
import css from './queue.module.css';

interface SplitSheetProps {
  /** How many pictures were chosen; 0 closes the sheet. */
  count: number;
  onDecide: (as: 'one' | 'each' | 'none') => void;
}

export function SplitSheet({ count, onDecide }: SplitSheetProps) {
  return (
    <Sheet open={count > 0} onClose={() => onDecide('none')} title={`${count} gambar: satu surat atau beberapa?`}>
      <div className={css['choices']}>
        <Button full variant="primary" icon={<IconStack2 size={18} stroke={1.8} />} onClick={() => onDecide('one')}>
          Satu surat, {count} halaman
        </Button>
        <Button full icon={<IconFiles size={18} stroke={1.8} />} onClick={() => onDecide('each')}>
          {count} surat, masing-masing satu halaman
        </Button>
      </div>
    </Sheet>
  );
}
