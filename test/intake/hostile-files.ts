import { crc32, deflateSync } from 'node:zlib';

/** A PDF that asks for a password which nobody has. */
export function encryptedPdf(): Buffer {
  const secret = '<' + '5a'.repeat(32) + '>';
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj',
      '<</Type/Catalog/Pages 2 0 R>>',
      'endobj',
      '2 0 obj',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      'endobj',
      '3 0 obj',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      'endobj',
      '4 0 obj',
      `<</Filter/Standard/V 1/R 2/Length 40/P -44/O ${secret}/U ${secret}>>`,
      'endobj',
      'trailer',
      `<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>`,
      '%%EOF',
      '',
    ].join('\n'),
    'latin1',
  );
}

/** A PDF whose page tree counts more pages than anybody reads. */
export function pageBomb(pageCount: number): Buffer {
  const kids = Array.from({ length: pageCount }, () => '3 0 R').join(' ');
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[${kids}]/Count ${String(pageCount)}>>\nendobj\n` +
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n',
    'latin1',
  );
}

/** A picture of a few bytes that claims to be that large. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
