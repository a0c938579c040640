/**
 * `unprintable`: a character without glyph. `template`: a fault of ours or of a changed template.
 * `interrupted`: the worker was stopped, died or took too long. `busy`: too much waits already.
 */
export type TypesetErrorCode = 'unprintable' | 'template' | 'interrupted' | 'busy';

/** Why a letter could not be typeset; the message is for people. */
export class TypesetError extends Error {
  readonly code: TypesetErrorCode;
  /** The texts that the fonts cannot show; empty for other codes. */
  readonly characters: readonly string[];

  constructor(code: TypesetErrorCode, message: string, characters: readonly string[] = []) {
    super(message);
    this.name = 'TypesetError';
    this.code = code;
    this.characters = characters;
  }

  /** True when the same letter may well succeed later. */
  get isPassing(): boolean {
    return this.code === 'interrupted' || this.code === 'busy';
  }
}

const MISSING_GLYPH = /the text `\\?"(.+?)\\?"` could not be displayed/gu;

/** Reads the diagnostics of the Typst compiler, which arrive as text. */
export function toTypesetError(diagnostics: string): TypesetError {
  const characters = [...new Set(Array.from(diagnostics.matchAll(MISSING_GLYPH), (match) => match[1] ?? ''))];
  if (characters.length === 0) return new TypesetError('template', `Templat naskah gagal disusun: ${diagnostics}`);
  const list = characters.map((character) => `“${character}”`).join(', ');
  return new TypesetError(
    'unprintable',
    `Karakter ${list} tidak dapat dicetak. Ganti atau hapus karakter itu.`,
    characters,
  );
}
