import type { OcrImage, OcrResult } from './ocr-engine.ts';
import type { ReadWord } from './reading.ts';

const WORD_LEVEL = '5';

/**
 * Reads tesseract's table of words (level, page, block, paragraph, line, word, left, top, width, height, confidence in
 * percent, text), which both engines write alike.
 */
export function readTsv(tsv: string, image: Pick<OcrImage, 'widthPx' | 'heightPx'>): OcrResult {
  const words: ReadWord[] = [];
  const lines = new Map<string, string[]>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const text = cells[11]?.trim() ?? '';
    if (cells[0] !== WORD_LEVEL || text === '') continue;
    words.push({ text, ...boxOf(cells, image), confidence: Math.min(1, Math.max(0, Number(cells[10]) / 100)) });
    const line = cells.slice(1, 5).join('/');
    lines.set(line, [...(lines.get(line) ?? []), text]);
  }
  return { words, text: [...lines.values()].map((line) => `${line.join(' ')}\n`).join('') };
}

function boxOf(cells: readonly string[], { widthPx, heightPx }: Pick<OcrImage, 'widthPx' | 'heightPx'>) {
  const [left = 0, top = 0, width = 0, height = 0] = cells.slice(6, 10).map(Number);
  return { x: left / widthPx, y: top / heightPx, width: width / widthPx, height: height / heightPx };
}
