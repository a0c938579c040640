import { useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { Button, Sheet, TextArea } from '../kit/index.ts';
import css from './submit-sheet.module.css';

interface SubmitSheetProps {
  letter: Letter;
  isOpen: boolean;
  isPending: boolean;
  openComments: number;
  onClose: () => void;
  onSubmit: (input: { message: string; askAgain: string[] }) => void;
}

/** Submitting again after a return: what was mended, and whose initial is asked anew. */
export function SubmitSheet({ letter, isOpen, isPending, openComments, onClose, onSubmit }: SubmitSheetProps) {
  const [message, setMessage] = useState('');
  const [askAgain, setAskAgain] = useState<string[]>([]);
  const initialled = letter.circuit.filter((step) => step.status === 'initialled');

  const toggle = (id: string) =>
    setAskAgain(askAgain.includes(id) ? askAgain.filter((one) => one !== id) : [...askAgain, id]);

  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title="Ajukan lagi"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={isPending} onClick={() => onSubmit({ message: message.trim(), askAgain })}>
            Ajukan lagi
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {openComments === 0 ? null : (
          <p className={css['warning']}>
            {openComments} catatan belum ditandai selesai. Konsep tetap dapat diajukan; pemberi catatan akan melihatnya.
          </p>
        )}
        <TextArea
          label="Pesan untuk pemeriksa (boleh kosong)"
          rows={3}
          maxLength={1000}
          placeholder="Misalnya: dasar tanggap darurat sudah ditambahkan di alinea pertama"
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {initialled.length === 0 ? null : (
          <fieldset>
            <legend className={css['legend']}>Minta paraf ulang dari</legend>
            {initialled.map((step) => (
              <label key={step.id} className={css['choice']}>
                <input type="checkbox" checked={askAgain.includes(step.id)} onChange={() => toggle(step.id)} />
                <span>
                  {step.desk.title}
                  <span className={css['note']}>
                    {step.contentVersion === null ? '' : `Paraf pada versi ${step.contentVersion}`}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </Sheet>
  );
}
