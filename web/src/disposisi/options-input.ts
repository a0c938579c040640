/** The question for the choices of a disposition, the same from everywhere, so that its answer is kept once. */
export function optionsInput(incomingId: string, parentItemId: string | null) {
  return { params: { incomingId }, query: parentItemId === null ? {} : { itemId: parentItemId } };
}
