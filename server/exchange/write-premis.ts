import type { PackedFile, RecordEvent, RecordMetadata } from './record-metadata.ts';
import { type Element, textElement, xmlBytes, xmlDocument } from './xml.ts';

/**
 * What was done to a record and by whom, with the fixity of each of its files (PREMIS 3.0: objects, events, agents,
 * rights).
 */
export function writePremis(record: RecordMetadata): Buffer {
  const document = xmlDocument();
  const root = document.ele('premis:premis', {
    'xmlns:premis': 'http://www.loc.gov/premis/v3',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    version: '3.0',
  });
  writeEntity(root, record);
  for (const file of record.files) writeFile(root, record.id, file);
  const agents = new Map<string, string>();
  for (const event of record.events) writeEvent(root, { record, event, agentId: agentIdOf(agents, event.agent) });
  for (const [name, id] of agents) writeAgent(root, id, name);
  writeRights(root, record);
  return xmlBytes(document);
}

function identifier(parent: Element, kind: string, [type, value]: readonly [string, string]): void {
  const element = parent.ele(`premis:${kind}Identifier`);
  element.ele(`premis:${kind}IdentifierType`).txt(type);
  element.ele(`premis:${kind}IdentifierValue`).txt(value);
}

function writeEntity(root: Element, record: RecordMetadata): void {
  const object = root.ele('premis:object', { 'xsi:type': 'premis:intellectualEntity' });
  identifier(object, 'object', ['UUID', record.id]);
  if (record.number !== '') identifier(object, 'object', ['Nomor naskah', record.number]);
  textElement(object, 'premis:originalName', record.title);
  for (const relation of record.relations) {
    const element = object.ele('premis:relationship');
    element.ele('premis:relationshipType').txt('reference');
    element.ele('premis:relationshipSubType').txt(relation.kind);
    const related = element.ele('premis:relatedObjectIdentifier');
    related.ele('premis:relatedObjectIdentifierType').txt('UUID');
    related.ele('premis:relatedObjectIdentifierValue').txt(relation.id);
  }
}

function writeFile(root: Element, recordId: string, file: PackedFile): void {
  const object = root.ele('premis:object', { 'xsi:type': 'premis:file' });
  identifier(object, 'object', ['Berkas paket', fileIdentifier(recordId, file)]);
  const characteristics = object.ele('premis:objectCharacteristics');
  characteristics.ele('premis:compositionLevel').txt('0');
  const fixity = characteristics.ele('premis:fixity');
  fixity.ele('premis:messageDigestAlgorithm').txt('SHA-256');
  fixity.ele('premis:messageDigest').txt(file.sha256);
  fixity.ele('premis:messageDigestOriginator').txt('Lontar');
  characteristics.ele('premis:size').txt(String(file.sizeBytes));
  characteristics.ele('premis:format').ele('premis:formatDesignation').ele('premis:formatName').txt(file.mediaType);
  textElement(object, 'premis:originalName', file.fileName);
  const relationship = object.ele('premis:relationship');
  relationship.ele('premis:relationshipType').txt('structural');
  relationship.ele('premis:relationshipSubType').txt('is Part Of');
  const related = relationship.ele('premis:relatedObjectIdentifier');
  related.ele('premis:relatedObjectIdentifierType').txt('UUID');
  related.ele('premis:relatedObjectIdentifierValue').txt(recordId);
}

function fileIdentifier(recordId: string, { path }: PackedFile): string {
  return `${recordId}/${path}`;
}

function agentIdOf(agents: Map<string, string>, name: string): string {
  const id = agents.get(name) ?? `agent-${agents.size + 1}`;
  agents.set(name, id);
  return id;
}

function writeEvent(
  root: Element,
  { record, event, agentId }: { record: RecordMetadata; event: RecordEvent; agentId: string },
): void {
  const element = root.ele('premis:event');
  identifier(element, 'event', ['Rantai audit Lontar', `${record.origin.agencyId}/${event.seq}`]);
  element.ele('premis:eventType').txt(event.action);
  element.ele('premis:eventDateTime').txt(event.at);
  element.ele('premis:eventDetailInformation').ele('premis:eventDetail').txt(event.title);
  element.ele('premis:eventOutcomeInformation').ele('premis:eventOutcome').txt(`sha256:${event.hash}`);
  const agent = element.ele('premis:linkingAgentIdentifier');
  agent.ele('premis:linkingAgentIdentifierType').txt('Lokal');
  agent.ele('premis:linkingAgentIdentifierValue').txt(agentId);
  const object = element.ele('premis:linkingObjectIdentifier');
  object.ele('premis:linkingObjectIdentifierType').txt('UUID');
  object.ele('premis:linkingObjectIdentifierValue').txt(record.id);
}

function writeAgent(root: Element, id: string, name: string): void {
  const element = root.ele('premis:agent');
  identifier(element, 'agent', ['Lokal', id]);
  element.ele('premis:agentName').txt(name);
  element.ele('premis:agentType').txt(name.startsWith('Lontar') ? 'software' : 'person');
}

function writeRights(root: Element, record: RecordMetadata): void {
  const statement = root.ele('premis:rights').ele('premis:rightsStatement');
  identifier(statement, 'rightsStatement', ['Lokal', `${record.id}/rights`]);
  statement.ele('premis:rightsBasis').txt('other');
  const other = statement.ele('premis:otherRightsInformation');
  other.ele('premis:otherRightsBasis').txt('Klasifikasi keamanan dan akses arsip dinamis');
  const granted = statement.ele('premis:rightsGranted');
  granted.ele('premis:act').txt('disseminate');
  granted.ele('premis:restriction').txt(record.securityClass);
  const object = statement.ele('premis:linkingObjectIdentifier');
  object.ele('premis:linkingObjectIdentifierType').txt('UUID');
  object.ele('premis:linkingObjectIdentifierValue').txt(record.id);
}
