import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type Mail from 'nodemailer/lib/mailer/index.js';
import sharp from 'sharp';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const LETTER_TEXT = 'Yth. Bapak/Ibu, bersama ini kami sampaikan surat undangan rapat.';

/** A message as a mail program writes it. */
export function compose(mail: Mail.Options): Promise<Buffer> {
  return new MailComposer({
    from: { name: 'Dinas Pendidikan', address: 'tu@disdik.example' },
    to: 'surat@sekda.example',
    subject: 'Undangan Rapat',
    text: LETTER_TEXT,
    date: new Date('2026-03-02T03:04:05Z'),
    messageId: '<undangan-1@disdik.example>',
    ...mail,
  })
    .compile()
    .build();
}

/** A message written by hand; lines become CRLF. */
export function raw(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** A multipart message by hand with one attachment part. */
export function rawWithPart(partHeader: readonly string[], body: string): Buffer {
  return raw(
    'From: tu@disdik.example',
    'Message-ID: <tangan@disdik.example>',
    'Subject: Surat',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="batas"',
    '',
    '--batas',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Isi',
    '--batas',
    ...partHeader,
    '',
    body,
    '--batas--',
    '',
  );
}

/** A picture that does not compress, so that its size in bytes follows from its size in pixels. */
export function picture(width: number, height: number, format: 'png' | 'jpeg' | 'tiff' = 'png'): Promise<Buffer> {
  const noise = Buffer.alloc(width * height * 3);
  for (let at = 0, seed = 7; at < noise.length; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    noise[at] = seed >> 16;
  }
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}
