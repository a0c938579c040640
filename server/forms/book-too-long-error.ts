/**
 * Rows that one printed book takes: 5,000 lay out in some 5 s and hold 0.9 GB meanwhile (about 170 MB for 1,000).
 * The spreadsheet and the CSV have no limit.
 */
export const MOST_BOOK_ROWS = 5_000;

/** The book must be printed in parts; the message is for people. */
export class BookTooLongError extends Error {
  readonly rowCount: number;

  constructor(rowCount: number) {
    const [rows, most] = [rowCount, MOST_BOOK_ROWS].map((count) => count.toLocaleString('id'));
    super(
      `Buku agenda ini memuat ${String(rows)} baris, sedangkan satu cetakan paling banyak ${String(most)} baris. ` +
        'Pilih masa yang lebih pendek, atau unduh sebagai Excel.',
    );
    this.name = 'BookTooLongError';
    this.rowCount = rowCount;
  }
}
