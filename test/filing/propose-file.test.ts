import { expect } from 'chai';
import { findNumbers, rankCandidates, suggestTitle, type ProposalFacts } from '../../server/filing/propose-file.ts';
import { reasonText } from '../../server/filing/reason-text.ts';

const none: ProposalFacts = { subject: 'Jawaban permohonan', links: [], alike: [], standing: null };
const link = (fileId: string, reason: 'reply' | 'disposition' | 'mention', subject = 'Permohonan alat berat') => ({
  fileId,
  recordId: `${fileId}-${reason}`,
  reason,
  subject,
});
const alike = (fileId: string, likeness: number) => ({ fileId, recordId: `${fileId}-alike`, likeness });

describe('rankCandidates', () => {
  it('offers nothing where nothing fits', () => {
    expect(rankCandidates(none)).to.deep.equal([]);
  });

  it('puts the thread before likeness and both before the standing file', () => {
    const found = rankCandidates({
      ...none,
      links: [link('b', 'mention'), link('a', 'reply')],
      alike: [alike('c', 0.6), alike('d', 0.9)],
      standing: { isPractised: true },
    });
    expect(found.map(({ fileId, reason }) => [fileId, reason])).to.deep.equal([
      ['a', 'reply'],
      ['b', 'mention'],
      ['d', 'history'],
      ['c', 'history'],
      [null, 'classification'],
    ]);
  });

  it('is certain of a reply, a disposition and the one file that is named, not of two that are', () => {
    const certain = (links: ProposalFacts['links']) =>
      rankCandidates({ ...none, links }).map(({ isCertain }) => isCertain);
    expect(certain([link('a', 'reply')])).to.deep.equal([true]);
    expect(certain([link('a', 'disposition')])).to.deep.equal([true]);
    expect(certain([link('a', 'mention'), link('a', 'mention')])).to.deep.equal([true]);
    expect(certain([link('a', 'mention'), link('b', 'mention')])).to.deep.equal([false, false]);
  });

  it('is certain of the standing file only when the unit filed so before and no own file is alike', () => {
    const standing = (isPractised: boolean, others: ProposalFacts['alike'] = []) =>
      rankCandidates({ ...none, alike: others, standing: { isPractised } }).at(-1)?.isCertain;
    expect(standing(true)).to.equal(true);
    expect(standing(false)).to.equal(false);
    expect(standing(true, [alike('a', 0.8)])).to.equal(false);
  });

  it('leaves out what is hardly alike', () => {
    expect(rankCandidates({ ...none, alike: [alike('a', 0.2)] })).to.deep.equal([]);
  });

  it('takes a report that names its task order as the pair of it', () => {
    const [first] = rankCandidates({
      ...none,
      subject: 'Laporan perjalanan dinas ke Putussibau',
      links: [link('a', 'mention', 'Surat tugas tim mobilisasi')],
    });
    expect(first).to.include({ fileId: 'a', reason: 'assignment', isCertain: true });
  });
});

describe('findNumbers', () => {
  it('finds numbers as they are written in letters, without spaces and in lower case', () => {
    const text =
      'Menindaklanjuti surat Nomor 600/2217/PUPR tanggal 24 November 2026, ND-0311/000.1.5/SETDA/2026, dan 800.1.11.1 / 2071 / DPUPR / 2026.';
    expect(findNumbers(text, '')).to.deep.equal([
      '600/2217/pupr',
      'nd-0311/000.1.5/setda/2026',
      '800.1.11.1/2071/dpupr/2026',
    ]);
  });

  it('passes over its own number, dates with two slashes in words, and plain fractions', () => {
    expect(findNumbers('Nomor 300.2.1/4187/UM/2026, dan/atau, 1/2 bagian', '300.2.1/4187/UM/2026')).to.deep.equal([]);
  });
});

describe('suggestTitle', () => {
  const item = { subject: 'Pergeseran belanja tidak terduga', year: 2026, classificationName: 'Anggaran' };

  it('is the subject with its year', () => {
    expect(suggestTitle({ ...item, isSecret: false })).to.equal('Pergeseran belanja tidak terduga 2026');
    expect(suggestTitle({ ...item, subject: 'Rencana kerja 2026', isSecret: false })).to.equal('Rencana kerja 2026');
  });

  it('says nothing of a secret item', () => {
    expect(suggestTitle({ ...item, isSecret: true })).to.equal('Anggaran 2026');
    expect(suggestTitle({ ...item, classificationName: null, isSecret: true })).to.equal('Berkas 2026');
  });
});

describe('reasonText', () => {
  it('names the item that led to the proposal', () => {
    expect(reasonText('reply', { ordinal: 1, number: '600/1/PUPR' })).to.equal('Balasan atas item 1');
    expect(reasonText('mention', { ordinal: null, number: '600/1/PUPR' })).to.equal('Menyebut nomor surat 600/1/PUPR');
    expect(reasonText('classification', { ordinal: null, number: null })).to.equal('Klasifikasi dan jenis sama');
  });
});
