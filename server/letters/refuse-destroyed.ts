import { AppError } from '../errors.ts';

/** @throws AppError `content_destroyed` for what is left of a destroyed record: the metadata may be read, the content is gone */
export function refuseDestroyed(row: { destroyedAt: string | null; minutesNumber: string | null }): void {
  if (row.destroyedAt === null) return;
  const minutes = row.minutesNumber === null ? '' : ` sesuai berita acara nomor ${row.minutesNumber}`;
  throw new AppError('content_destroyed', {
    detail: `Isi surat ini telah dimusnahkan${minutes}. Yang tersisa hanya metadata dan nilai hash-nya.`,
  });
}
