const WORDS_PER_SHINGLE = 3;
/** Number of values in a signature. */
const SIGNATURE_LENGTH = 64;
const ROWS_PER_BAND = 4;

/**
 * MinHash signature of the words of a text: 64 signed 32-bit integers, the same for the same words whatever their case,
 * accents and punctuation. A text without words has an empty signature.
 */
export function signText(text: string): number[] {
  const hashes = [...new Set(shingles(text))].map(hashText);
  if (hashes.length === 0) return [];
  return Array.from({ length: SIGNATURE_LENGTH }, (_, index) => smallest(hashes, mix(index + 1)));
}

/**
 * Keys to look up near-same texts by: 16 short strings, one for each band of four values. Texts that share at least one
 * key are candidates: nearly certain above a similarity of 0.7, unlikely below 0.3.
 */
export function bandKeys(signature: readonly number[]): string[] {
  const bands = Math.floor(signature.length / ROWS_PER_BAND);
  return Array.from({ length: bands }, (_, band) => {
    const rows = signature.slice(band * ROWS_PER_BAND, (band + 1) * ROWS_PER_BAND);
    return `${band.toString(16)}${hashText(rows.join(' ')).toString(36)}`;
  });
}

/** Share of three-word runs that two signed texts have in common, estimated to within about 0.06; 0 for empty texts. */
export function estimateSimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  return a.filter((value, index) => value === b[index]).length / a.length;
}

function shingles(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const count = Math.max(1, words.length - WORDS_PER_SHINGLE + 1);
  return Array.from({ length: count }, (_, start) => words.slice(start, start + WORDS_PER_SHINGLE).join(' '));
}

function smallest(hashes: readonly number[], seed: number): number {
  let least = 0xffffffff;
  for (const hash of hashes) least = Math.min(least, mix(hash ^ seed));
  return least | 0;
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** The finaliser of MurmurHash3: a one-to-one scrambling of 32 bits. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
