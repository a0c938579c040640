/** The screen where the reader does what the notice asks; anything else opens the letter. */
export function noticePath(kind: string, letterId: string, incomingId: string | null): string {
  if (kind === 'letter.to_initial') return `/paraf/${letterId}`;
  if (kind === 'letter.to_sign' || kind === 'signing_failed') return `/ttd/${letterId}`;
  if (kind === 'letter.returned') return `/konsep/${letterId}`;
  if (kind === 'incoming' && incomingId !== null) return `/masuk/${incomingId}`;
  return `/surat/${letterId}`;
}
