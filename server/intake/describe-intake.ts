import type { Intake, IntakeListItem } from './contract.ts';
import type { FileRow, IntakeRow } from './queries.ts';

/** The row as lists show it. */
export function describeItem(row: IntakeRow): IntakeListItem {
  const { id, source, state, title, mailFrom, receivedAt, fileCount, pageCount, sizeBytes } = row;
  const { sender, subject, readFailure, problems, hasDraft } = row;
  const counts = { fileCount, pageCount, sizeBytes };
  return {
    id,
    source,
    state,
    title,
    mailFrom,
    receivedAt,
    ...counts,
    sender,
    subject,
    readFailure,
    problems,
    hasDraft,
  };
}

export function describeIntake(
  { proposals, ...row }: IntakeRow,
  files: readonly FileRow[],
  pages: Intake['pages'],
): Intake {
  return {
    ...row,
    proposals: proposals ?? {},
    files: files.map(({ sha256: _hash, ...file }) => file),
    pages,
  };
}
