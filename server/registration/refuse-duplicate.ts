import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Duplicate } from './contract.ts';
import { findLikeLetters, type LetterInHand } from './find-like-letters.ts';

/** @throws AppError `possible_duplicate`, naming the letter and what is alike */
export async function refuseDuplicate(tx: Tx, letter: LetterInHand): Promise<void> {
  const [first] = await findLikeLetters(tx, letter);
  if (first) throw new AppError('possible_duplicate', { detail: describe(first) });
}

function describe({ agendaNumber, agendaYear, reason, likeness }: Duplicate): string {
  const alike = {
    same_number: 'asal dan nomornya sama',
    same_file: 'berkasnya sama',
    near_same_text: `isinya ${String(Math.round(likeness * 100))}% mirip`,
  }[reason];
  const where =
    agendaNumber === null ? 'di unit ini' : `dengan nomor agenda ${String(agendaNumber)} Tahun ${String(agendaYear)}`;
  return `Surat ini mungkin sudah terdaftar ${where}: ${alike}. Bandingkan, lalu nyatakan bukan duplikat bila berbeda.`;
}
