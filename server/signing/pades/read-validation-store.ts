import { X509Certificate } from 'node:crypto';
import { decodeStream } from './pdf/decode-stream.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { isStream } from './pdf/pdf-value.ts';

export interface ValidationStore {
  readonly certificates: readonly X509Certificate[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

const MAX_ITEMS = 100;
const MAX_ITEM_BYTES = 4 * 1024 * 1024;

/** What the DSS dictionary (EN 319 142-1 5.4.2) brings along. Nothing of it is believed before its signature is checked. */
export function readValidationStore(file: PdfFile): ValidationStore {
  const store = file.dictOf(file.root.get('DSS'));
  const streams = (key: string): Uint8Array[] =>
    file
      .arrayOf(store?.get(key))
      .slice(0, MAX_ITEMS)
      .map((item) => file.resolve(item))
      .filter(isStream)
      .map((stream) => decodeStream(stream, MAX_ITEM_BYTES));
  const certificates = streams('Certs').flatMap((der) => {
    try {
      return [new X509Certificate(der)];
    } catch {
      return [];
    }
  });
  return { certificates, crls: streams('CRLs'), ocsps: streams('OCSPs') };
}
