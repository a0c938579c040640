import { expect } from 'chai';
import { RegistrationContent } from '../../../server/registration/contract.ts';
import { readDraft } from '../../../web/src/registrasi/read-draft.ts';
import {
  findGaps,
  noEdits,
  startValues,
  toContent,
  type RegistrationEdits,
} from '../../../web/src/registrasi/registration-values.ts';

const paper = { ...startValues(null), subject: 'Usulan jembatan', senderTitle: 'Bupati Sintang' };

describe('The registration form', () => {
  it('sends what the server takes', () => {
    const content = toContent({
      ...paper,
      classification: { code: '600.1.10', name: 'Jembatan' },
      dueDate: '2026-12-01',
    });
    expect(RegistrationContent.parse(content)).to.deep.equal(content);
    expect(content).to.include({ letterDate: null, dueDate: '2026-12-01', classificationCode: '600.1.10' });
  });

  it('keeps the summary of a sealed letter back', () => {
    expect(toContent({ ...paper, securityClass: 'R', summary: 'isi' }).summary).to.equal('');
    expect(toContent({ ...paper, securityClass: 'T', summary: 'isi' }).summary).to.equal('isi');
  });

  it('takes the way of a mail, and the form of a signed file', () => {
    expect(startValues({ source: 'email', proposals: {}, verdict: null })).to.include({
      channel: 'email',
      media: 'electronic',
    });
    const verdict = { verdict: 'valid' as const, reason: '', fileOrdinal: 1, signatures: [] };
    expect(startValues({ source: 'upload', proposals: {}, verdict }).media).to.equal('electronic');
    expect(startValues({ source: 'camera', proposals: {}, verdict: null }).media).to.equal('paper');
  });

  it('leaves a grade out that is none of ours', () => {
    const grade = {
      value: 'penting',
      confidence: 1,
      page: 1,
      box: { x: 0, y: 0, width: 0, height: 0 },
      alternatives: [],
    };
    const values = startValues({ source: 'upload', proposals: { handlingGrade: grade }, verdict: null });
    expect(values.handlingGrade).to.equal('biasa');
  });

  it('wants a sender and a subject', () => {
    expect(findGaps(startValues(null))).to.have.keys('senderTitle', 'subject');
    expect(findGaps({ ...paper, senderTitle: '', senderUnit: 'Bappeda' })).to.deep.equal({});
  });
});

describe('The draft of a registration', () => {
  it('comes back as it was kept', () => {
    const edits: RegistrationEdits = {
      values: {
        number: '1/2026',
        handlingGrade: 'segera',
        classification: { code: '600', name: 'Jalan' },
        contactId: null,
      },
      checked: ['number'],
      desks: [{ positionId: 'p1', title: 'Sekda' }],
      isNotDuplicate: true,
    };
    expect(readDraft(JSON.parse(JSON.stringify(edits)) as Record<string, unknown>)).to.deep.equal(edits);
    expect(readDraft(null)).to.deep.equal(noEdits);
  });

  it('loses what this form does not know', () => {
    const draft = { values: { number: 7, channel: 'merpati', lama: 'x' }, checked: ['lain'], desks: [{}], more: 1 };
    expect(readDraft(draft)).to.deep.equal(noEdits);
  });
});
