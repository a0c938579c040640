import { RegistrationContent } from '../../server/registration/contract.ts';
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
  giveDispositionEndpoint: ({ agency }) => ({
    recipients: [{ target: { kind: 'position', positionId: agency.desk('kadis').positionId } }],
  }),
  reportFollowUpEndpoint: () => ({ text: 'Laporan', isFinal: true }),
  closeDispositionEndpoint: () => ({ version: 1 }),
  reopenDispositionEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  returnDispositionEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  recallDispositionEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  pauseDispositionEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  resumeDispositionEndpoint: () => ({ version: 1 }),
  setDispositionDueEndpoint: () => ({ version: 1, dueDate: '2026-12-01' }),
  sendDispositionMessageEndpoint: () => ({ text: 'Pesan' }),
  setInstructionsEndpoint: () => ({ wordings: ['Tindak lanjuti'] }),
  setTeamEndpoint: ({ agency }) => ({
    name: 'Tim Uji Hak',
    leaderPositionId: agency.desk('kabid').positionId,
    memberPositionIds: [],
  }),
  setCalendarDayEndpoint: () => ({ name: 'Hari jadi', rule: 'off' }),
  setFollowUpSettingEndpoint: () => ({ remindDaysBefore: 1, escalateAfterDays: 2, escalateAgainAfterDays: 4 }),
  forwardIncomingEndpoint: ({ agency }) => ({ to: [agency.desk('kadis').positionId] }),
  finishIncomingEndpoint: () => ({}),
  replyIncomingEndpoint: () => ({}),
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

/** A page that every upload takes. */
export const UPLOAD = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');

/** Query parameters that have no default. */
export const QUERIES: Record<string, (objects: Objects) => Record<string, string>> = {
  listLettersEndpoint: () => ({ box: 'drafts' }),
  proposeCircuitEndpoint: ({ agency }) => ({ signatoryPositionId: agency.desk('kadis').positionId }),
  uploadDispositionFileEndpoint: () => ({ fileName: 'lampiran.pdf' }),
  listDispositionsEndpoint: () => ({ box: 'mine' }),
  getCalendarEndpoint: () => ({ year: '2026' }),
  addAnnexEndpoint: () => ({ fileName: 'lampiran.pdf' }),
  listAgendaEndpoint: () => ({}),
  exportAgendaEndpoint: () => ({ format: 'csv' }),
  uploadIntakeEndpoint: () => ({ fileName: 'pindaian.pdf' }),
  suggestClassificationsEndpoint: () => ({ subject: 'Pengembangan aplikasi' }),
  getSavingsEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  getSavingsCsvEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
};
