/** The screen where the reader does what the notice asks; anything else opens the letter. */
export function noticePath({
  kind,
  letterId,
  incomingId,
  itemId,
  path,
}: {
  kind: string;
  letterId: string | null;
  incomingId: string | null;
  itemId: string | null;
  path: string | null;
}): string {
  if (path !== null) return path;
  if (itemId !== null) return `/disposisi/${itemId}`;
  if (letterId === null) return kind === 'incoming.registered' ? '/agenda/masuk' : `/masuk/${incomingId ?? ''}`;
  if (kind === 'letter.to_initial') return `/paraf/${letterId}`;
  if (kind === 'letter.to_sign' || kind === 'signing_failed') return `/ttd/${letterId}`;
  if (kind === 'letter.returned') return `/konsep/${letterId}`;
  if (kind === 'incoming' && incomingId !== null) return `/masuk/${incomingId}`;
  return `/surat/${letterId}`;
}
