import { RegistrationContent } from '../../server/incoming/contract.ts';
import { LetterContent } from '../../server/letters/contract.ts';
import type { TestAgency } from '../support/agency.ts';

/** Objects that path parameters name; what is not listed is a random id. */
export interface Objects {
  letterId: string;
  incomingId: string;
  agency: TestAgency;
}

type Sample = Record<string, unknown>;

const content = ({ agency }: Objects) =>
  LetterContent.parse({
    type: 'surat_dinas',
    subject: 'Percobaan hak',
    handlingGrade: 'biasa',
    securityClass: 'B',
    classificationCode: null,
    signatoryPositionId: agency.desk('kadis').positionId,
    to: [],
    cc: [],
    circuit: [],
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
  });

const registration = RegistrationContent.parse({
  channel: 'counter',
  media: 'paper',
  senderTitle: 'Bupati Uji',
  subject: 'Percobaan hak',
  handlingGrade: 'biasa',
  securityClass: 'B',
});

/** A valid body for each operation that takes one: a refusal must come from the rights, not from the input. */
export const BODIES: Record<string, (objects: Objects) => Sample> = {
  logInEndpoint: () => ({ nip: '198001012005011999', password: 'bukan-kata-sandinya' }),
  createLetterEndpoint: () => ({ type: 'nota_dinas' }),
  saveLetterEndpoint: (objects) => ({ version: 1, content: content(objects) }),
  submitLetterEndpoint: () => ({ version: 1 }),
  initialLetterEndpoint: () => ({ version: 1 }),
  returnLetterEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  withdrawLetterEndpoint: () => ({ version: 1, reason: 'Alasan penarikan' }),
  addCommentEndpoint: () => ({ text: 'Catatan' }),
  resolveCommentEndpoint: () => ({}),
  previewLetterEndpoint: (objects) => ({ content: content(objects) }),
  recordPrintEndpoint: () => ({ copies: 1 }),
  signLetterEndpoint: () => ({ version: 1, passphrase: 'bukan-passphrase' }),
  setAssumptionsEndpoint: () => ({
    paperRupiahPerRim: 60_000,
    tonerRupiahPerPage: 180,
    courierRupiahPerDelivery: 12_000,
    draftReprints: 2,
    dispositionCopies: 3,
    kilogramsPerRim: 2.2,
    validFrom: '2026-11-24',
  }),
  saveIntakeDraftEndpoint: () => ({ draft: { subject: 'Percobaan' } }),
  discardIntakeEndpoint: () => ({ reason: 'Bukan surat' }),
  findDuplicatesEndpoint: () => ({ senderTitle: 'Bupati Uji', number: '1' }),
  registerIncomingEndpoint: () => ({ content: registration }),
  correctIncomingEndpoint: () => ({ version: 1, content: registration, reason: 'Salah ketik' }),
  cancelIncomingEndpoint: () => ({ version: 1, reason: 'Salah surat' }),
  directIncomingEndpoint: ({ agency }) => ({ to: [agency.desk('kadis').positionId] }),
};

/** Query parameters that have no default. */
export const QUERIES: Record<string, (objects: Objects) => Record<string, string>> = {
  listLettersEndpoint: () => ({ box: 'drafts' }),
  proposeCircuitEndpoint: ({ agency }) => ({ signatoryPositionId: agency.desk('kadis').positionId }),
  addAnnexEndpoint: () => ({ fileName: 'lampiran.pdf' }),
  uploadIntakeEndpoint: () => ({ fileName: 'pindaian.pdf' }),
  suggestClassificationsEndpoint: () => ({ subject: 'Pengembangan aplikasi' }),
  getSavingsEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  getSavingsCsvEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
};
