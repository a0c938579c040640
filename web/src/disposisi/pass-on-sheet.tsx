import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { DispositionSheet } from './disposition-sheet.tsx';
import { useDisposition } from './use-disposition.ts';

interface PassOnSheetProps {
  item: DispositionItem;
  subject: string;
  open: boolean;
  onClose: () => void;
}

/** A disposition passed on down the line, below the one it came with. */
export function PassOnSheet({ item, subject, open, onClose }: PassOnSheetProps) {
  const writer = useDisposition({
    incomingId: item.incomingId,
    subject,
    parentItemId: item.id,
    enabled: open,
    onSent: () => {
      writer.reset();
      onClose();
    },
  });
  return <DispositionSheet writer={writer} open={open} onClose={onClose} title="Teruskan disposisi" />;
}
