import { expect } from 'chai';
import { giveCertificates } from '../disposal/archive.ts';
import { type AgencyAtWork, openAgencyAtWork } from './agency-at-work.ts';
import { destroyDueFiles } from './archivist/destroy-due-files.ts';
import { findLetters } from './archivist/find-letters.ts';
import { fileWhatWaits } from './archivist/file-what-waits.ts';
import { handOverPermanent } from './archivist/hand-over.ts';
import { takeInOldLetters, takePackageAcross } from './archivist/take-in.ts';

/**
 * An archivist's day, in the browser: what is due goes, what came in is put away, what is asked for is found. The
 * signatures of the others that say nothing new are given by the verbs; the clock and the workers are the test's.
 */
describe('The story of an archivist’s day in the browser', function () {
  this.timeout(300_000);
  let office: AgencyAtWork;

  before(async () => {
    office = await openAgencyAtWork();
    await giveCertificates(office.deps, office.agency);
    // Bytes are told apart by the time the store wrote them, which is the machine's clock.
    office.deps.setNow(new Date(Date.now() + 3_600_000));
  });
  after(() => office.close());
  afterEach(() => {
    expect(office.faults).to.deep.equal([]);
  });

  it('files what waits and a paper document, lends the file, takes it back and closes it', () => fileWhatWaits(office));

  it('finds a letter by a word, a facet and a part of its number; a secret one only for who may read it', () =>
    findLetters(office));

  it('packs a berkas and has it taken in by another agency with the same hashes', () => takePackageAcross(office));

  it('takes in old letters from a table, and says why one row was refused', () => takeInOldLetters(office));

  it('destroys what is due with minutes, and keeps its stub', () => destroyDueFiles(office));

  it('hands a permanent berkas over to the archival institution, up to the signed minutes', () =>
    handOverPermanent(office));
});
