/** Above this many comparisons the middle of two sequences counts as replaced, so that a diff stays within milliseconds. */
const MAX_COMPARISONS = 6_000_000;

/** Index pairs of a longest common subsequence of `before` and `after`, in order. */
export function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (start < beforeEnd && start < afterEnd && before[start] === after[start]) {
    pairs.push([start, start]);
    start += 1;
  }
  const tail: [number, number][] = [];
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
    tail.unshift([beforeEnd, afterEnd]);
  }
  const middle = middlePairs(before.slice(start, beforeEnd), after.slice(start, afterEnd));
  for (const [left, right] of middle) pairs.push([left + start, right + start]);
  return [...pairs, ...tail];
}

function middlePairs(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > MAX_COMPARISONS) return [];
  return pairsByScore(before.length, after.length, (left, right) => (before[left] === after[right] ? 1 : 0));
}

/** The order-keeping pairs with the highest sum of scores; a pair with score 0 is never made. */
export function pairsByScore(
  leftLength: number,
  rightLength: number,
  score: (left: number, right: number) => number,
): [number, number][] {
  const width = rightLength + 1;
  const best = new Float32Array((leftLength + 1) * width);
  const at = (left: number, right: number): number => best[left * width + right] ?? 0;
  for (let left = leftLength - 1; left >= 0; left -= 1) {
    for (let right = rightLength - 1; right >= 0; right -= 1) {
      const paired = score(left, right);
      const take = paired > 0 ? paired + at(left + 1, right + 1) : 0;
      best[left * width + right] = Math.max(take, at(left + 1, right), at(left, right + 1));
    }
  }
  const pairs: [number, number][] = [];
  let left = 0;
  let right = 0;
  while (left < leftLength && right < rightLength) {
    if (at(left, right) === at(left + 1, right)) left += 1;
    else if (at(left, right) === at(left, right + 1)) right += 1;
    else pairs.push([left++, right++]);
  }
  return pairs;
}
