import type { RecordMetadata } from './record-metadata.ts';
import { textElement, xmlBytes, xmlDocument } from './xml.ts';

const TYPES: Record<RecordMetadata['documentKind'], string> = {
  outgoing_letter: 'Naskah keluar',
  incoming_letter: 'Naskah masuk',
  other: 'Dokumen',
};

/** A record as simple Dublin Core: what any archive can read. */
export function writeDublinCore(record: RecordMetadata): Buffer {
  const document = xmlDocument();
  const root = document.ele('oai_dc:dc', {
    'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  });
  const { classification, origin, creator } = record;
  textElement(root, 'dc:title', record.title);
  textElement(root, 'dc:creator', record.sender);
  textElement(root, 'dc:subject', classification && `${classification.code} ${classification.name}`.trim());
  textElement(root, 'dc:description', record.summary);
  textElement(root, 'dc:publisher', origin.agencyName);
  textElement(root, 'dc:contributor', [creator.person, creator.position, creator.unit].filter(Boolean).join(', '));
  textElement(root, 'dc:date', record.documentDate);
  textElement(root, 'dc:type', TYPES[record.documentKind]);
  for (const mediaType of new Set(record.files.map((file) => file.mediaType)))
    textElement(root, 'dc:format', mediaType);
  textElement(root, 'dc:identifier', `urn:uuid:${record.id}`);
  textElement(root, 'dc:identifier', record.number);
  textElement(root, 'dc:source', origin.instance);
  textElement(root, 'dc:language', record.language);
  for (const { id } of record.relations) textElement(root, 'dc:relation', `urn:uuid:${id}`);
  textElement(root, 'dc:coverage', record.recipient);
  textElement(root, 'dc:rights', `Klasifikasi keamanan ${record.securityClass}`);
  return xmlBytes(document);
}
