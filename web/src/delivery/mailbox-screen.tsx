import { IconFileTypePdf, IconMailOpened } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { getMailboxAttachmentEndpoint, listMailboxEndpoint } from '../../../server/delivery/contract.ts';
import { fileAddress, operation, useOperation } from '../api/index.ts';
import { formatDateTime, formatListTime } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Card, CountPill, DownloadButton, EmptyState, ErrorNote, Notice, Sheet, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { LinkedText } from './linked-text.tsx';
import css from './mailbox-screen.module.css';

const listMailbox = operation<typeof listMailboxEndpoint>('get', '/demo/mailbox');

type Message = OutputOf<typeof listMailboxEndpoint>['messages'][number];

function MessageRow({ message, isOpen, onOpen }: { message: Message; isOpen: boolean; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className={css['row']} aria-current={isOpen ? 'true' : undefined} onClick={onOpen}>
        <span className={css['top']}>
          <span className={css['to']}>{message.toAddress}</span>
          <span className={css['when']}>{formatListTime(message.sentAt)}</span>
        </span>
        <span className={css['subject']}>{message.subject}</span>
      </button>
    </li>
  );
}

/** One mail as its recipient gets it. */
function MessageView({ message, title }: { message: Message; title?: ReactNode }) {
  return (
    <article className={css['message']} aria-label={message.subject}>
      {title}
      <p className="meta">
        Kepada {message.toAddress} · {formatDateTime(message.sentAt)}
      </p>
      <LinkedText text={message.text} />
      {message.attachment === null ? null : (
        <div className={css['attachment']}>
          <DownloadButton
            href={fileAddress<typeof getMailboxAttachmentEndpoint>('/demo/mailbox/:messageId/attachment', {
              params: { messageId: message.id },
            })}
            icon={<IconFileTypePdf size={20} stroke={1.8} aria-hidden="true" />}
          >
            {message.attachment.fileName} · {formatSize(message.attachment.sizeBytes)}
          </DownloadButton>
        </div>
      )}
    </article>
  );
}

function Mailbox({ messages }: { messages: readonly Message[] }) {
  const [openId, setOpenId] = useState<string>();
  const [inSheet, setInSheet] = useState(false);
  const open = messages.find((message) => message.id === openId) ?? messages[0];
  if (open === undefined)
    return (
      <EmptyState icon={<IconMailOpened size={28} stroke={1.8} />} title="Belum ada surel">
        Surel muncul di sini begitu surat ditandatangani untuk penerima luar yang punya alamat surel.
      </EmptyState>
    );
  return (
    <div className={css['split']}>
      <Card flush>
        <ul className={css['list']} aria-label="Surel terkirim">
          {messages.map((message) => (
            <MessageRow
              key={message.id}
              message={message}
              isOpen={message === open}
              onOpen={() => {
                setOpenId(message.id);
                setInSheet(window.matchMedia('(max-width: 1023px)').matches);
              }}
            />
          ))}
        </ul>
      </Card>
      <div className={css['reader']}>
        <Card>
          <MessageView message={open} title={<h2>{open.subject}</h2>} />
        </Card>
      </div>
      <Sheet open={inSheet} onClose={() => setInSheet(false)} title={open.subject} wide>
        <MessageView message={open} />
      </Sheet>
    </div>
  );
}

export function MailboxScreen() {
  const mailbox = useOperation(listMailbox, {});
  const messages = mailbox.data?.messages;
  return (
    <>
      <PageTitle
        title="Kotak Surel"
        badges={messages === undefined ? undefined : <CountPill>{messages.length} surel</CountPill>}
        meta="Demonstrasi"
      />
      <div className={css['body']}>
        <Notice>
          Pada demonstrasi, surel untuk penerima luar tidak dikirim ke mana pun. Beginilah yang akan diterima mereka,
          lengkap dengan lampirannya.
        </Notice>
        {mailbox.error === null ? null : <ErrorNote problem={mailbox.error} onRetry={() => void mailbox.refetch()} />}
        {mailbox.isPending ? <Skeleton rows={4} height={72} /> : null}
        {messages === undefined ? null : <Mailbox messages={messages} />}
      </div>
    </>
  );
}
