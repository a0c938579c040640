/** A word in the form in which misread letters meet: lower case, with 0 as o, and 1, i and | as l, and rn as m. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll(/[1i|!]/gu, 'l')
    .replaceAll('rn', 'm')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Folded words that differ by at most one letter in five. */
export function isNearWord(read: string, expected: string): boolean {
  const [a, b] = [foldWord(read), foldWord(expected)];
  const allowed = Math.floor(b.length / 5);
  return a === b || (allowed > 0 && Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed);
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
