/** The screen where the reader does what the notice asks; anything else opens the letter. */
export function noticePath(kind: string, letterId: string, incomingId: string | null): string {
  if (kind === 'to_initial') return `/paraf/${letterId}`;
  if (kind === 'to_sign') return `/ttd/${letterId}`;
  if (kind === 'returned') return `/konsep/${letterId}`;
  if (incomingId !== null) return `/masuk/${incomingId}`;
  return `/surat/${letterId}`;
}
