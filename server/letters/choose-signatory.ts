import type { LetterType } from './contract.ts';

/** A head of a unit: the drafter itself or one above it. */
export interface UnitHead {
  positionId: string;
  unitId: string;
  /** The OPD its unit belongs to; the unit itself for the head of one, and above all of them. */
  opdId: string;
}

/**
 * Who signs a new letter, among the heads from the drafter upward, nearest first: the head that the letter to be answered
 * is addressed to, else the head of the drafter's OPD (who signs its own letters), else the nearest. What leaves the OPD
 * is signed by nobody below its head; a nota dinas also by the head of a part of it.
 */
export function chooseSignatory(
  heads: readonly UnitHead[],
  letter: { type: LetterType; addressedTo: readonly string[]; opdId: string },
): string | null {
  const maySign = (head: UnitHead) => letter.type === 'nota_dinas' || head.unitId === head.opdId;
  const addressed = heads.find((head) => letter.addressedTo.includes(head.positionId) && maySign(head));
  const ofOpd = heads.find(({ unitId }) => unitId === letter.opdId);
  return (addressed ?? ofOpd ?? heads[0])?.positionId ?? null;
}
