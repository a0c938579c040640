export interface Readings {
  /** What all readings share on either side. */
  before: string;
  after: string;
  /** The whole word that differs, one per reading, the first reading first. */
  choices: string[];
  /** The whole values in the same order. */
  values: string[];
}

/** Alt+1 to Alt+4 */
const mostChoices = 4;
const wordSign = /[\p{L}\p{N}]/u;

function sharedLength(readings: readonly string[], signAt: (reading: string, index: number) => string): number {
  const most = Math.min(...readings.map((reading) => reading.length));
  const [first = ''] = readings;
  let length = 0;
  while (length < most && readings.every((reading) => signAt(reading, length) === signAt(first, length))) length += 1;
  return length;
}

const fromStart = (reading: string, index: number) => reading.charAt(index);
const fromEnd = (reading: string, index: number) => reading.charAt(reading.length - 1 - index);

/**
 * Where several readings of one text differ, as whole words: "600.1.10/1873/B" and "600.1.10/1878/B" differ in "1873"
 * and "1878", not in "3" and "8". Undefined when there is nothing to choose between.
 */
export function splitReadings(value: string, alternatives: readonly string[]): Readings | undefined {
  const values = [...new Set([value, ...alternatives])].slice(0, mostChoices);
  if (values.length < 2) return undefined;
  let start = sharedLength(values, fromStart);
  while (start > 0 && wordSign.test(value.charAt(start - 1))) start -= 1;
  const rest = values.map((reading) => reading.slice(start));
  let end = sharedLength(rest, fromEnd);
  while (end > 0 && wordSign.test(value.charAt(value.length - end))) end -= 1;
  return {
    before: value.slice(0, start),
    after: value.slice(value.length - end),
    choices: values.map((reading) => reading.slice(start, reading.length - end)),
    values,
  };
}
