import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '../../../server/dispositions/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Button, showToast } from '../kit/index.ts';
import { sendDispositionMessage } from './disposition-operations.ts';
import css from './item-panel.module.css';

export function Conversation({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return <p className={css['none']}>Belum ada percakapan tentang disposisi ini.</p>;
  return (
    <ul className={css['messages']}>
      {messages.map((message) => (
        <li key={message.id} className={css['message']} data-own={message.isOwn ? '' : undefined}>
          <span className={css['bubble']}>{message.text}</span>
          <span className="meta">
            {message.isOwn ? 'Anda' : message.authorTitle} · {formatShortDateTime(message.sentAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function MessageForm({ itemId }: { itemId: string }) {
  const [text, setText] = useState('');
  const send = useCommand(sendDispositionMessage, {
    refresh: ['disposition-items'],
    onDone: () => setText(''),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  const press = () => {
    if (text.trim() !== '' && !send.pending) send.press({ params: { itemId }, body: { text: text.trim() } });
  };
  return (
    <form
      className={css['messageForm']}
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <textarea
        rows={1}
        aria-label="Tulis pesan"
        placeholder="Tulis pesan"
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          press();
        }}
      />
      <Button
        type="submit"
        variant="primary"
        icon={<IconSend size={18} stroke={1.8} aria-hidden="true" />}
        pending={send.pending}
      >
        Kirim
      </Button>
    </form>
  );
}
