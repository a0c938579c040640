import { AppError, type ErrorCode } from '../../server/errors.ts';
import { rowsOf } from './rows.ts';

/** The refusal a verb gives; fails when it succeeds, or refuses for another reason. */
export async function refusalOf(attempt: Promise<unknown>, code: ErrorCode): Promise<AppError> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof AppError && error.code === code) return error;
    throw error;
  }
  throw new Error(`expected the refusal ${code}, but it succeeded`);
}

/** Row counts of everything a command may write, apart from events; equal before and after means nothing was written. */
export async function countRows(adminUrl: string): Promise<Record<string, number>> {
  const tables = [
    'letter',
    'letter_version',
    'register_entry',
    'signing_attempt',
    'signing_secret',
    'outbox',
    'idempotency',
  ];
  const counts: Record<string, number> = {};
  for (const table of [...tables, 'verification_token', 'incoming_letter', 'mail_message', 'notification', 'blob']) {
    const [row] = await rowsOf<{ count: number }>(adminUrl, `select count(*)::int as count from ${table}`);
    counts[table] = row?.count ?? 0;
  }
  return counts;
}
