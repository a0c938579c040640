import type { Proposals } from '../../../server/intake/contract.ts';
import type { ReadField, RegistrationEdits, RegistrationValues } from './registration-values.ts';

/** What every field of the registration form gets. */
export interface FieldProps {
  values: RegistrationValues;
  change: (values: Partial<RegistrationValues>) => void;
  proposals: Proposals;
  edits: Pick<RegistrationEdits, 'checked'>;
  /** A person compared the reading with the page. */
  onChecked: (field: ReadField) => void;
  active: ReadField | null;
  /** Somebody works on the field, or asks to see its place. */
  onActive: (field: ReadField) => void;
  errorOf: (path: string) => string | undefined;
}
