import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { Letter, Recipient } from '../../../server/letters/contract.ts';
import { Badge, Card } from '../kit/index.ts';
import { countReaders, deliveryFacts, deliveryState } from './delivery-words.ts';
import css from './journey.module.css';

const icons = { selesai: IconCheck, menunggu: IconClock, segera: IconAlertTriangle } as const;

function iconOf(tone: string) {
  const Icon = tone in icons ? icons[tone as keyof typeof icons] : undefined;
  return Icon === undefined ? undefined : <Icon size={14} stroke={2.2} aria-hidden="true" />;
}

function RecipientRow({ recipient }: { recipient: Recipient }) {
  const state = deliveryState(recipient);
  const place = recipient.kind === 'internal' ? 'di Lontar' : 'di luar sistem, lewat pos-el';
  const facts = deliveryFacts(recipient);
  return (
    <li className={css['recipient']}>
      <div className={css['recipientTop']}>
        <span className={css['recipientName']}>{recipient.name}</span>
        <Badge tone={state.tone} icon={iconOf(state.tone)}>
          {state.label}
        </Badge>
      </div>
      <p className={css['recipientFacts']}>
        {recipient.role === 'to' ? 'Tujuan' : 'Tembusan'} · {place}
      </p>
      {facts === '' ? null : (
        <p className={css['recipientFacts']} data-failed={recipient.failure === null ? undefined : ''}>
          {facts}
        </p>
      )}
    </li>
  );
}

/** What became of the letter at each addressee. */
export function DeliveryCard({ letter }: { letter: Letter }) {
  const { recipients } = letter;
  if (letter.signedAt === null) return null;
  const { opened, of } = countReaders(recipients);
  return (
    <Card title="Pengiriman" aside={`${opened} dari ${of} sudah dibaca`}>
      <div className={css['progress']} aria-hidden="true">
        {recipients.map((recipient) => (
          <span
            key={recipient.id}
            data-tone={deliveryState(recipient).tone}
            data-opened={recipient.openedAt === null ? undefined : ''}
          />
        ))}
      </div>
      <ul>
        {recipients.map((recipient) => (
          <RecipientRow key={recipient.id} recipient={recipient} />
        ))}
      </ul>
    </Card>
  );
}
