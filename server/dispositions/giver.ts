import type { Tx } from '../db.ts';
import type { AppointmentKind, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { refuseReading } from '../letters/access.ts';
import { findHolder, findPosition } from '../organisation/directory.ts';
import { findPersonName } from './command-queries.ts';
import type { Tree } from './load-tree.ts';
import type { ItemRow } from './tree-queries.ts';

export interface GivingDesk {
  positionId: string;
  /** The acting desk is its secretary and records what the official wrote. */
  onInstruction: boolean;
  /** What it passes on; null at the root. */
  parent: ItemRow | null;
}

/**
 * The desk a disposition comes from: at the root an addressed desk, below it the recipient of the item; or the official
 * of whom the acting desk is secretary. Asks who may, not whether the state allows it.
 */
export function resolveGiver(tree: Tree, parentItemId: string | null): GivingDesk {
  const { reader, addressees, items } = tree;
  const own = (positionId: string) => positionId === reader.positionId;
  const served = (positionId: string) => reader.desks.includes(positionId);
  if (parentItemId === null) {
    const desks = addressees.filter(({ role }) => role === 'to').map(({ positionId }) => positionId);
    const positionId = desks.find(own) ?? desks.find(served);
    if (positionId === undefined)
      refuse(tree, 'Surat ini tidak dialamatkan ke jabatan Anda, jadi Anda tidak dapat mendisposisikannya.');
    return { positionId, onInstruction: !own(positionId), parent: null };
  }
  const parent = items.find(({ id }) => id === parentItemId);
  if (!parent || parent.receivedAt === null) refuse(tree, 'Disposisi yang hendak diteruskan tidak ada pada Anda.');
  if (!served(parent.positionId)) refuse(tree, 'Hanya penerima disposisi ini yang dapat meneruskannya.');
  return { positionId: parent.positionId, onInstruction: !own(parent.positionId), parent };
}

function refuse(tree: Tree, detail: string): never {
  if (!tree.canRead) refuseReading(tree.row);
  throw new AppError('forbidden', { detail });
}

export interface Signature {
  giverPersonId: string;
  giverName: string;
  /** With Plt. or Plh. before it. */
  giverTitle: string;
  giverAppointmentKind: AppointmentKind;
}

/** Who gives, frozen as of now. @throws AppError `circuit_vacant` when the official's desk has no holder to instruct */
export async function signGiver(tx: Tx, actor: DeskActor, giver: GivingDesk, date: string): Promise<Signature> {
  const { agencyId } = actor;
  if (!giver.onInstruction) {
    const { giverName, giverTitle } = await signAuthor(tx, actor);
    return { giverPersonId: actor.personId, giverName, giverTitle, giverAppointmentKind: actor.appointmentKind };
  }
  const holder = await findHolder(tx, { agencyId, positionId: giver.positionId, date });
  if (!holder)
    throw new AppError('circuit_vacant', {
      detail: 'Jabatan pemberi disposisi sedang kosong, jadi tidak ada yang memberi perintah.',
    });
  const title = await titleOf(tx, agencyId, giver.positionId);
  return {
    giverPersonId: holder.personId,
    giverName: holder.name,
    giverTitle: withPrefix(title, holder.kind),
    giverAppointmentKind: holder.kind,
  };
}

/** Name and office of who acts now. */
export async function signAuthor(tx: Tx, actor: DeskActor): Promise<{ giverName: string; giverTitle: string }> {
  return {
    giverName: await findPersonName(tx, actor.agencyId, actor.personId),
    giverTitle: withPrefix(await titleOf(tx, actor.agencyId, actor.positionId), actor.appointmentKind),
  };
}

async function titleOf(tx: Tx, agencyId: string, positionId: string): Promise<string> {
  return (await findPosition(tx, agencyId, positionId))?.title ?? '';
}

const PREFIXES: Record<AppointmentKind, string> = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' };
const withPrefix = (title: string, kind: AppointmentKind) => `${PREFIXES[kind]}${title}`;
