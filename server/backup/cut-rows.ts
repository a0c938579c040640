/** Rows of a COPY in text form, in parts that end at rows which say so themselves. */
export interface RowCutter {
  /** Takes the next bytes of the stream; returns the parts that are complete with them. */
  take(bytes: Buffer): CutPart[];
  /** What is left at the end. */
  end(): CutPart[];
}

export interface CutPart {
  content: Buffer;
  rows: number;
}

const LEAST_ROWS = 256;
const CUT_EVERY = 2039;
const MOST_BYTES = 4_000_000;
const LOOKED_AT = 80;
const NEWLINE = 0x0a;

/**
 * Whether a part ends depends on the row alone, never on its place: rows that come or go elsewhere in the table leave the
 * other parts as they were, and the next backup finds them stored already.
 */
export function cutRows(): RowCutter {
  let rest: Buffer = Buffer.alloc(0);
  let part: Buffer[] = [];
  let size = 0;
  let rows = 0;
  const finish = (): CutPart => {
    const made = { content: Buffer.concat(part), rows };
    part = [];
    size = 0;
    rows = 0;
    return made;
  };
  return {
    take(bytes) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const parts: CutPart[] = [];
      let from = 0;
      for (let at = all.indexOf(NEWLINE); at >= 0; at = all.indexOf(NEWLINE, from)) {
        const row = all.subarray(from, at + 1);
        from = at + 1;
        part.push(row);
        size += row.length;
        rows += 1;
        if (size >= MOST_BYTES || (rows >= LEAST_ROWS && saysCut(row))) parts.push(finish());
      }
      rest = Buffer.from(all.subarray(from));
      return parts;
    },
    end() {
      if (rest.length > 0) throw new Error('a COPY stream ended inside a row');
      return rows === 0 ? [] : [finish()];
    },
  };
}

/** FNV-1a over the beginning of the row, where its key stands; stirred once more, because rows in order differ little. */
function saysCut(row: Buffer): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < row.length && index < LOOKED_AT; index += 1)
    hash = Math.imul(hash ^ (row[index] ?? 0), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % CUT_EVERY === 0;
}
