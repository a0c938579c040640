import type { DispositionItem, Report } from '../../../server/dispositions/contract.ts';

export interface HistoryStep {
  at: string;
  title: string;
  detail: string;
}

const closings: Partial<Record<DispositionItem['status'], string>> = {
  done: 'Selesai',
  returned: 'Dikembalikan',
  recalled: 'Ditarik kembali',
  undone: 'Dibatalkan sebelum terkirim',
};

function step(at: string | null, title: string, detail = ''): HistoryStep[] {
  return at === null ? [] : [{ at, title, detail }];
}

/** What happened to one recipient's disposition, oldest first. */
export function describeHistory(item: DispositionItem, reports: readonly Report[]): HistoryStep[] {
  const closing = closings[item.status] ?? 'Ditutup';
  const recorded = item.recordedBy === null ? '' : ` · dicatat ${item.recordedBy}`;
  return [
    ...step(item.givenAt, `Diberikan ${item.giverTitle}`, `${item.giverName}${recorded}`),
    ...step(item.receivedAt, 'Sampai di penerima', item.recipient.title),
    ...step(item.readAt, 'Dibaca', item.readBy ?? ''),
    ...reports.flatMap((report) =>
      step(report.reportedAt, report.isFinal ? 'Laporan akhir' : 'Laporan', report.authorName),
    ),
    ...step(item.pausedSince, 'Dijeda', item.pauseReason ?? ''),
    ...step(item.closedAt, item.isForced ? `${closing} dengan paksa` : closing, item.closedReason ?? ''),
  ].sort((a, b) => a.at.localeCompare(b.at));
}
