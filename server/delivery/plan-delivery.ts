import type { Register } from '../numbering/find-register.ts';
import type { RecipientRow } from './queries.ts';

/** One incoming letter to be made: the desks that share a receiving register. */
export interface IncomingPlan {
  /** Null: the letter goes to its desks without agenda number. */
  registerId: string | null;
  /** Unit that keeps the register. */
  unitId: string;
  recipients: RecipientRow[];
}

export interface DeliveryFacts {
  type: 'surat_dinas' | 'nota_dinas';
  /** Agenda book of the sender's own unit. */
  senderRegisterId: string | undefined;
  /** Agenda book by the unit of a receiving desk. */
  registers: ReadonlyMap<string, Register | undefined>;
}

/**
 * Groups internal recipients by receiving register, in the order of register ids (the order in which books are locked).
 * A nota dinas inside one register's unit is not entered in the agenda.
 */
export function planDelivery(facts: DeliveryFacts, recipients: readonly RecipientRow[]): IncomingPlan[] {
  const plans = new Map<string, IncomingPlan>();
  for (const recipient of recipients) {
    if (recipient.kind !== 'internal' || recipient.unitId === null) continue;
    const { registerId, unitId } = placeOf(facts, recipient.unitId, recipient.opdId);
    const key = `${registerId ?? ''}:${unitId}`;
    const plan = plans.get(key) ?? { registerId, unitId, recipients: [] };
    plan.recipients.push(recipient);
    plans.set(key, plan);
  }
  return [...plans.values()].sort((one, other) => compare(one.registerId ?? '', other.registerId ?? ''));
}

function placeOf(
  facts: DeliveryFacts,
  unitId: string,
  opdId: string | null,
): { registerId: string | null; unitId: string } {
  const register = facts.registers.get(unitId);
  if (!register) return { registerId: null, unitId: opdId ?? unitId };
  const staysInside = facts.type === 'nota_dinas' && register.id === facts.senderRegisterId;
  return { registerId: staysInside ? null : register.id, unitId: register.unitId };
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
