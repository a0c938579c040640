import { useOperation } from '../api/index.ts';
import { SelectField } from '../kit/select-field.tsx';
import type { Desk } from '../../../server/organisation/contract.ts';
import type { FieldProps } from './field-props.ts';
import { listSignatories } from './organisation-operations.ts';

interface SignatoryFieldsProps extends FieldProps {
  /** Another signatory asks for another circuit. */
  onSignatory: (desk: Desk | null) => void;
}

function deskLabel(desk: Desk): string {
  return desk.holderName === null ? `${desk.title} (kosong)` : desk.title;
}

/** Who signs, and on whose behalf: only officials above the signatory can be named after "a.n.". */
export function SignatoryFields({ content, change, errorOf, isCorrection, onSignatory }: SignatoryFieldsProps) {
  const listed = useOperation(listSignatories, {}).data?.signatories ?? [];
  const { signatory, onBehalfOf } = content;
  const desks = withChosen(listed, signatory);
  const at = desks.findIndex((desk) => desk.positionId === signatory?.positionId);
  const above = withChosen(at < 0 ? [] : desks.slice(at + 1), onBehalfOf);

  return (
    <>
      <SelectField
        label="Penanda tangan"
        error={errorOf('signatoryPositionId')}
        value={signatory?.positionId ?? ''}
        disabled={isCorrection}
        options={[
          { value: '', label: 'Pilih penanda tangan', disabled: true },
          ...desks.map((desk) => ({ value: desk.positionId, label: deskLabel(desk) })),
        ]}
        onChange={(event) => onSignatory(desks.find((desk) => desk.positionId === event.target.value) ?? null)}
      />
      {above.length === 0 ? null : (
        <SelectField
          label="Atas nama (a.n.)"
          value={onBehalfOf?.positionId ?? ''}
          disabled={isCorrection}
          options={[
            { value: '', label: 'Atas nama jabatan sendiri' },
            ...above.map((desk) => ({ value: desk.positionId, label: `a.n. ${desk.title}` })),
          ]}
          onChange={(event) =>
            change({ onBehalfOf: above.find((desk) => desk.positionId === event.target.value) ?? null })
          }
        />
      )}
    </>
  );
}

/** The chosen desk stays in the list even when the proposal no longer names it. */
function withChosen(desks: readonly Desk[], chosen: Desk | null): readonly Desk[] {
  const isListed = chosen === null || desks.some((desk) => desk.positionId === chosen.positionId);
  return isListed ? desks : [chosen, ...desks];
}
