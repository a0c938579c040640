import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Loan } from './loan-contract.ts';
import { findLoan, type LoanRow } from './loan-queries.ts';

export async function describeLoan(tx: Tx, wanted: { agencyId: string; loanId: string; today: string }): Promise<Loan> {
  const row = await findLoan(tx, wanted);
  if (!row) throw new AppError('not_found');
  return loanOf(row, wanted.today);
}

export function loanOf(row: LoanRow, today: string): Loan {
  const { fileId, number, year, title, classificationCode, boxCode, folder, unitId: _unit, ...loan } = row;
  const file = { id: fileId, number, year, title, classificationCode, boxCode, folder };
  return { ...loan, file, isLate: row.returnedAt === null && row.dueDate < today };
}
