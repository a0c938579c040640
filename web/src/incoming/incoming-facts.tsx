import { IconDownload, IconRoute, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Incoming } from '../../../server/incoming/contract.ts';
import type { getLetterPdfEndpoint } from '../../../server/letters/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDate, formatDateTime, formatShortDateTime } from '../format/dates.ts';
import { ActionBar, ActionRow, AnchorButton, Badge, ButtonLink, DataList, DataRow } from '../kit/index.ts';
import { ShortJourney } from '../letters/short-journey.tsx';
import css from './inbox.module.css';

function Addressees({ incoming }: { incoming: Incoming }) {
  return (
    <section className={css['part']}>
      <h2 className={css['partTitle']}>Dialamatkan kepada</h2>
      <ul className={css['addressees']}>
        {incoming.addressees.map((addressee) => (
          <li key={`${addressee.role} ${addressee.title}`}>
            <span>
              {addressee.title}
              {addressee.role === 'cc' ? <span className="meta"> · tembusan</span> : null}
            </span>
            {addressee.readAt === null ? (
              <Badge tone="menunggu">Belum dibaca</Badge>
            ) : (
              <Badge tone="selesai">Dibaca {formatShortDateTime(addressee.readAt)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Data({ incoming }: { incoming: Incoming }) {
  return (
    <section className={css['part']}>
      <h2 className={css['partTitle']}>Data surat</h2>
      <DataList>
        {incoming.agendaNumber === null ? null : (
          <DataRow label="Agenda" note={incoming.registerName ?? undefined}>
            {incoming.agendaNumber}
          </DataRow>
        )}
        <DataRow label="Nomor">{incoming.number}</DataRow>
        <DataRow label="Tanggal">{formatDate(incoming.letterDate)}</DataRow>
        <DataRow label="Dari" note={incoming.senderUnit}>
          {incoming.senderTitle}
        </DataRow>
        <DataRow label="Penanda tangan">{incoming.signatoryName}</DataRow>
        <DataRow label="Diterima">{formatDateTime(incoming.receivedAt)}</DataRow>
        {incoming.dueDate === null ? null : <DataRow label="Tenggat">{formatDate(incoming.dueDate)}</DataRow>}
      </DataList>
      <a href={incoming.verificationPath} target="_blank" rel="noopener" className={css['check']}>
        <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
        Periksa keaslian
      </a>
    </section>
  );
}

/** Beside the page on wide screens, under it on phones. */
export function IncomingFacts({ incoming }: { incoming: Incoming }) {
  const { letterId } = incoming;
  return (
    <aside className={css['facts']} aria-label="Data surat masuk">
      <div className={css['factsBody']}>
        <Data incoming={incoming} />
        <Addressees incoming={incoming} />
        <section className={css['part']}>
          <div className={css['partHead']}>
            <h2 className={css['partTitle']}>Perjalanan surat</h2>
            <Link to="/surat/$id" params={{ id: letterId }} search={{ tab: 'perjalanan' }}>
              Lihat lengkap
            </Link>
          </div>
          <ShortJourney letterId={letterId} />
        </section>
      </div>
      <div className={css['factsFoot']}>
        <ActionBar>
          <ActionRow>
            <ButtonLink
              to="/surat/$id"
              params={{ id: letterId }}
              search={{ tab: 'perjalanan' }}
              variant="outline"
              icon={<IconRoute size={18} stroke={1.8} aria-hidden="true" />}
            >
              Perjalanan
            </ButtonLink>
            <AnchorButton
              href={fileAddress<typeof getLetterPdfEndpoint>('/letters/:letterId/pdf', { params: { letterId } })}
              download
              variant="primary"
              icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
            >
              Unduh PDF
            </AnchorButton>
          </ActionRow>
        </ActionBar>
      </div>
    </aside>
  );
}
