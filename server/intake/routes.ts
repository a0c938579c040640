import { bind, type Binder, bindFile, bindUpload } from '../http.ts';
import {
  discardIntakeEndpoint,
  getIntakeEndpoint,
  getIntakeFileEndpoint,
  getIntakePageEndpoint,
  listIntakeEndpoint,
  readIntakeAgainEndpoint,
  saveIntakeDraftEndpoint,
  uploadIntakeEndpoint,
} from './contract.ts';
import { discardIntake } from './discard-intake.ts';
import { getIntake } from './get-intake.ts';
import { getIntakeFile } from './get-intake-file.ts';
import { getIntakePage } from './get-intake-page.ts';
import { listIntake } from './list-intake.ts';
import { readIntakeAgain } from './read-intake-again.ts';
import { saveIntakeDraft } from './save-intake-draft.ts';
import { uploadIntake } from './upload-intake.ts';

export function intakeRoutes(binder: Binder): void {
  bindUpload(binder, uploadIntakeEndpoint, uploadIntake);
  bind(binder, listIntakeEndpoint, listIntake);
  bind(binder, getIntakeEndpoint, getIntake);
  bindFile(binder, getIntakePageEndpoint, getIntakePage);
  bindFile(binder, getIntakeFileEndpoint, getIntakeFile);
  bind(binder, saveIntakeDraftEndpoint, saveIntakeDraft);
  bind(binder, readIntakeAgainEndpoint, readIntakeAgain);
  bind(binder, discardIntakeEndpoint, discardIntake);
}
