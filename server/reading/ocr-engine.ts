import type { ReadWord } from './reading.ts';

/** A recogniser, described so that the reading process can start it. */
export type OcrEngine =
  | { readonly kind: 'program'; readonly name: string; readonly program: string; readonly arguments: readonly string[] }
  | { readonly kind: 'package'; readonly name: string; readonly languages: readonly string[] }
  | { readonly kind: 'none'; readonly name: string };

/** A grey picture of a page, one byte a pixel. */
export interface OcrImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: Uint8Array;
}

export interface OcrResult {
  /** Lines end in "\n". */
  readonly text: string;
  readonly words: readonly ReadWord[];
}

export interface Recogniser {
  /** Rejects when the engine dies, and with ReadingError `timeout` when the page takes too long. */
  recognise(image: OcrImage): Promise<OcrResult>;
  close(): void;
}

/** Binary PGM, which both engines read without decompressing anything. */
export function toPgm({ widthPx, heightPx, grey }: OcrImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), grey]);
}
