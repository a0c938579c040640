import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Where the next page begins: after an entry by date, or at a place among the ranked. */
const Cursor = z.union([
  z.object({ afterDate: z.iso.date(), afterId: z.uuid() }),
  z.object({ offset: z.int().min(1).max(2000) }),
]);
export type SearchCursor = z.output<typeof Cursor>;

export function writeSearchCursor(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

export function readSearchCursor(text: string | undefined): SearchCursor | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid_input', {
      fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal. Ulangi pencarian.' }],
    });
  }
}
