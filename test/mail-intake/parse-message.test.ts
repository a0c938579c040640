import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { IntakeMessage } from '../../server/mail-intake/intake-message.ts';
import { parseMessage } from '../../server/mail-intake/parse-message.ts';
import { buildOutlook } from './build-outlook.ts';
import { buildTnef } from './build-tnef.ts';
import { compose, LETTER_TEXT, PDF, picture, raw, rawWithPart } from './compose-mail.ts';

const names = ({ attachments }: IntakeMessage) => attachments.map(({ fileName }) => fileName);
const codes = ({ problems }: IntakeMessage) => problems.map(({ code }) => code);
const pdf = (filename: string) => ({ filename, content: PDF });

describe('parseMessage: what a message says about itself', () => {
  it('reads sender, subject, date, text and the letter of an ordinary message', async () => {
    const bytes = await compose({ attachments: [pdf('Surat Undangan.pdf')] });
    const message = await parseMessage(bytes);
    expect(message).to.deep.equal({
      messageId: 'undangan-1@disdik.example',
      rawSha256: createHash('sha256').update(bytes).digest('hex'),
      fromName: 'Dinas Pendidikan',
      fromAddress: 'tu@disdik.example',
      subject: 'Undangan Rapat',
      sentAt: new Date('2026-03-02T03:04:05Z'),
      text: LETTER_TEXT,
      attachments: [
        {
          fileName: 'Surat Undangan.pdf',
          mediaType: 'application/pdf',
          bytes: PDF,
          origin: 'attachment',
          isReadable: true,
        },
      ],
      problems: [],
    });
  });

  it('derives the identity of a message without Message-ID from its bytes', async () => {
    const bytes = raw('From: a@b.example', '', 'Isi');
    const message = await parseMessage(bytes);
    expect(message.messageId).to.equal(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(message).to.include({ fromName: null, subject: null, sentAt: null, text: 'Isi' });
  });

  it('decodes a folded subject in encoded words and drops what cannot be stored', async () => {
    const message = await parseMessage(
      raw(
        'Message-ID:',
        ' <a.b@c.example>',
        'From: =?iso-8859-1?Q?Ren=E9_Pratama?= <rene@c.example>',
        'Subject: =?utf-8?B?UGVuZ2FudGFyIERPS1VNRU4g?=',
        ' =?utf-8?Q?Cibing_=E2=80=93_=00=E2=80=AErahasia?=',
        'Date: Mon, 2 Mar 2026 10:04:05 +0700 (WIB)',
        '',
        'Isi',
      ),
    );
    expect(message).to.include({
      messageId: 'a.b@c.example',
      fromName: 'René Pratama',
      subject: 'Pengantar DOKUMEN Cibing – rahasia',
    });
    expect(message.sentAt).to.deep.equal(new Date('2026-03-02T03:04:05Z'));
  });

  it('takes no date rather than the present when the date is nonsense', async () => {
    const message = await parseMessage(raw('From: a@b.example', 'Date: kemarin sore', '', 'Isi'));
    expect(message.sentAt).to.equal(null);
  });

  it('converts HTML without a plain alternative, also beside pictures', async () => {
    const html = '<p>Yth. Kepala Dinas,</p><p>mohon <b>hadir</b>.</p><img src="cid:logo@x">';
    const alone = await parseMessage(await compose({ text: '', html }));
    const logo = { filename: 'logo.png', content: await picture(40, 40), cid: 'logo@x' };
    const beside = await parseMessage(await compose({ text: '', html, attachments: [logo] }));
    for (const { text } of [alone, beside]) expect(text).to.match(/^Yth\. Kepala Dinas,\s+mohon hadir\./);
  });

  it('reads the text in spite of a charset that does not exist or does not fit', async () => {
    const unknown = await parseMessage(raw('Content-Type: text/plain; charset=x-bukan', '', 'Isi surat'));
    const wrong = await parseMessage(raw('Content-Type: text/plain; charset=utf-8', '', 'caf\xe9 rapat'));
    expect(unknown.text).to.equal('Isi surat');
    expect(wrong.text).to.match(/^caf. rapat$/);
  });

  it('cuts a text without end and says so', async () => {
    const message = await parseMessage(await compose({ text: 'surat '.repeat(60_000) }));
    expect(message.text.length).to.be.within(199_000, 200_000);
    expect(message.problems).to.deep.equal([
      { code: 'text_cut', message: message.problems[0]!.message, fileName: null, count: 1 },
    ]);
  });

  it('makes a message even of bytes that are none', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(5000, 0xff), Buffer.from('\0\0\0')]) {
      const message = await parseMessage(bytes);
      expect(message.messageId).to.match(/^sha256:/);
      expect(message.attachments).to.deep.equal([]);
    }
  });
});

describe('parseMessage: attachments', () => {
  it('knows files by their bytes and marks what cannot become pages', async () => {
    const zipped = (inside: string) =>
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(inside)]);
    const message = await parseMessage(
      await compose({
        attachments: [
          { filename: 'foto.png', content: await picture(30, 30, 'jpeg') },
          { filename: 'pindai', content: await picture(30, 30, 'tiff'), contentType: 'application/octet-stream' },
          { filename: 'konsep.docx', content: zipped('word/document.xml%PDF-1.4') },
          { filename: 'data.zip', content: zipped('a.txt') },
          { filename: 'surat.pdf.exe', content: PDF, contentType: 'application/x-msdownload' },
          { filename: 'virus.pdf', content: Buffer.from('MZ\x90\0program') },
          { filename: 'catatan.txt', content: 'catatan' },
        ],
      }),
    );
    expect(
      message.attachments.map(({ fileName, mediaType, isReadable }) => [fileName, mediaType, isReadable]),
    ).to.deep.equal([
      ['foto.png.jpg', 'image/jpeg', true],
      ['pindai.tif', 'image/tiff', true],
      ['konsep.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
      ['data.zip', 'application/zip', false],
      ['surat.pdf.exe.pdf', 'application/pdf', true],
      ['catatan.txt', 'text/plain', false],
    ]);
    expect(message.problems).to.have.length(1);
    expect(message.problems[0]).to.include({ code: 'attachment_not_document', fileName: 'virus.pdf' });
  });

  it('decodes file names of RFC 2231 and RFC 2047 and takes away paths and control characters', async () => {
    const part = (...disposition: string[]) =>
      rawWithPart(
        ['Content-Type: application/pdf', 'Content-Transfer-Encoding: base64', ...disposition],
        PDF.toString('base64'),
      );
    const named = async (...disposition: string[]) => names(await parseMessage(part(...disposition)))[0];
    expect(
      await named(
        'Content-Disposition: attachment;',
        " filename*0*=utf-8''Surat%20Perjanjian%20;",
        ' filename*1*=Kerja%20Sama%20%E2%80%93%201.pdf',
      ),
    ).to.equal('Surat Perjanjian Kerja Sama – 1.pdf');
    expect(
      await named('Content-Disposition: attachment; filename="=?utf-8?B?U3VyYXQg4oCTIFR1Z2FzLnBkZg==?="'),
    ).to.equal('Surat – Tugas.pdf');
    expect(
      await named("Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fetc%2Fsu%00rat%0D%0A%E2%80%AE.pdf"),
    ).to.equal('surat .pdf');
    expect(await named('Content-Disposition: attachment; filename="C:\\\\Dokumen\\\\nota.pdf"')).to.equal('nota.pdf');
    expect(await named('Content-Disposition: attachment')).to.equal('lampiran.pdf');
    const long = await named(`Content-Disposition: attachment; filename="${'panjang '.repeat(60)}.pdf"`);
    expect(long)
      .to.match(/^panjang .*[.]pdf$/)
      .and.have.length(120);
  });

  it('reports an attachment whose base64 is garbage and keeps the rest of the message', async () => {
    const header = ['Content-Type: application/pdf; name=rusak.pdf', 'Content-Transfer-Encoding: base64'];
    const garbage = await parseMessage(rawWithPart(header, '%%%% bukan base64 !!!! %%%%'));
    const empty = await parseMessage(rawWithPart(header, ''));
    expect(garbage.text).to.equal('Isi');
    expect(garbage.problems[0]).to.include({ code: 'attachment_not_document', fileName: 'rusak.pdf' });
    expect(empty.problems[0]).to.include({ code: 'attachment_empty', fileName: 'rusak.pdf' });
  });

  it('reads what is there of a message that ends in the middle of its letter', async () => {
    const whole = await compose({
      attachments: [{ filename: 'surat.pdf', content: Buffer.concat([PDF, Buffer.alloc(9000, 37)]) }],
    });
    const message = await parseMessage(whole.subarray(0, whole.length - 4000));
    expect(message.subject).to.equal('Undangan Rapat');
    expect(names(message)).to.deep.equal(['surat.pdf']);
  });

  it('drops small pictures that the text shows, and keeps scans and pictures that stand alone', async () => {
    const logo = await picture(60, 60);
    const wide = await picture(900, 120);
    const scan = await picture(400, 500);
    const message = await parseMessage(
      await compose({
        html: '<img src="cid:a@x"><img src="cid:b@x"><img src="cid:c@x">',
        attachments: [
          { filename: 'logo.png', content: logo, cid: 'a@x' },
          { filename: 'garis.png', content: wide, cid: 'b@x' },
          { filename: 'pindaian.png', content: scan, cid: 'c@x' },
          { filename: 'kecil.png', content: logo },
        ],
      }),
    );
    expect(wide.length).to.be.greaterThan(20_000);
    expect(names(message)).to.have.members(['pindaian.png', 'kecil.png']);
    expect(message.problems).to.have.length(1);
    expect(message.problems[0]).to.include({ code: 'inline_image_dropped', count: 2 });
  });

  it('stops at fifty attachments and says so once, with the number left out', async () => {
    const attachments = Array.from({ length: 70 }, (_, index) => pdf(`surat-${index}.pdf`));
    const message = await parseMessage(await compose({ attachments }));
    expect(message.attachments).to.have.length(50);
    expect(message.problems).to.have.length(1);
    expect(message.problems[0]).to.include({ code: 'too_many_attachments', count: 20 });
  });

  it('takes the first attachments of thousands, and the header where there are too many to read', async () => {
    const bomb = (count: number) => {
      const part = `--x\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.4`;
      const parts = Array.from({ length: count }, () => part);
      return raw('Subject: Bom', 'Content-Type: multipart/mixed; boundary=x', '', ...parts, '--x--');
    };
    const many = await parseMessage(bomb(3000));
    const tooMany = await parseMessage(bomb(21_000));
    expect(many.attachments).to.have.length(50);
    expect(many.problems[0]).to.include({ code: 'too_many_attachments', count: 2950 });
    expect(tooMany.subject).to.equal('Bom');
    expect(codes(tooMany)).to.deep.equal(['message_incomplete']);
  });
});

describe('parseMessage: messages inside the message', () => {
  it('opens a forwarded message and tells where its letter came from', async () => {
    const inner = await compose({ subject: 'Surat Asli', text: 'Isi asli', attachments: [pdf('asli.pdf')] });
    const message = await parseMessage(
      await compose({
        attachments: [{ filename: 'terusan.eml', content: inner, contentType: 'message/rfc822' }, pdf('pengantar.pdf')],
      }),
    );
    expect(message.attachments.map(({ fileName, origin }) => [fileName, origin])).to.deep.equal([
      ['asli.pdf', 'embedded_message'],
      ['pengantar.pdf', 'attachment'],
    ]);
    expect(message.text).to.equal(`${LETTER_TEXT}\n\n--- Surat Asli ---\nIsi asli`);
    expect(message.subject).to.equal('Undangan Rapat');
  });

  it('goes three messages deep and keeps the fourth closed', async () => {
    let bytes = await compose({ attachments: [pdf('dasar.pdf')] });
    for (let level = 0; level < 3; level += 1) {
      bytes = await compose({
        attachments: [pdf(`tingkat-${level}.pdf`), { filename: `dalam-${level}.eml`, content: bytes }],
      });
    }
    expect(names(await parseMessage(bytes))).to.deep.equal([
      'tingkat-2.pdf',
      'tingkat-1.pdf',
      'tingkat-0.pdf',
      'dasar.pdf',
    ]);
    const deeper = await parseMessage(await compose({ attachments: [{ filename: 'luar.eml', content: bytes }] }));
    expect(names(deeper)).to.deep.equal(['tingkat-2.pdf', 'tingkat-1.pdf', 'tingkat-0.pdf', 'dalam-0.eml']);
    expect(deeper.problems[0]).to.include({ code: 'too_deep', fileName: 'dalam-0.eml' });
  });

  it('keeps a file that only claims to be a message', async () => {
    const message = await parseMessage(
      await compose({ attachments: [{ filename: 'bukan.eml', content: '\0\x01\x02' }] }),
    );
    expect(message.attachments[0]).to.include({
      fileName: 'bukan.eml',
      mediaType: 'message/rfc822',
      isReadable: false,
    });
    expect(codes(message)).to.deep.equal(['embedded_broken']);
  });

  it('opens Outlook messages, also one inside the other', async () => {
    const big = Buffer.concat([PDF, Buffer.alloc(9000, 37)]);
    const item = {
      subject: 'Nota Outlook',
      body: 'Isi nota',
      files: [
        { name: 'nota.pdf', content: big },
        { name: 'kecil.pdf', content: PDF },
        {
          name: 'dalam',
          content: { subject: 'Dalam', body: 'Isi dalam', files: [{ name: 'dalam.pdf', content: PDF }] },
        },
      ],
    };
    const message = await parseMessage(
      await compose({ attachments: [{ filename: 'nota.msg', content: buildOutlook(item) }] }),
    );
    expect(message.problems).to.deep.equal([]);
    expect(message.attachments.map(({ fileName, origin }) => [fileName, origin])).to.deep.equal([
      ['nota.pdf', 'outlook'],
      ['kecil.pdf', 'outlook'],
      ['dalam.pdf', 'outlook'],
    ]);
    expect(message.attachments[0]!.bytes.equals(big)).to.equal(true);
    expect(message.text).to.contain('--- Nota Outlook ---\nIsi nota').and.contain('--- Dalam ---\nIsi dalam');
  });

  it('keeps a broken Outlook message closed', async () => {
    const whole = buildOutlook({
      subject: 'Nota',
      body: 'Isi',
      files: [{ name: 'nota.pdf', content: Buffer.alloc(20_000, 1) }],
    });
    const broken = Buffer.concat([
      whole.subarray(0, 512),
      Buffer.from('__properties_version1.0', 'utf16le'),
      whole.subarray(2048, 4096),
    ]);
    const message = await parseMessage(
      await compose({ attachments: [{ filename: 'nota.msg', content: broken }, pdf('surat.pdf')] }),
    );
    expect(names(message)).to.deep.equal(['nota.msg', 'surat.pdf']);
    expect(message.problems[0]).to.include({ code: 'outlook_broken', fileName: 'nota.msg' });
  });

  it('opens winmail.dat, and messages inside it', async () => {
    const inner = buildTnef([{ title: 'DALAM.PDF', longName: 'surat dalam.pdf', bytes: PDF }]);
    const winmail = buildTnef([
      { title: 'SURATP~1.PDF', longName: 'Surat Pengantar – 12.pdf', bytes: PDF },
      { title: 'nota.pdf', bytes: PDF },
      { title: 'objek', bytes: inner, isObject: true },
    ]);
    const message = await parseMessage(
      await compose({
        attachments: [{ filename: 'winmail.dat', content: winmail, contentType: 'application/ms-tnef' }],
      }),
    );
    expect(message.problems).to.deep.equal([]);
    expect(message.attachments.map(({ fileName, origin, isReadable }) => [fileName, origin, isReadable])).to.deep.equal(
      [
        ['Surat Pengantar – 12.pdf', 'tnef', true],
        ['nota.pdf', 'tnef', true],
        ['surat dalam.pdf', 'tnef', true],
      ],
    );
  });

  it('gives the whole files of a broken winmail.dat and keeps it besides', async () => {
    const whole = buildTnef([
      { title: 'a.pdf', bytes: PDF },
      { title: 'b.pdf', bytes: PDF },
    ]);
    const cut = whole.subarray(0, whole.length - 10);
    const message = await parseMessage(await compose({ attachments: [{ filename: 'winmail.dat', content: cut }] }));
    expect(names(message)).to.deep.equal(['a.pdf', 'winmail.dat']);
    expect(codes(message)).to.deep.equal(['tnef_broken']);
  });
});
