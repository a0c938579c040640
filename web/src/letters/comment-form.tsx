import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, TextArea } from '../kit/index.ts';
import css from './comments.module.css';
import { addComment } from './letter-operations.ts';
import type { PaperAnchor } from './selection-anchor.ts';

interface CommentFormProps {
  letterId: string;
  /** The words it points at; null for a remark on the whole letter or an answer. */
  anchor: PaperAnchor | null;
  parentId?: string;
  label: string;
  onDone: () => void;
  onCancel: () => void;
}

export function CommentForm({ letterId, anchor, parentId, label, onDone, onCancel }: CommentFormProps) {
  const [text, setText] = useState('');
  const command = useCommand(addComment, { refresh: ['letters'], onDone });

  const form = useRef<HTMLFormElement>(null);
  // After the card has been placed beside its words: an earlier focus would scroll to where it is not.
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    command.press({ params: { letterId }, body: { text: text.trim(), anchor, parentId: parentId ?? null } });
  };

  return (
    <form ref={form} className={css['form']} onSubmit={submit}>
      {anchor === null ? null : <q className={css['quote']}>{anchor.quote}</q>}
      <TextArea
        label={label}
        rows={3}
        maxLength={4000}
        data-autofocus=""
        value={text}
        error={command.problem?.field('text')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      <div className={css['formFoot']}>
        <Button size="small" onClick={onCancel}>
          Batal
        </Button>
        <Button size="small" variant="primary" type="submit" pending={command.pending} disabled={text.trim() === ''}>
          {parentId === undefined ? 'Simpan catatan' : 'Kirim jawaban'}
        </Button>
      </div>
    </form>
  );
}
