import { IconDownload, IconFileText, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { getIncomingFileEndpoint, Incoming } from '../../../server/incoming/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDate, formatDateTime, formatShortDateTime } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Badge, Card, DataList, DataRow, DownloadLink } from '../kit/index.ts';
import css from './inbox.module.css';
import { channelNames, senderOf } from './incoming-words.ts';

function Text({ label, value }: { label: string; value: string | null | undefined }) {
  return value === null || value === undefined || value === '' ? null : <DataRow label={label}>{value}</DataRow>;
}

function Registration({ incoming }: { incoming: Incoming }) {
  const { agendaNumber, agendaYear, registerName } = incoming;
  return (
    <Card title="Data surat">
      <DataList>
        {agendaNumber === null ? null : (
          <DataRow label="Agenda" note={registerName ?? undefined}>
            {agendaNumber}
            {agendaYear === null ? '' : `/${agendaYear}`}
          </DataRow>
        )}
        <Text label="Nomor" value={incoming.number === '' ? 'Tanpa nomor' : incoming.number} />
        {incoming.letterDate === null ? null : <Text label="Tanggal" value={formatDate(incoming.letterDate)} />}
        <DataRow label="Dari" note={incoming.senderTitle === '' ? undefined : incoming.senderUnit}>
          {senderOf(incoming)}
        </DataRow>
        <Text label="Tertanda" value={incoming.signatoryName} />
        <Text label="Kepada" value={incoming.addressee} />
        {incoming.classification === null ? null : (
          <DataRow label="Klasifikasi" note={incoming.classification.name}>
            {incoming.classification.code}
          </DataRow>
        )}
        <DataRow label="Diterima" note={`Lewat ${channelNames[incoming.channel]}`}>
          {formatDateTime(incoming.receivedAt)}
        </DataRow>
        {incoming.dueDate === null ? null : <Text label="Tenggat" value={formatDate(incoming.dueDate)} />}
        <Text label="Dicatat oleh" value={incoming.registeredBy} />
        <Text label="Lokasi fisik" value={incoming.physicalLocation} />
        <Text label="Kode lacak" value={incoming.trackingCode} />
        <Text label="Alasan batal" value={incoming.cancelReason} />
        <Text label="Catatan selesai" value={incoming.doneNote} />
      </DataList>
      {incoming.verificationPath === null ? null : (
        <a href={incoming.verificationPath} target="_blank" rel="noopener" className={css['check']}>
          <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
          Periksa keaslian
        </a>
      )}
    </Card>
  );
}

function Addressees({ incoming }: { incoming: Incoming }) {
  return (
    <Card title="Sampai di meja">
      <ul className={css['addressees']}>
        {incoming.addressees.map((addressee) => (
          <li key={`${addressee.role} ${addressee.positionId}`}>
            <span>
              {addressee.title}
              {addressee.role === 'cc' ? <span className="meta"> · tembusan</span> : null}
              {addressee.directedBy === null ? null : <span className="meta"> · diarahkan {addressee.directedBy}</span>}
            </span>
            {addressee.note === '' ? null : <span className="meta">{addressee.note}</span>}
            {addressee.readAt === null ? (
              <Badge tone="menunggu">Belum dibaca</Badge>
            ) : (
              <Badge tone="selesai">Dibaca {formatShortDateTime(addressee.readAt)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FileRow({
  incomingId,
  ordinal,
  name,
  note,
}: {
  incomingId: string;
  ordinal: number;
  name: string;
  note: string;
}) {
  const address = fileAddress<typeof getIncomingFileEndpoint>('/incoming/:incomingId/files/:ordinal', {
    params: { incomingId, ordinal },
  });
  return (
    <li>
      <DownloadLink href={address} className={css['file']}>
        <IconFileText size={20} stroke={1.8} aria-hidden="true" />
        <span className={css['fileName']}>{name}</span>
        <span className="meta">{note}</span>
        <IconDownload size={18} stroke={1.8} aria-hidden="true" />
      </DownloadLink>
    </li>
  );
}

function Files({ incoming }: { incoming: Incoming }) {
  const { id, files, hasSearchableCopy } = incoming;
  if (files.length === 0 && !hasSearchableCopy) return null;
  return (
    <Card title="Berkas surat">
      <ul className={css['files']}>
        {hasSearchableCopy ? (
          <FileRow incomingId={id} ordinal={0} name="Salinan yang dapat dicari" note="PDF hasil pindai" />
        ) : null}
        {files.map((file) => (
          <FileRow
            key={file.ordinal}
            incomingId={id}
            ordinal={file.ordinal}
            name={file.fileName}
            note={formatSize(file.sizeBytes)}
          />
        ))}
      </ul>
    </Card>
  );
}

function Replies({ incoming }: { incoming: Incoming }) {
  if (incoming.replies.length === 0) return null;
  return (
    <Card title="Surat balasan">
      <ul className={css['files']}>
        {incoming.replies.map((reply) => (
          <li key={reply.letterId}>
            <Link to="/surat/$id" params={{ id: reply.letterId }} className={css['file']}>
              <IconFileText size={20} stroke={1.8} aria-hidden="true" />
              <span className={css['fileName']}>{reply.subject === '' ? 'Konsep tanpa hal' : reply.subject}</span>
              <span className="meta">{reply.number ?? 'konsep'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the registry wrote down, where the letter went, and its files as they came. */
export function IncomingData({ incoming }: { incoming: Incoming }) {
  return (
    <div className={css['cards']}>
      <Registration incoming={incoming} />
      <Files incoming={incoming} />
      <Addressees incoming={incoming} />
      <Replies incoming={incoming} />
    </div>
  );
}
