import { z } from 'zod';
import { AppError } from './errors.ts';

const Cursor = z.tuple([z.string().max(64), z.uuid()]);

export interface KeysetCursor {
  /** Sort value of the last row, as Postgres printed it. */
  at: string;
  id: string;
}

/** Opaque to the client: where the next page begins. */
export function writeCursor(cursor: KeysetCursor): string {
  return Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString('base64url');
}

export function readCursor(text: string | undefined): KeysetCursor | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (Number.isNaN(Date.parse(at))) throw new Error('not a date');
    return { at, id };
  } catch {
    throw new AppError('invalid_input', {
      fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal. Muat ulang daftar.' }],
    });
  }
}
