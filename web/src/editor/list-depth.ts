import type { EditorState } from '@tiptap/pm/state';

const listNames = new Set(['orderedList', 'bulletList']);

/** How many lists are around the cursor; 0 outside lists. */
export function listDepthOf(state: EditorState): number {
  const { $from } = state.selection;
  let depth = 0;
  for (let level = $from.depth; level > 0; level -= 1) if (listNames.has($from.node(level).type.name)) depth += 1;
  return depth;
}
