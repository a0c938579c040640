import { z } from 'zod';

const Hex = z.string().regex(/^[0-9a-f]{64}$/u);

export const Manifest = z.object({
  format: z.literal('lontar-cadangan-isi/1'),
  /** When the snapshot was taken: everything committed by then is inside. */
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), chunks: z.array(Hex) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Lines of agency and sha256, in parts. */
  blobs: z.object({ count: z.int(), sizeBytes: z.int(), lists: z.array(Hex) }),
  /** Rows whose bytes were gone or bad when they should be copied. */
  lostBlobs: z.array(z.string()),
  /** Files of the data folder without which nothing can be opened. */
  secrets: z.array(z.object({ path: z.string(), chunk: Hex })),
  audit: z.array(z.object({ agencyId: z.uuid(), seq: z.int(), hash: z.string(), rootSeq: z.int(), root: z.string() })),
  /** What had been destroyed by the rules of retention by then. */
  destroyed: z.array(z.object({ agencyId: z.uuid(), sha256: z.string() })),
});
export type Manifest = z.output<typeof Manifest>;
