import { expect } from 'chai';
import { parseMessageInChild } from '../../server/mail-intake/parse-message-in-child.ts';
import { parseMessage } from '../../server/mail-intake/parse-message.ts';
import { buildOutlook } from './build-outlook.ts';
import { compose, PDF, picture } from './compose-mail.ts';

describe('parseMessageInChild', () => {
  it('says the same as the parser, bytes and dates included', async () => {
    const bytes = await compose({
      attachments: [
        { filename: 'a.pdf', content: PDF },
        { filename: 'b.png', content: await picture(400, 400) },
      ],
    });
    const message = await parseMessageInChild(bytes);
    expect(message).to.deep.equal(await parseMessage(bytes));
    expect(Buffer.isBuffer(message.attachments[0]!.bytes)).to.equal(true);
  });

  it('leaves an Outlook file closed that would never end, and still gives the rest', async () => {
    const endless = withDirectoryInACircle(buildOutlook({ subject: 'Nota', body: 'Isi', files: [] }));
    const bytes = await compose({
      attachments: [
        { filename: 'jebakan.msg', content: endless },
        { filename: 'surat.pdf', content: PDF },
      ],
    });
    const message = await parseMessageInChild(bytes, { timeoutMs: 4000 });
    expect(message.subject).to.equal('Undangan Rapat');
    expect(message.attachments.map(({ fileName }) => fileName)).to.deep.equal(['jebakan.msg', 'surat.pdf']);
    expect(message.problems[0]).to.include({ code: 'containers_left_closed', fileName: 'jebakan.msg' });
  }).timeout(30_000);

  it('knows only the hash of a message that no child comes to the end of', async () => {
    const message = await parseMessageInChild(await compose({}), { timeoutMs: 1 });
    expect(message).to.include({ fromAddress: null, subject: null, sentAt: null, text: '' });
    expect(message.messageId).to.equal(`sha256:${message.rawSha256}`);
    expect(message.problems.map(({ code }) => code)).to.deep.equal(['message_unreadable']);
  });

  it('ends a child that takes too much memory', async () => {
    const message = await parseMessageInChild(await compose({}), { memoryBytes: 1_000_000 });
    expect(message.problems.map(({ code }) => code)).to.deep.equal(['message_unreadable']);
  });

  it('does not start a child for more than 50 MB', async () => {
    const message = await parseMessageInChild(Buffer.alloc(50 * 1024 * 1024 + 1));
    expect(message.problems.map(({ code }) => code)).to.deep.equal(['message_too_large']);
  });
});

/** The sector table says that the first directory sector is followed by itself. */
function withDirectoryInACircle(bytes: Buffer): Buffer {
  const endless = Buffer.from(bytes);
  const directory = endless.readInt32LE(0x30);
  const tableSector = endless.readInt32LE(0x4c);
  endless.writeInt32LE(directory, (tableSector + 1) * 512 + directory * 4);
  return endless;
}
