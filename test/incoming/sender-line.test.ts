import { expect } from 'chai';
import { senderLine } from '../../server/incoming/sender-line.ts';

describe('the sender of a letter in one line', () => {
  const line = (senderTitle: string, senderUnit: string) => senderLine({ senderTitle, senderUnit });

  it('adds the organisation to an office that says nothing of it', () => {
    expect(line('Sekretaris Jenderal', 'Kementerian Dalam Negeri')).to.equal(
      'Sekretaris Jenderal, Kementerian Dalam Negeri',
    );
    expect(line('Direktur Utama', 'PT Kapuas Sejahtera')).to.equal('Direktur Utama, PT Kapuas Sejahtera');
  });

  it('leaves it out when the office names it', () => {
    expect(line('Bupati Kapuas Hulu', 'Pemerintah Kabupaten Kapuas Hulu')).to.equal('Bupati Kapuas Hulu');
    expect(line('Kepala Dinas Kesehatan', 'Dinas Kesehatan')).to.equal('Kepala Dinas Kesehatan');
  });

  it('is what there is when one of them is missing', () => {
    expect([line('Camat Entikong', ''), line('', 'BNPB'), line('', '')]).to.deep.equal(['Camat Entikong', 'BNPB', '']);
  });
});
