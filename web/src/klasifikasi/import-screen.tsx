import { useState } from 'react';
import { newKey, useOperation } from '../api/index.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { DecisionStep } from './decision-step.tsx';
import { FilesStep, type ImportFiles } from './import-files.tsx';
import css from './import.module.css';
import { ReportStep } from './report-step.tsx';
import { getReport } from './scheme-operations.ts';

const steps = ['Berkas', 'Laporan perubahan', 'Penetapan'] as const;

function Steps({ at }: { at: number }) {
  return (
    <ol className={css['steps']} aria-label="Langkah impor">
      {steps.map((step, index) => (
        <li
          key={step}
          className={css['step']}
          data-done={index < at ? '' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  );
}

/** The report and, after it, the decision: both on the same answer of the server. */
function Reviewed({
  editionId,
  isComplete,
  step,
  onStep,
}: {
  editionId: string;
  isComplete: boolean;
  step: number;
  onStep: (step: number) => void;
}) {
  const [day, setDay] = useState<string>();
  const found = useOperation(
    getReport,
    { params: { editionId }, query: { isComplete: String(isComplete), effectiveFrom: day } },
    { keepPrevious: true, staleTimeMs: 0 },
  );
  if (found.error !== null) return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton rows={8} height={40} />;
  const again = () => {
    void found.refetch();
    onStep(1);
  };
  return step === 1 ? (
    <ReportStep editionId={editionId} report={found.data} onBack={() => onStep(0)} onNext={() => onStep(2)} />
  ) : (
    <DecisionStep
      editionId={editionId}
      report={found.data}
      onDay={(next) => setDay(next === '' ? undefined : next)}
      onBack={again}
    />
  );
}

/** Import of a classification, a schedule or both: files, report, decision. */
export function ImportScreen() {
  const [editionId] = useState(newKey);
  const [files, setFiles] = useState<ImportFiles>({});
  const [isComplete, setComplete] = useState(false);
  const [step, setStep] = useState(0);
  return (
    <>
      <PageTitle title="Impor klasifikasi dan JRA" backTo="/pengaturan/klasifikasi" />
      <div className={css['page']}>
        <Steps at={step} />
        {step === 0 ? (
          <FilesStep
            editionId={editionId}
            files={files}
            isComplete={isComplete}
            onFile={(file) => setFiles((known) => ({ ...known, [file.slot]: file }))}
            onComplete={setComplete}
            onNext={() => setStep(1)}
          />
        ) : (
          <Reviewed editionId={editionId} isComplete={isComplete} step={step} onStep={setStep} />
        )}
      </div>
    </>
  );
}
