import { useState } from 'react';
import { Button, Sheet, TextArea } from '../kit/index.ts';
import type { SelectionAnchor } from '../editor/selection-anchor.ts';
import css from './comment-list.module.css';

interface CommentSheetProps {
  /** Null while closed. */
  anchor: SelectionAnchor | null;
  isPending: boolean;
  onClose: () => void;
  onSend: (text: string) => void;
}

export function CommentSheet({ anchor, isPending, onClose, onSend }: CommentSheetProps) {
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isBlank = text.trim() === '';

  const send = () => {
    setTried(true);
    if (!isBlank) onSend(text.trim());
  };

  return (
    <Sheet
      hasOwnFocus
      open={anchor !== null}
      onClose={onClose}
      title="Beri catatan"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={isPending} onClick={send}>
            Simpan catatan
          </Button>
        </>
      }
    >
      {anchor === null || anchor.quote === '' ? null : (
        <p className={css['about']}>
          <span className={css['quote']}>“{anchor.quote}”</span>
        </p>
      )}
      <TextArea
        label="Catatan"
        rows={4}
        data-autofocus=""
        maxLength={4000}
        error={isTried && isBlank ? 'Tulis catatan.' : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Sheet>
  );
}
