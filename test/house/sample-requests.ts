import { randomUUID } from 'node:crypto';
import { DocumentContent } from '../../server/filing/contract.ts';
import { LetterContent } from '../../server/letters/contract.ts';
import { RegistrationContent } from '../../server/registration/contract.ts';
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

const counted = { version: 1, typedCount: 1, hasRead: true };
const document = DocumentContent.parse({
  kind: 'other',
  title: 'Percobaan hak',
  documentDate: '2026-11-20',
  classificationCode: '500.12.6',
  securityClass: 'B',
  media: 'paper',
  copyStatus: 'original',
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
  exportFilesEndpoint: () => ({ fileIds: ['018f2b3c-0000-7000-8000-000000000001'] }),
  createDisposalEndpoint: () => ({ kind: 'destruction', fileIds: [randomUUID()] }),
  changeDisposalEndpoint: () => ({ version: 1 }),
  setDisposalPartiesEndpoint: () => ({ version: 1, parties: [] }),
  submitDisposalEndpoint: () => ({ version: 1 }),
  assessDisposalEndpoint: () => ({ ...counted, consideration: 'Pertimbangan' }),
  excludeDisposalFilesEndpoint: () => ({ version: 1, fileIds: [randomUUID()], reason: 'Alasan' }),
  returnDisposalEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  withdrawDisposalEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  cancelDisposalEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  approveDisposalEndpoint: () => counted,
  confirmApprovalEndpoint: () => counted,
  attendDestructionEndpoint: () => counted,
  executeDisposalEndpoint: () => ({ ...counted, passphrase: 'bukan-passphrase' }),
  signPaperEndpoint: () => ({ version: 1, passphrase: 'bukan-passphrase' }),
  setAssumptionsEndpoint: () => ({
    paperRupiahPerRim: 60_000,
    tonerRupiahPerPage: 180,
    courierRupiahPerDelivery: 12_000,
    draftReprints: 2,
    dispositionCopies: 3,
    kilogramsPerRim: 2.2,
    validFrom: '2026-11-24',
  }),
  changeClassificationCodeEndpoint: () => ({
    basedOnEditionId: '01990000-0000-7000-8000-000000000000',
    effectiveFrom: '2026-12-01',
    reason: 'Percobaan hak',
    name: 'Percobaan hak',
    rule: null,
    securityClass: 'B',
    accessNote: '',
  }),
  applyEditionEndpoint: () => ({
    reportHash: '0'.repeat(64),
    isComplete: false,
    effectiveFrom: '2026-12-01',
    title: 'Percobaan hak',
    decreeNumber: 'Nomor 1 Tahun 2026',
  }),
  saveIntakeDraftEndpoint: () => ({ draft: { subject: 'Percobaan' } }),
  discardIntakeEndpoint: () => ({ reason: 'Bukan surat' }),
  findDuplicatesEndpoint: () => ({ senderTitle: 'Bupati Uji', number: '1' }),
  registerIncomingEndpoint: () => ({ content: registration }),
  correctIncomingEndpoint: () => ({ version: 1, content: registration, reason: 'Salah ketik' }),
  cancelIncomingEndpoint: () => ({ version: 1, reason: 'Salah surat' }),
  createRecordFileEndpoint: () => ({ title: 'Percobaan hak', classificationCode: '500.12.6' }),
  editRecordFileEndpoint: () => ({ version: 1, title: 'Percobaan', description: '', boxId: null, folder: '' }),
  closeRecordFileEndpoint: () => ({ version: 1, closedOn: '2026-11-24' }),
  reopenRecordFileEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  setTriggerDateEndpoint: () => ({ version: 1, triggerOn: '2026-11-24' }),
  mergeRecordFileEndpoint: () => ({ version: 1, intoFileId: randomUUID(), reason: 'Alasan' }),
  moveRecordEndpoint: () => ({ version: 1, fileId: randomUUID() }),
  acceptRecordEndpoint: () => ({ version: 1 }),
  acceptCertainEndpoint: () => ({ count: 1 }),
  setFilingSettingEndpoint: () => ({ fileAfterDays: 3 }),
  addDocumentEndpoint: () => ({ content: document }),
  correctDocumentEndpoint: () => ({ version: 1, content: document, reason: 'Salah ketik' }),
  addStorageBoxEndpoint: () => ({ code: 'B-1' }),
  editStorageBoxEndpoint: () => ({ version: 1, code: 'B-1' }),
  lendFileEndpoint: ({ agency }) => ({ borrowerPositionId: agency.desk('kadis').positionId, purpose: 'Bahan rapat' }),
  returnLoanEndpoint: () => ({ version: 1 }),
  placeLegalHoldEndpoint: () => ({ fileIds: [randomUUID()], caseNumber: '1', reason: 'Alasan' }),
  releaseLegalHoldEndpoint: () => ({ version: 1, reason: 'Alasan' }),
  saveSearchEndpoint: () => ({ name: 'Percobaan hak', wanted: { q: 'bocor' } }),
  changeSavedEndpoint: () => ({ version: 1, name: 'Percobaan hak', hasAlert: true }),
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
  exportRecordListEndpoint: () => ({ format: 'csv' }),
  exportSrikandiEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  uploadLoadEndpoint: ({ agency }) => ({ kind: 'table', unitId: agency.unitId('kominfo'), fileName: 'surat-lama.csv' }),
  listLettersEndpoint: () => ({ box: 'drafts' }),
  proposeCircuitEndpoint: ({ agency }) => ({ signatoryPositionId: agency.desk('kadis').positionId }),
  uploadDispositionFileEndpoint: () => ({ fileName: 'lampiran.pdf' }),
  listDispositionsEndpoint: () => ({ box: 'mine' }),
  getCalendarEndpoint: () => ({ year: '2026' }),
  listDueFilesEndpoint: () => ({ kind: 'destruction' }),
  recordApprovalEndpoint: () => ({ version: '1', number: 'B-AK/1/2026', date: '2026-11-20' }),
  addAnnexEndpoint: () => ({ fileName: 'lampiran.pdf' }),
  listAgendaEndpoint: () => ({}),
  exportAgendaEndpoint: () => ({ format: 'csv' }),
  searchEndpoint: () => ({ q: 'bocor' }),
  suggestEndpoint: () => ({ q: 'bocor' }),
  exportSearchEndpoint: () => ({ format: 'csv', q: 'bocor' }),
  uploadIntakeEndpoint: () => ({ fileName: 'pindaian.pdf' }),
  uploadClassificationFileEndpoint: () => ({ slot: 'scheme', fileName: 'klasifikasi.csv' }),
  suggestClassificationsEndpoint: () => ({ subject: 'Pengembangan aplikasi' }),
  uploadDocumentFileEndpoint: () => ({ fileName: 'dokumen.pdf' }),
  printBoxLabelsEndpoint: () => ({ boxes: randomUUID() }),
  getSavingsEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  getConsistencyProofEndpoint: () => ({ from: '1' }),
  getSavingsCsvEndpoint: () => ({ from: '2026-01-01', to: '2026-12-31' }),
};
