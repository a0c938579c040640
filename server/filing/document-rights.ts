import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { readerOf } from '../letters/reading-right.ts';
import { deleteDocumentGrants, findDocumentGrant, insertDocumentGrants } from './document-queries.ts';

type SecurityClass = 'B' | 'T' | 'R' | 'SR';

const BY_CLASS = 'keeping unit';
const NAMED = 'named reader';
/** The roles of the unit that keeps it: archivist B and T, registry B, nobody R and SR. */
const ROLES = { B: ['archivist', 'registry'], T: ['archivist'], R: [], SR: [] } as const;

interface Granted {
  agencyId: string;
  id: string;
  unitId: string;
  securityClass: SecurityClass;
  readerPositionIds: readonly string[];
  now: Date;
}

/** Lets the keeping unit, as its class allows, and the named positions read a document. */
export async function grantDocument(tx: Tx, document: Granted): Promise<void> {
  const { agencyId, id, unitId, securityClass, readerPositionIds, now } = document;
  const roles = ROLES[securityClass].map((role) => ({ kind: 'unit_role', granteeId: unitId, role, reason: BY_CLASS }));
  const named = readerPositionIds.map((granteeId) => ({ kind: 'position', granteeId, role: '', reason: NAMED }));
  await insertDocumentGrants(tx, { agencyId, documentId: id, now }, [...roles, ...named]);
}

/** The rights of another class or other readers in the place of those that stood. */
export async function regrantDocument(tx: Tx, document: Granted): Promise<void> {
  await deleteDocumentGrants(tx, { agencyId: document.agencyId, documentId: document.id }, [BY_CLASS, NAMED]);
  await grantDocument(tx, document);
}

/** "Who may read" (product.md) for a document made elsewhere; the same rule as for letters. */
export async function canReadDocument(
  tx: Tx,
  actor: DeskActor,
  document: { id: string; securityClass: SecurityClass },
): Promise<boolean> {
  const isOpen = document.securityClass === 'B' || document.securityClass === 'T';
  const grant = await findDocumentGrant(tx, {
    agencyId: actor.agencyId,
    documentId: document.id,
    positionId: actor.positionId,
    personId: document.securityClass === 'B' ? actor.personId : null,
    unitRoles: isOpen ? readerOf(actor).unitRoles : [],
  });
  return grant !== undefined;
}
