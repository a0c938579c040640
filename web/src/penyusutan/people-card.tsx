import { IconCheck } from '@tabler/icons-react';
import type { Disposal, DisposalParty } from '../../../server/disposal/contract.ts';
import type { PartyRole } from '../../../server/disposal/states.ts';
import { formatDayMonth } from '../format/dates.ts';
import { Avatar, Badge } from '../kit/index.ts';
import { roleLabels } from './disposal-words.ts';
import css from './people-card.module.css';

function VoiceBadge({ party, isAsked }: { party: DisposalParty; isAsked: boolean }) {
  if (party.verdict !== null)
    return (
      <Badge tone="selesai" icon={<IconCheck size={14} stroke={2.4} aria-hidden="true" />}>
        {party.verdict === 'attend' ? 'Hadir' : 'Setuju'}
      </Badge>
    );
  if (!isAsked) return null;
  return party.isMe ? <Badge tone="disposisi">Giliran Anda</Badge> : <Badge tone="konsep">Menunggu</Badge>;
}

function Person({ party, isAsked }: { party: DisposalParty; isAsked: boolean }) {
  const name = party.personName ?? party.holderName ?? 'Jabatan kosong';
  const acted = party.actedAt === null ? '' : ` · ${formatDayMonth(party.actedAt)}`;
  return (
    <li className={css['person']}>
      <Avatar name={name} size={36} />
      <div className={css['who']}>
        <div className={css['name']}>{name}</div>
        <div className={css['role']}>
          {party.title}, {roleLabels[party.role].toLowerCase()}
          {acted}
        </div>
      </div>
      <VoiceBadge party={party} isAsked={isAsked} />
    </li>
  );
}

export function PeopleCard({
  title,
  disposal,
  roles,
  isAsked,
}: {
  title: string;
  disposal: Disposal;
  roles: readonly PartyRole[];
  isAsked: boolean;
}) {
  const people = disposal.parties.filter(({ role }) => roles.includes(role));
  if (people.length === 0) return null;
  const heard = people.filter(({ verdict }) => verdict !== null);
  const notes = [...new Set(people.map(({ note }) => note).filter((note) => note !== ''))];
  return (
    <section className={css['people']}>
      <header className={css['head']}>
        <h2>{title}</h2>
        {isAsked || heard.length > 0 ? (
          <Badge tone={heard.length === people.length ? 'selesai' : 'menunggu'}>
            {heard.length} dari {people.length} {roles.includes('panel_chair') ? 'setuju' : 'hadir'}
          </Badge>
        ) : null}
      </header>
      <ul>
        {people.map((party) => (
          <Person key={`${party.role} ${party.positionId}`} party={party} isAsked={isAsked} />
        ))}
      </ul>
      {notes.length === 0 ? null : (
        <div className={css['notes']}>
          <h3>Pertimbangan panitia</h3>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </section>
  );
}
