import {
  IconAdjustmentsHorizontal,
  IconChevronRight,
  IconDownload,
  IconInfoCircle,
  IconLeaf,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Assumptions, getSavingsCsvEndpoint } from '../../../server/reports/contract.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { formatRupiahShort } from '../format/numbers.ts';
import { Badge, Button, Card, DownloadButton, EmptyState, ErrorNote, Sheet, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Figures } from './figures.tsx';
import { Method } from './method-card.tsx';
import { MonthChart } from './month-chart.tsx';
import { monthsOf, readPeriod, type Period } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { getSavings, type Report } from './savings-operations.ts';
import css from './savings-screen.module.css';
import { moneyUnit, summarise } from './summarise.ts';
import { UnitBars, UnitTable } from './unit-table.tsx';

function Estimate() {
  return (
    <Badge tone="menunggu" icon={<IconInfoCircle size={14} stroke={2} aria-hidden="true" />}>
      Perkiraan
    </Badge>
  );
}

function Download({ period }: { period: Period }) {
  return (
    <DownloadButton
      href={fileAddress<typeof getSavingsCsvEndpoint>('/reports/savings.csv', { query: { ...period } })}
      icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
    >
      Unduh rincian
    </DownloadButton>
  );
}

/** Every figure below comes from the same rows and assumptions, so that all of them agree. */
function ReportBody({ report, period }: { report: Report; period: Period }) {
  const [trial, setTrial] = useState<Assumptions>();
  const [method, setMethod] = useState(false);
  const summary = summarise(report, monthsOf(period), trial);

  if (report.rows.length === 0)
    return (
      <EmptyState icon={<IconLeaf size={28} stroke={1.8} />} title="Belum ada surat pada kurun ini">
        Penghematan dihitung dari surat yang sudah terkirim tanpa kertas. Pilih kurun lain untuk melihatnya.
      </EmptyState>
    );
  const methodProps = { summary, current: report.current, trial, canEdit: report.canEdit, onTrial: setTrial };
  return (
    <>
      <p className="only-read" role="status">
        {trial === undefined ? '' : `Percobaan: hemat ${formatRupiahShort(Math.round(summary.total.rupiah))}`}
      </p>
      <Figures summary={summary} totalLetters={report.totalLetters} isTrial={trial !== undefined} />
      <div className={css['columns']}>
        <div className={css['main']}>
          <MonthChart months={summary.months} until={period.to} unit={moneyUnit(summary.total.rupiah)} />
          <div className="only-desktop">
            <UnitTable summary={summary} />
          </div>
          <div className="only-phone">
            <UnitBars summary={summary} />
          </div>
          <button type="button" className={`only-phone ${css['open'] ?? ''}`} onClick={() => setMethod(true)}>
            <IconAdjustmentsHorizontal size={20} stroke={1.8} aria-hidden="true" />
            <span>Lihat rumus dan ubah asumsi</span>
            <IconChevronRight size={20} stroke={1.8} aria-hidden="true" />
          </button>
          <div className={`only-phone ${css['download'] ?? ''}`}>
            <Download period={period} />
          </div>
        </div>
        <div className="only-desktop">
          <Card title="Cara menghitung">
            <Method {...methodProps} />
          </Card>
        </div>
      </div>
      <Sheet
        open={method}
        onClose={() => setMethod(false)}
        title="Cara menghitung"
        footer={
          <Button variant="primary" onClick={() => setMethod(false)}>
            Lihat hasilnya
          </Button>
        }
      >
        <Method {...methodProps} />
      </Sheet>
    </>
  );
}

export function SavingsScreen() {
  const period = readPeriod(useSearch({ from: '/meja/laporan' }));
  const navigate = useNavigate({ from: '/laporan' });
  const report = useOperation(getSavings, { query: { ...period } }, { keepPrevious: true });
  const data = report.data;
  const choose = ({ from, to }: Period) => void navigate({ search: { dari: from, sampai: to } });

  return (
    <>
      <PageTitle
        title="Laporan Penghematan"
        badges={<Estimate />}
        meta={
          data === undefined ? undefined : `${data.scopeName}${data.unitCount > 1 ? ` · ${data.unitCount} unit` : ''}`
        }
        actions={
          <>
            <PeriodPicker key={period.from + period.to} period={period} onChange={choose} />
            <span className="only-desktop">
              <Download period={period} />
            </span>
          </>
        }
      />
      <div className={css['body']}>
        {report.error === null ? null : <ErrorNote problem={report.error} onRetry={() => void report.refetch()} />}
        {report.isPending ? <Skeleton rows={4} height={140} /> : null}
        {data === undefined ? null : <ReportBody report={data} period={period} />}
      </div>
    </>
  );
}
