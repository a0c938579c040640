import type { LetterEditorHandle } from '../editor/letter-editor.tsx';
import type { StyleFinding } from './check-style.ts';
import type { DraftContent } from './draft-content.ts';

interface Mendable {
  editor: LetterEditorHandle;
  content: DraftContent;
  change: (fields: Partial<DraftContent>) => void;
}

/** Does what the button of a finding says; in the body as an undoable step. */
export function applyFix(finding: StyleFinding, { editor, content, change }: Mendable): void {
  const { at, fix } = finding;
  if (fix.change.kind === 'add_closing') editor.appendParagraph(fix.change.text);
  else if (fix.change.kind === 'copy_governor') change({ cc: withGovernor(content) });
  else if (at !== null && fix.change.kind === 'italic') editor.mend(at, { mark: 'italic' });
  else if (at !== null && fix.change.kind === 'replace') editor.mend(at, { text: fix.change.text });
}

function withGovernor({ cc, onBehalfOf }: DraftContent): DraftContent['cc'] {
  if (onBehalfOf === null) return cc;
  const { positionId, title, unitName } = onBehalfOf;
  return [{ input: { kind: 'internal', positionId }, name: title, note: unitName }, ...cc];
}

/** From the end of the body to its start, so that no fix moves the place of the next. */
export function applyAllFixes(findings: readonly StyleFinding[], mendable: Mendable): void {
  for (const finding of [...findings].reverse()) applyFix(finding, mendable);
}
