import type { ArchiveDocument } from '../../../server/filing/contract.ts';
import { formatDateTime } from '../format/dates.ts';
import { Card, Timeline, TimelineItem } from '../kit/index.ts';

const fieldWords: Record<string, string> = {
  kind: 'jenis',
  title: 'judul',
  number: 'nomor',
  documentDate: 'tanggal',
  sender: 'pengirim',
  recipient: 'tujuan',
  summary: 'ringkasan',
  classificationCode: 'klasifikasi',
  securityClass: 'keamanan',
  media: 'media',
  copyStatus: 'tingkat perkembangan',
  pageCount: 'jumlah halaman',
  readerPositionIds: 'jabatan pembaca',
};

const sourceWords: Record<ArchiveDocument['source'], string> = {
  manual: 'Diarsipkan',
  load: 'Dimuat dari aplikasi lain',
  import: 'Dimuat lewat impor',
};

type Change = ArchiveDocument['changes'][number];

function titleOf({ fields, reason }: Change): string {
  if (fields.length === 1 && fields[0] === 'files') return reason;
  return `Koreksi ${fields.map((field) => fieldWords[field] ?? field).join(', ')}`;
}

function noteOf(change: Change): string {
  const isCorrection = titleOf(change) !== change.reason;
  const parts = [isCorrection ? `Alasan: ${change.reason}` : '', change.personName ?? ''];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What was changed, by whom and why, newest first. */
export function DocumentHistory({ document }: { document: ArchiveDocument }) {
  return (
    <Card title="Riwayat">
      <Timeline label="Riwayat dokumen">
        {document.changes.map((change) => (
          <TimelineItem
            key={change.version}
            tone="done"
            title={titleOf(change)}
            time={formatDateTime(change.changedAt)}
          >
            {noteOf(change)}
          </TimelineItem>
        ))}
        <TimelineItem tone="done" title={sourceWords[document.source]} time={formatDateTime(document.createdAt)}>
          {document.createdBy ?? undefined}
        </TimelineItem>
      </Timeline>
    </Card>
  );
}
