import type * as registration from '../../../server/registration/contract.ts';
import type * as intake from '../../../server/intake/contract.ts';
import { fileAddress, operation } from '../api/index.ts';

export const listIntake = operation<typeof intake.listIntakeEndpoint>('get', '/intake');
export const getIntake = operation<typeof intake.getIntakeEndpoint>('get', '/intake/:intakeId');
export const saveIntakeDraft = operation<typeof intake.saveIntakeDraftEndpoint>('put', '/intake/:intakeId/draft');
export const readIntakeAgain = operation<typeof intake.readIntakeAgainEndpoint>('post', '/intake/:intakeId/read-again');
export const discardIntake = operation<typeof intake.discardIntakeEndpoint>('post', '/intake/:intakeId/discard');

export const getRegistrationContext = operation<typeof registration.getRegistrationContextEndpoint>(
  'get',
  '/registration-context',
);
export const listContacts = operation<typeof registration.listContactsEndpoint>('get', '/contacts');
export const suggestClassifications = operation<typeof registration.suggestClassificationsEndpoint>(
  'get',
  '/classification-suggestions',
);
export const findDuplicates = operation<typeof registration.findDuplicatesEndpoint>('post', '/incoming-duplicates');
export const registerIncoming = operation<typeof registration.registerIncomingEndpoint>('post', '/incoming');

export function intakePageAddress(intakeId: string, page: number): string {
  return fileAddress<typeof intake.getIntakePageEndpoint>('/intake/:intakeId/pages/:page', {
    params: { intakeId, page },
  });
}

export function intakeFileAddress(intakeId: string, ordinal: number): string {
  return fileAddress<typeof intake.getIntakeFileEndpoint>('/intake/:intakeId/files/:ordinal', {
    params: { intakeId, ordinal },
  });
}
