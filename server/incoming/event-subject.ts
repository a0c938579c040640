/** Under which id the chain keeps the events of an incoming letter: the letter of ours that it carries, else its own. */
export function eventSubject(incoming: { id: string; letterId: string | null }): string {
  return incoming.letterId ?? incoming.id;
}
