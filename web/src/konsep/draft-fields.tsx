import type { Letter } from '../../../server/letters/contract.ts';
import type { Desk } from '../../../server/organisation/contract.ts';
import { AnnexField } from './annex-field.tsx';
import { DueDateField, GradeField, SecurityField, SubjectField, TypeField } from './basic-fields.tsx';
import { ClassificationField } from './classification-field.tsx';
import css from './draft-fields.module.css';
import type { FieldProps } from './field-props.ts';
import { RecipientsField } from './recipients-field.tsx';
import { SignatoryFields } from './signatory-fields.tsx';

export interface DraftFieldsProps extends FieldProps {
  letter: Letter;
  onSignatory: (desk: Desk | null) => void;
}

/** The left column of a wide screen. */
export function DraftFields({ letter, onSignatory, ...props }: DraftFieldsProps) {
  return (
    <div className={css['fields']} role="region" aria-label="Data naskah" tabIndex={0}>
      <TypeField {...props} />
      <SubjectField {...props} />
      <GradeField {...props} />
      <ClassificationField {...props} />
      <RecipientsField {...props} role="to" label="Tujuan" />
      <RecipientsField {...props} role="cc" label="Tembusan" />
      <AnnexField letter={letter} isLocked={props.isCorrection} />
      <SignatoryFields {...props} onSignatory={onSignatory} />
      <SecurityField {...props} />
      <DueDateField {...props} />
    </div>
  );
}
