import { IconSend } from '@tabler/icons-react';
import { Button, ErrorNote, Sheet, Skeleton } from '../kit/index.ts';
import { DispositionForm } from './disposition-form.tsx';
import type { DispositionWriter } from './use-disposition.ts';

interface DispositionSheetProps {
  writer: DispositionWriter;
  open: boolean;
  onClose: () => void;
  title?: string;
}

/** The form while its choices come, when they cannot be read, and once it can be filled in. */
export function WriterBody({ writer }: { writer: DispositionWriter }) {
  if (writer.options !== undefined) return <DispositionForm writer={writer} />;
  if (writer.optionsProblem === null) return <Skeleton rows={4} height={52} />;
  return <ErrorNote problem={writer.optionsProblem} onRetry={writer.reloadOptions} />;
}

export function SendButton({ writer, hint }: { writer: DispositionWriter; hint?: string }) {
  return (
    <Button
      variant="primary"
      size="large"
      full
      {...(hint !== undefined && { hint })}
      icon={<IconSend size={18} stroke={1.8} aria-hidden="true" />}
      pending={writer.pending}
      disabled={writer.options === undefined}
      onClick={writer.send}
    >
      Kirim disposisi
    </Button>
  );
}

/** The whole disposition from the bottom of a phone: the second tap sends it. */
export function DispositionSheet({ writer, open, onClose, title = 'Disposisi' }: DispositionSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={title} footer={<SendButton writer={writer} />}>
      <WriterBody writer={writer} />
    </Sheet>
  );
}
