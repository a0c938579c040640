import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { getImportReportCsvEndpoint, ImportReport } from '../../../server/retention/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, Card, EmptyState, Notice, tabPanelProps, Tabs, DownloadButton } from '../kit/index.ts';
import css from './import.module.css';
import { ReportTable } from './report-table.tsx';
import { groupNames, groups, type Group } from './scheme-words.ts';

interface ReportStepProps {
  editionId: string;
  report: ImportReport;
  onBack: () => void;
  onNext: () => void;
}

export const hasChanges = ({ counts }: ImportReport): boolean =>
  groups.some((group) => group !== 'refused' && counts[group] > 0);

function Outcome({ report }: { report: ImportReport }) {
  const { refused } = report.counts;
  if (refused > 0)
    return (
      <Notice tone="menunggu">
        {formatCount(refused)} baris ditolak dan tidak ikut ditetapkan. Perbaiki berkasnya, lalu ganti; atau lanjutkan
        tanpa baris itu.
      </Notice>
    );
  return hasChanges(report) ? <Notice tone="selesai">Semua baris terbaca.</Notice> : null;
}

/** Step 2: everything that would change, by kind, before anything does. */
export function ReportStep({ editionId, report, onBack, onNext }: ReportStepProps) {
  const filled = groups.filter((group) => report.counts[group] > 0);
  const [wanted, setWanted] = useState<Group>();
  const group = filled.find((one) => one === wanted) ?? filled[0];
  const csv = fileAddress<typeof getImportReportCsvEndpoint>('/classification-editions/:editionId/report-csv', {
    params: { editionId },
    query: { isComplete: String(report.isComplete), effectiveFrom: report.effectiveFrom },
  });
  return (
    <>
      <Outcome report={report} />
      {group === undefined ? (
        <Card>
          <EmptyState title="Tidak ada perubahan">
            {formatCount(report.unchanged)} kode pada berkas dan yang berlaku sekarang sudah sama.
          </EmptyState>
        </Card>
      ) : (
        <Card flush>
          <div className={css['kinds']}>
            <Tabs
              label="Jenis perubahan"
              value={group}
              onChange={setWanted}
              tabs={filled.map((value) => ({ value, label: groupNames[value], count: report.counts[value] }))}
            />
          </div>
          <div {...tabPanelProps(group)}>
            <ReportTable report={report} group={group} />
          </div>
        </Card>
      )}
      <p className={css['text']}>{formatCount(report.unchanged)} kode tetap.</p>
      <div className={css['foot']}>
        <Button onClick={onBack}>Kembali ke berkas</Button>
        <DownloadButton href={csv} icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}>
          Laporan lengkap (CSV)
        </DownloadButton>
        <Button variant="primary" disabled={!hasChanges(report)} onClick={onNext}>
          Lanjut ke penetapan
        </Button>
      </div>
    </>
  );
}
