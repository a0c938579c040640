import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import type { EndpointShape } from '../../server/contract.ts';
import { ENDPOINTS } from '../../server/endpoints.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, readyToSign } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { BODIES, QUERIES, UPLOAD, type Objects } from './sample-requests.ts';

interface Answer {
  status: number;
  code: unknown;
  text: string;
}

/** Who asks: the headers of a browser tab, or of none. */
type Headers = Record<string, string>;

/** Refused to an ordinary desk although no object is named. */
const ROLE_ONLY = new Set([
  'exportFilesEndpoint',
  'exportRecordListEndpoint',
  'exportSrikandiEndpoint',
  'uploadLoadEndpoint',
  'listLoadsEndpoint',
  'getRefusedRowsEndpoint',
  'checkChainEndpoint',
  'listAuditRootsEndpoint',
  'getFixityReportEndpoint',
  'setAssumptionsEndpoint',
  'setInstructionsEndpoint',
  'setTeamEndpoint',
  'setCalendarDayEndpoint',
  'setFollowUpSettingEndpoint',
  'listClassificationCodesEndpoint',
  'getClassificationCodeEndpoint',
  'changeClassificationCodeEndpoint',
  'listClassificationEditionsEndpoint',
  'uploadClassificationFileEndpoint',
  'getImportReportEndpoint',
  'getImportReportCsvEndpoint',
  'applyEditionEndpoint',
  'discardEditionEndpoint',
  'exportClassificationEndpoint',
  'listDueFilesEndpoint',
  'createDisposalEndpoint',
  'createRecordFileEndpoint',
  'listUnfiledEndpoint',
  'acceptCertainEndpoint',
  'listCandidatesEndpoint',
  'setFilingSettingEndpoint',
  'addDocumentEndpoint',
  'listStorageBoxesEndpoint',
  'addStorageBoxEndpoint',
  'printBoxLabelsEndpoint',
  'listLegalHoldsEndpoint',
  'placeLegalHoldEndpoint',
  'releaseLegalHoldEndpoint',
]);
/** The same, but the desk of another unit is a registry: it is served, for its own unit. */
const REGISTRY_ONLY = new Set([
  'uploadIntakeEndpoint',
  'listIntakeEndpoint',
  'getRegistrationContextEndpoint',
  'listContactsEndpoint',
  'findDuplicatesEndpoint',
  'registerIncomingEndpoint',
  'listAgendaEndpoint',
  'exportAgendaEndpoint',
]);
/** The named object of these is not a letter, so another desk learns nothing by asking. */
const OTHER_OBJECT = new Set([
  'getMailboxAttachmentEndpoint',
  'getRootTimestampEndpoint',
  'getConsistencyProofEndpoint',
  'getEventProofEndpoint',
  'exportDocumentEndpoint',
  'getExportFileEndpoint',
  'undoDispositionEndpoint',
  'getDispositionItemEndpoint',
  'markDispositionReadEndpoint',
  'reportFollowUpEndpoint',
  'closeDispositionEndpoint',
  'reopenDispositionEndpoint',
  'returnDispositionEndpoint',
  'recallDispositionEndpoint',
  'pauseDispositionEndpoint',
  'resumeDispositionEndpoint',
  'setDispositionDueEndpoint',
  'remindDispositionEndpoint',
  'sendDispositionMessageEndpoint',
  'getDispositionFileEndpoint',
  'similarEndpoint',
  'changeSavedEndpoint',
  'removeSavedEndpoint',
  'seeSavedEndpoint',
  'getIntakeEndpoint',
  'getIntakePageEndpoint',
  'getIntakeFileEndpoint',
  'saveIntakeDraftEndpoint',
  'readIntakeAgainEndpoint',
  'discardIntakeEndpoint',
  'getDisposalEndpoint',
  'listDisposalFilesEndpoint',
  'changeDisposalEndpoint',
  'setDisposalPartiesEndpoint',
  'submitDisposalEndpoint',
  'assessDisposalEndpoint',
  'excludeDisposalFilesEndpoint',
  'returnDisposalEndpoint',
  'withdrawDisposalEndpoint',
  'cancelDisposalEndpoint',
  'approveDisposalEndpoint',
  'recordApprovalEndpoint',
  'confirmApprovalEndpoint',
  'getExternalApprovalEndpoint',
  'attendDestructionEndpoint',
  'executeDisposalEndpoint',
  'exportDisposalListEndpoint',
  'exportDestroyedEndpoint',
  'getPaperPdfEndpoint',
  'getPaperPageEndpoint',
  'signPaperEndpoint',
  'getRecordFileEndpoint',
  'listFileItemsEndpoint',
  'getFileStoryEndpoint',
  'editRecordFileEndpoint',
  'closeRecordFileEndpoint',
  'reopenRecordFileEndpoint',
  'setTriggerDateEndpoint',
  'mergeRecordFileEndpoint',
  'lendFileEndpoint',
  'moveRecordEndpoint',
  'acceptRecordEndpoint',
  'getDocumentEndpoint',
  'correctDocumentEndpoint',
  'uploadDocumentFileEndpoint',
  'getDocumentFileEndpoint',
  'getStorageBoxEndpoint',
  'editStorageBoxEndpoint',
  'returnLoanEndpoint',
]);

describe('the rights matrix', () => {
  let deps: TestDeps;
  let app: TestApp;
  let agency: TestAgency;
  let open: Objects;
  let secret: Objects;
  const who: Record<string, Headers> = {};

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      withAccounts: true,
      extraAppointments: [{ person: 'staf2', position: 'kosong', kind: 'plt', from: '2026-01-01', to: '2026-11-01' }],
    });
    const other = await makeAgency(deps, { withAccounts: true, name: 'Pemerintah Provinsi Lain' });
    await giveCertificate(deps, agency, 'kadis');
    open = await objects('B');
    secret = await objects('R');
    app = await startApp(deps);
    const tab = async (of: TestAgency, key: DeskKey): Promise<Headers> => {
      const { cookie } = await app.logIn(of.desk(key));
      return { cookie, 'lontar-appointment': of.desk(key).appointmentId };
    };
    who['drafter'] = await tab(agency, 'staf');
    who['same unit'] = await tab(agency, 'staf2');
    who['other unit'] = await tab(agency, 'tupupr');
    who['other agency'] = await tab(other, 'staf');
    who['no desk'] = { cookie: who['drafter']['cookie'] ?? '' };
    const endedId = await valueOf<string>(deps.database.adminUrl, `select id from appointment where kind = 'plt'`);
    who['ended appointment'] = { cookie: who['same unit']['cookie'] ?? '', 'lontar-appointment': endedId };
    who["another person's desk"] = {
      cookie: who['same unit']['cookie'] ?? '',
      'lontar-appointment': agency.desk('staf').appointmentId,
    };
  });
  after(async () => {
    await app.close();
    await deps.release();
  });

  /** A draft-side letter to act on, and an incoming letter that neither staf2 nor tupupr was sent. */
  async function objects(securityClass: 'B' | 'R'): Promise<Objects> {
    const to = [{ kind: 'internal' as const, positionId: agency.desk('sekda').positionId }];
    const signed = await signedLetter(deps, agency, { securityClass, to });
    const [row] = await rowsOf<{ id: string }>(
      deps.database.adminUrl,
      'select id from incoming_letter where origin_letter_id = $1',
      [signed.id],
    );
    const letter = await readyToSign(deps, agency, { securityClass, subject: 'Perihal yang tidak boleh bocor', to });
    return { letterId: letter.id, incomingId: row?.id ?? '', agency };
  }

  async function ask(name: string, shape: EndpointShape, headers: Headers, named: Objects): Promise<Answer> {
    const ids: Record<string, string> = {
      letterId: named.letterId,
      incomingId: named.incomingId,
      page: '1',
      ordinal: '1',
      book: 'incoming',
      code: '0000-0000-0000',
      group: 'staff',
      list: 'files',
      date: '2026-12-01',
    };
    const path = shape.path.replace(/:(\w+)/gu, (_all, parameter: string) => ids[parameter] ?? randomUUID());
    const query = new URLSearchParams(QUERIES[name]?.(named)).toString();
    const isCommand = shape.method !== 'get';
    const abort = new AbortController();
    const response = await fetch(`${app.baseUrl}/api${path}${query === '' ? '' : `?${query}`}`, {
      method: shape.method.toUpperCase(),
      signal: abort.signal,
      headers: {
        ...headers,
        ...(isCommand ? { 'idempotency-key': randomUUID() } : {}),
        ...(shape.uploadLimitBytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(shape.body ? { 'content-type': 'application/json' } : {}),
      },
      ...bodyOf(name, shape, named),
    });
    if (shape.reply === 'stream' && response.status === 200) {
      abort.abort();
      return { status: 200, code: undefined, text: '' };
    }
    const text = await response.text();
    const isProblem = (response.headers.get('content-type') ?? '').startsWith('application/problem+json');
    return { status: response.status, code: isProblem ? (JSON.parse(text) as { code: string }).code : undefined, text };
  }

  function bodyOf(name: string, shape: EndpointShape, named: Objects): { body?: string } {
    if (shape.uploadLimitBytes !== undefined) return { body: UPLOAD };
    return shape.body ? { body: JSON.stringify(BODIES[name]?.(named)) } : {};
  }

  const headersOf = (name: string): Headers => who[name] ?? {};
  const namesLetter = (shape: EndpointShape) => /:(?:letterId|incomingId)/u.test(shape.path);

  it('has a valid request for every operation, so that a refusal comes from the rights', () => {
    for (const [name, shape] of ENDPOINTS) {
      if (shape.body) expect(shape.body.safeParse(BODIES[name]?.(open)).success, `body of ${name}`).to.equal(true);
      if (shape.query)
        expect(shape.query.safeParse(QUERIES[name]?.(open) ?? {}).success, `query of ${name}`).to.equal(true);
    }
  });

  for (const [name, shape] of ENDPOINTS) {
    const title = `${shape.method.toUpperCase()} ${shape.path}`;
    if (shape.access === 'public')
      it(`${title} needs no session`, async () => {
        const answer = await ask(name, shape, {}, open);
        expect(answer.code, answer.text).to.be.oneOf([undefined, 'not_found', 'wrong_credentials', 'unavailable']);
      });
    else
      it(`${title} is closed without session`, async () => {
        expect(await ask(name, shape, {}, open)).to.include({ status: 401, code: 'unauthenticated' });
        const made = { cookie: `lontar=${'A'.repeat(43)}`, 'lontar-appointment': agency.desk('staf').appointmentId };
        expect(await ask(name, shape, made, open)).to.include({ status: 401, code: 'unauthenticated' });
      });

    if (shape.access !== 'desk') continue;

    it(`${title} asks for a desk that is one's own and still holds`, async () => {
      expect(await ask(name, shape, headersOf('no desk'), open)).to.include({ status: 400, code: 'desk_required' });
      for (const asker of ['ended appointment', "another person's desk"])
        expect(await ask(name, shape, headersOf(asker), open), asker).to.include({ status: 403, code: 'desk_invalid' });
    });

    if (namesLetter(shape)) {
      it(`${title} refuses desks without a right: 403 inside the agency, 404 outside and for a secret letter`, async () => {
        for (const asker of ['same unit', 'other unit']) {
          const refused = await ask(name, shape, headersOf(asker), open);
          expect(refused, `${asker}: ${refused.text}`).to.include({ status: 403, code: 'forbidden' });
          const hidden = await ask(name, shape, headersOf(asker), secret);
          expect(hidden, `${asker}, R: ${hidden.text}`).to.include({ status: 404, code: 'not_found' });
          for (const { text } of [refused, hidden]) expect(text).not.to.match(/tidak boleh bocor/u);
        }
        const foreign = await ask(name, shape, headersOf('other agency'), open);
        expect(foreign, foreign.text).to.include({ status: 404, code: 'not_found' });
      });

      it(`${title} answers a secret letter and an unknown one alike`, async () => {
        const unknown = { ...secret, letterId: randomUUID(), incomingId: randomUUID() };
        const [hidden, missing] = [
          await ask(name, shape, headersOf('other unit'), secret),
          await ask(name, shape, headersOf('other unit'), unknown),
        ];
        const bodyWithoutId = (text: string) => ({ ...(JSON.parse(text) as object), requestId: '' });
        expect(bodyWithoutId(hidden.text)).to.deep.equal(bodyWithoutId(missing.text));
      });
    } else if (ROLE_ONLY.has(name))
      it(`${title} refuses desks without the role`, async () => {
        for (const asker of ['drafter', 'same unit', 'other unit', 'other agency'])
          expect(await ask(name, shape, headersOf(asker), open), asker).to.include({ status: 403, code: 'forbidden' });
      });
    else if (REGISTRY_ONLY.has(name))
      it(`${title} refuses desks outside a registry, and shows a registry nothing of another's letters`, async () => {
        for (const asker of ['drafter', 'same unit', 'other agency'])
          expect(await ask(name, shape, headersOf(asker), open), asker).to.include({ status: 403, code: 'forbidden' });
        const answer = await ask(name, shape, headersOf('other unit'), open);
        expect(answer.status, answer.text).to.be.within(200, 299);
        expect(answer.text).not.to.match(/tidak boleh bocor/u);
        expect(answer.text).not.to.include(open.letterId);
      });
    else if (OTHER_OBJECT.has(name))
      it(`${title} knows nothing under an id that is not there`, async () => {
        expect(await ask(name, shape, headersOf('drafter'), open)).to.include({ status: 404, code: 'not_found' });
      });
    else
      it(`${title} serves every desk, with nothing of letters it may not read`, async () => {
        for (const asker of ['drafter', 'same unit', 'other unit']) {
          const answer = await ask(name, shape, headersOf(asker), open);
          expect(answer.status, `${asker}: ${answer.text}`).to.be.within(200, 299);
          if (asker !== 'drafter') expect(answer.text, asker).not.to.match(/tidak boleh bocor/u);
        }
        const foreign = await ask(name, shape, headersOf('other agency'), open);
        expect(foreign.text).not.to.match(/tidak boleh bocor/u);
        expect(foreign.text).not.to.include(open.letterId);
      });
  }

  it('lets the drafter read the own letter everywhere: no denial that is not meant', async () => {
    for (const [name, shape] of ENDPOINTS) {
      if (shape.method !== 'get' || !shape.path.startsWith('/letters/:letterId')) continue;
      const answer = await ask(name, shape, headersOf('drafter'), open);
      const mayBeMissing = /:annexId|\/signing$/u.test(shape.path);
      expect(answer.status, `${name}: ${answer.text.slice(0, 200)}`).to.equal(mayBeMissing ? 404 : 200);
    }
  });
});
