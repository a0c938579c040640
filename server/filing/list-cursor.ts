import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Sort values of the last row, opaque to the client; for lists that are not in the order of time. */
export function writeListCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws AppError `invalid_input` */
export function readListCursor<S extends z.ZodType>(text: string | undefined, schema: S): z.output<S> | undefined {
  if (text === undefined || text === '') return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError('invalid_input', {
    fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal. Muat ulang daftar.' }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
