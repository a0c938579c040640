const PLAIN = new Set(['pemerintah', 'kabupaten', 'kota', 'provinsi', 'daerah', 'pt', 'dinas', 'badan', 'kantor']);

/** Who a letter is from in one line: the office, and its organisation unless the office already names it. */
export function senderLine({ senderTitle, senderUnit }: { senderTitle: string; senderUnit: string }): string {
  if (senderTitle === '' || senderUnit === '') return senderTitle + senderUnit;
  const title = wordsOf(senderTitle);
  const isNamed = wordsOf(senderUnit).every((word) => PLAIN.has(word) || title.includes(word));
  return isNamed ? senderTitle : `${senderTitle}, ${senderUnit}`;
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
