import { useState } from 'react';
import { Button, Sheet, TextArea } from '../kit/index.ts';

interface WithdrawSheetProps {
  isOpen: boolean;
  isPending: boolean;
  error: string | undefined;
  onClose: () => void;
  onWithdraw: (reason: string) => void;
}

export function WithdrawSheet({ isOpen, isPending, error, onClose, onWithdraw }: WithdrawSheetProps) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = reason.trim().length < 3;

  const send = () => {
    setTried(true);
    if (!isShort) onWithdraw(reason.trim());
  };

  return (
    <Sheet
      hasOwnFocus
      open={isOpen}
      onClose={onClose}
      title="Tarik konsep"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="danger" pending={isPending} onClick={send}>
            Tarik konsep
          </Button>
        </>
      }
    >
      <TextArea
        label="Alasan"
        hint="Konsep tidak dapat diajukan lagi, tetapi tetap tercatat dan dapat dibaca."
        rows={3}
        data-autofocus=""
        maxLength={1000}
        error={isTried && isShort ? 'Tulis alasan penarikan.' : error}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  );
}
