import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { formatSize } from '../format/numbers.ts';
import { Button, Sheet } from '../kit/index.ts';
import { AnnexField } from './annex-field.tsx';
import { DueDateField, GradeField, SecurityField, SubjectField, TypeField } from './basic-fields.tsx';
import { ClassificationField } from './classification-field.tsx';
import type { DraftContent, DraftRecipient } from './draft-content.ts';
import type { DraftFieldsProps } from './draft-fields.tsx';
import fieldCss from './draft-fields.module.css';
import { gradeNames, typeNames } from './letter-words.ts';
import css from './phone-fields.module.css';
import { RecipientsField } from './recipients-field.tsx';
import { SignatoryFields } from './signatory-fields.tsx';

interface Row {
  id: string;
  label: string;
  value: string;
  /** Paths of refusals that belong to this row. */
  paths: readonly string[];
  form: ReactNode;
}

/** On phones each field is a row with its value; a row opens its control in a sheet. */
export function PhoneFields(props: DraftFieldsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const rows = rowsOf(props);
  const current = rows.find((row) => row.id === open);
  return (
    <>
      <div className={css['rows']}>
        {rows.map((row) => {
          const error = row.paths.map(props.errorOf).find((sentence) => sentence !== undefined);
          return (
            <button
              key={row.id}
              type="button"
              className={css['row']}
              aria-haspopup="dialog"
              onClick={() => setOpen(row.id)}
            >
              <span className={css['label']}>{row.label}</span>
              <span className={css['value']} data-empty={row.value === '' ? '' : undefined}>
                {row.value === '' ? 'Belum diisi' : row.value}
                {error === undefined ? null : <span className={css['error']}>{error}</span>}
              </span>
              <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
            </button>
          );
        })}
      </div>
      <Sheet
        open={current !== undefined}
        onClose={() => setOpen(null)}
        title={current?.label ?? ''}
        footer={
          <Button variant="primary" onClick={() => setOpen(null)}>
            Selesai
          </Button>
        }
      >
        <div className={fieldCss['form']}>{current?.form}</div>
      </Sheet>
    </>
  );
}

function rowsOf({ letter, onSignatory, ...props }: DraftFieldsProps): Row[] {
  const { content } = props;
  return [
    {
      id: 'type',
      label: 'Jenis',
      value: `${typeNames[content.type]} · ${gradeNames[content.handlingGrade]}`,
      paths: ['type', 'handlingGrade', 'securityClass', 'dueDate'],
      form: (
        <>
          <TypeField {...props} />
          <GradeField {...props} />
          <SecurityField {...props} />
          <DueDateField {...props} />
        </>
      ),
    },
    { id: 'subject', label: 'Hal', value: content.subject, paths: ['subject'], form: <SubjectField {...props} /> },
    {
      id: 'classification',
      label: 'Klasifikasi',
      value: content.classification === null ? '' : `${content.classification.code} ${content.classification.name}`,
      paths: ['classificationCode'],
      form: <ClassificationField {...props} />,
    },
    {
      id: 'to',
      label: 'Tujuan',
      value: namesOf(content.to),
      paths: ['to'],
      form: <RecipientsField {...props} role="to" label="Tujuan" />,
    },
    {
      id: 'cc',
      label: 'Tembusan',
      value: content.cc.length === 0 ? 'Tidak ada' : namesOf(content.cc),
      paths: ['cc'],
      form: <RecipientsField {...props} role="cc" label="Tembusan" />,
    },
    {
      id: 'annexes',
      label: 'Lampiran',
      value: annexesOf(letter),
      paths: ['annexes'],
      form: <AnnexField letter={letter} isLocked={props.isCorrection} />,
    },
    {
      id: 'signatory',
      label: 'Penanda tangan',
      value: signatoryOf(content),
      paths: ['signatoryPositionId', 'onBehalfOfPositionId'],
      form: <SignatoryFields {...props} onSignatory={onSignatory} />,
    },
  ];
}

function namesOf(recipients: readonly DraftRecipient[]): string {
  const [first, ...others] = recipients;
  if (first === undefined) return '';
  return others.length === 0 ? first.name : `${first.name} dan ${others.length} lainnya`;
}

function annexesOf(letter: Letter): string {
  if (letter.annexes.length === 0) return 'Tidak ada';
  const size = letter.annexes.reduce((sum, annex) => sum + annex.sizeBytes, 0);
  return `${letter.annexes.length} berkas · ${formatSize(size)}`;
}

function signatoryOf({ signatory, onBehalfOf }: DraftContent): string {
  if (signatory === null) return '';
  return onBehalfOf === null ? signatory.title : `${signatory.title}, a.n. ${onBehalfOf.title}`;
}
