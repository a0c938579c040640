import { expect } from 'chai';
import { answerWith } from '../../../web/src/offline/worker-rules.ts';

const known = { origin: 'https://lontar.test', files: ['/assets/shell-1.js'] };

function ask(path: string, fields: { method?: string; mode?: string } = {}) {
  return answerWith({ method: 'GET', mode: 'cors', url: `https://lontar.test${path}`, ...fields }, known);
}

describe('the offline worker', () => {
  it('never touches the API, not even when a download is opened as a page', () => {
    expect(ask('/api/incoming')).to.equal(undefined);
    expect(ask('/api/incoming/1/disposition-sheet', { mode: 'navigate' })).to.equal(undefined);
    expect(ask('/health/ready', { mode: 'navigate' })).to.equal(undefined);
    expect(ask('/demo-authority/tsa', { mode: 'navigate' })).to.equal(undefined);
  });

  it('answers pages by the frame, and kept files by their copy', () => {
    expect(ask('/masuk/1', { mode: 'navigate' })).to.equal('shell');
    expect(ask('/apinya', { mode: 'navigate' })).to.equal('shell');
    expect(ask('/assets/shell-1.js')).to.equal('file');
    expect(ask('/assets/editor-1.js')).to.equal(undefined);
  });

  it('leaves other sites and everything that changes something alone', () => {
    expect(answerWith({ method: 'GET', mode: 'cors', url: 'https://other.test/assets/shell-1.js' }, known)).to.equal(
      undefined,
    );
    expect(ask('/masuk', { method: 'POST', mode: 'navigate' })).to.equal(undefined);
  });
});
