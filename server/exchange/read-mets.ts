import { SaxesParser } from 'saxes';
import { PackageRefused } from './package-refused.ts';

export interface MetsReference {
  /** As written: relative to the folder of the METS file. */
  path: string;
  sha256: string;
  sizeBytes: number;
}

const METS = 'http://www.loc.gov/METS/';

/** What a METS file says about other files. Document type declarations are refused: nothing is expanded. */
export function readMets(bytes: Buffer, path: string): MetsReference[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: MetsReference[] = [];
  let holder: Record<string, string> = {};
  let root = '';
  parser.on('error', () => {
    throw new PackageRefused(`${path} bukan XML yang benar.`);
  });
  parser.on('doctype', () => {
    throw new PackageRefused(`${path} memuat deklarasi DTD, jadi paket ditolak.`);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    root ||= `${uri}${local}`;
    if (uri !== METS) return;
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    if (local === 'file') holder = values;
    const described = local === 'FLocat' ? holder : local === 'mdRef' ? values : undefined;
    if (!described) return;
    found.push({
      path: values['xlink:href'] ?? '',
      sha256: (described['CHECKSUM'] ?? '').toLowerCase(),
      sizeBytes: Number(described['SIZE']),
    });
  });
  parser.write(bytes.toString('utf8')).close();
  if (root !== `${METS}mets`) throw new PackageRefused(`${path} bukan METS.`);
  return found;
}
