import {
  IconCheck,
  IconCopy,
  IconDownload,
  IconShieldCheck,
  IconShieldQuestion,
  IconShieldX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { getIncomingFileEndpoint, Incoming } from '../../../server/incoming/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDate, formatDateTime, formatShortDateTime } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Badge, Card, DataList, DataRow, DownloadLink, IconButton, Notice } from '../kit/index.ts';
import { channelLabels } from './agenda-words.ts';
import css from './registry.module.css';

const verdicts = {
  valid: { tone: 'selesai', icon: IconShieldCheck, title: 'Tanda tangan sah' },
  changed: { tone: 'segera', icon: IconShieldX, title: 'Berubah setelah ditandatangani' },
  invalid: { tone: 'segera', icon: IconShieldX, title: 'Tanda tangan tidak sah' },
  unknown: { tone: 'menunggu', icon: IconShieldQuestion, title: 'Tanda tangan belum dapat dipastikan' },
} as const;

function VerdictNote({ verdict }: { verdict: NonNullable<Incoming['verdict']> }) {
  const look = verdicts[verdict.verdict];
  return (
    <Notice tone={look.tone} icon={<look.icon size={20} stroke={1.8} aria-hidden="true" />}>
      <strong>{look.title}</strong>
      {verdict.signers.length === 0 ? '' : ` · ${verdict.signers.join(', ')}`}. {verdict.reason}
    </Notice>
  );
}

function orDash(text: string): string {
  return text === '' ? '–' : text;
}

function DataCard({ incoming }: { incoming: Incoming }) {
  const { classification, letterDate, dueDate } = incoming;
  return (
    <Card title="Data surat">
      <DataList>
        <DataRow label="Asal" note={incoming.senderUnit === '' ? undefined : incoming.senderUnit}>
          {orDash(incoming.senderTitle)}
        </DataRow>
        <DataRow label="Nomor">{incoming.number === '' ? 'Tanpa nomor' : incoming.number}</DataRow>
        <DataRow label="Tanggal">{letterDate === null ? 'Tanpa tanggal' : formatDate(letterDate)}</DataRow>
        {incoming.summary === '' ? null : <DataRow label="Isi ringkas">{incoming.summary}</DataRow>}
        {incoming.addressee === '' ? null : <DataRow label="Ditujukan">{incoming.addressee}</DataRow>}
        {incoming.attachmentNote === '' ? null : <DataRow label="Lampiran">{incoming.attachmentNote}</DataRow>}
        <DataRow label="Klasifikasi">
          {classification === null ? 'Belum dipilih' : `${classification.code} ${classification.name}`}
        </DataRow>
        {dueDate === null ? null : <DataRow label="Tenggat">{formatDate(dueDate)}</DataRow>}
      </DataList>
    </Card>
  );
}

function ReceiptCard({ incoming }: { incoming: Incoming }) {
  const [copied, setCopied] = useState(false);
  const { trackingCode } = incoming;
  const copy = async (code: string) => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <Card title="Penerimaan">
      <DataList>
        <DataRow
          label="Diterima"
          note={incoming.registeredBy === null ? undefined : `Dicatat ${incoming.registeredBy}`}
        >
          {formatDateTime(incoming.receivedAt)}
        </DataRow>
        <DataRow label="Jalur">{channelLabels[incoming.channel]}</DataRow>
        <DataRow
          label="Bentuk"
          note={incoming.physicalLocation === '' ? undefined : `Disimpan di ${incoming.physicalLocation}`}
        >
          {incoming.media === 'paper' ? 'Kertas' : 'Elektronik'}
        </DataRow>
        {trackingCode === null ? null : (
          <DataRow label="Kode lacak" note="Tercetak pada bukti penerimaan">
            <span className={css['code']}>
              <Link to="/lacak/$kode" params={{ kode: trackingCode }} target="_blank">
                {trackingCode}
              </Link>
              {window.isSecureContext ? (
                <IconButton
                  label={copied ? 'Tersalin' : 'Salin kode lacak'}
                  icon={copied ? <IconCheck size={18} stroke={2} /> : <IconCopy size={18} stroke={1.8} />}
                  onClick={() => void copy(trackingCode)}
                />
              ) : null}
            </span>
          </DataRow>
        )}
      </DataList>
    </Card>
  );
}

function DirectedCard({ incoming }: { incoming: Incoming }) {
  return (
    <Card title="Diarahkan ke">
      {incoming.addressees.length === 0 ? (
        <p className="meta">Belum diarahkan.</p>
      ) : (
        <ul className={css['addressees']}>
          {incoming.addressees.map((addressee) => (
            <li key={`${addressee.role} ${addressee.positionId}`}>
              <span>
                {addressee.title}
                {addressee.role === 'cc' ? <span className="meta"> · tembusan</span> : null}
                {addressee.note === '' ? null : <span className={css['note']}>{addressee.note}</span>}
              </span>
              {addressee.readAt === null ? (
                <Badge tone="menunggu">Belum dibaca</Badge>
              ) : (
                <Badge tone="selesai">Dibaca {formatShortDateTime(addressee.readAt)}</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function fileAddressOf(incomingId: string, ordinal: number): string {
  return fileAddress<typeof getIncomingFileEndpoint>('/incoming/:incomingId/files/:ordinal', {
    params: { incomingId, ordinal },
  });
}

function FilesCard({ incoming }: { incoming: Incoming }) {
  if (incoming.files.length === 0) return null;
  return (
    <Card title="Berkas">
      <ul className={css['files']}>
        {incoming.files.map((file) => (
          <li key={file.ordinal}>
            <IconDownload size={18} stroke={1.8} aria-hidden="true" />
            <DownloadLink href={fileAddressOf(incoming.id, file.ordinal)}>{file.fileName}</DownloadLink>
            <span className="meta">{formatSize(file.sizeBytes)}</span>
          </li>
        ))}
        {incoming.hasSearchableCopy ? (
          <li>
            <IconDownload size={18} stroke={1.8} aria-hidden="true" />
            <DownloadLink href={fileAddressOf(incoming.id, 0)}>Salinan yang dapat dicari</DownloadLink>
            <span className="meta">PDF</span>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}

/** Everything that stands in the book about one letter. */
export function RegistryFacts({ incoming }: { incoming: Incoming }) {
  return (
    <>
      {incoming.cancelReason === null ? null : (
        <Notice tone="segera">
          <strong>Registrasi dibatalkan.</strong> {incoming.cancelReason}
        </Notice>
      )}
      {incoming.verdict === null ? null : <VerdictNote verdict={incoming.verdict} />}
      <DataCard incoming={incoming} />
      <DirectedCard incoming={incoming} />
      <ReceiptCard incoming={incoming} />
      <FilesCard incoming={incoming} />
    </>
  );
}
