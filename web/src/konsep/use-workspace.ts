import { useMemo, useRef, useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { useSession } from '../accounts/session.ts';
import { useOperation } from '../api/index.ts';
import type { LetterEditorHandle } from '../editor/letter-editor.tsx';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { applyAllFixes, applyFix } from './apply-fix.ts';
import type { StyleFinding } from './check-style.ts';
import { isOpen, threadsOf, type Thread } from './comment-threads.ts';
import type { FieldProps } from './field-props.ts';
import { getLetter } from '../letters/letter-operations.ts';
import { useComments } from './use-comments.ts';
import { useDraft, type DraftStart } from './use-draft.ts';
import { pinsOf, useFindings } from './use-findings.ts';
import { usePreview } from './use-preview.ts';
import { useSignatory } from './use-signatory.ts';
import { useSubmission } from './use-submission.ts';

export type WorkTab = 'isi' | 'pratinjau' | 'alur';
export type SideTab = 'pratinjau' | 'catatan';
export type OpenSheet = 'circuit' | 'findings' | 'comments' | 'submit' | 'withdraw' | null;

const wideQuery = '(min-width: 1180px)';

/** Everything the draft screen knows and can do; the components only draw it. */
export function useWorkspace(start: DraftStart) {
  const session = useSession();
  const editing = useDraft(start, session.person.id);
  const letter = useLiveLetter(start.letter);
  const isPhone = useMedia(phoneQuery);
  const isWide = useMedia(wideQuery);
  const editor = useRef<LetterEditorHandle>(null);
  const view = useView(letter);

  const threads = useMemo(() => threadsOf(letter.comments), [letter.comments]);
  const findings = useFindings(editing.content);
  const pins = useMemo(() => pinsOf(findings, threads), [findings, threads]);
  const comments = useComments(letter.id);
  const submission = useSubmission(letter, editing);
  const signatory = useSignatory(editing);
  const isPreviewShown = isWide ? view.sideTab === 'pratinjau' : view.tab === 'pratinjau';
  const preview = usePreview(letter, editing.content, isPreviewShown);

  const isCorrection = !letter.actions.includes('save');
  const fields: FieldProps = {
    content: editing.content,
    change: editing.change,
    errorOf: submission.errorOf,
    isCorrection,
  };

  const show = (block: number, quote: string, offset?: number) => {
    view.setTab('isi');
    view.setSheet(null);
    // The editor is hidden until the tab is drawn.
    requestAnimationFrame(() => editor.current?.showWords(block, quote, offset));
  };

  const mendable = () =>
    editor.current && { editor: editor.current, content: editing.saver.content(), change: editing.change };

  return {
    letter,
    editing,
    editor,
    isPhone,
    isWide,
    isCorrection,
    ...view,
    fields,
    findings,
    threads,
    openThreads: threads.filter(isOpen),
    pins,
    comments,
    submission,
    signatory,
    preview,
    showFinding: (finding: StyleFinding) => {
      if (finding.at !== null) show(finding.at.block, finding.at.quote, finding.at.offset);
    },
    showThread: ({ root }: Thread) => {
      if (root.anchor !== null) show(root.anchor.block, root.anchor.quote);
    },
    fix: (finding: StyleFinding) => {
      const target = mendable();
      if (target) applyFix(finding, target);
    },
    fixAll: () => {
      const target = mendable();
      if (target) applyAllFixes(findings, target);
    },
  };
}

export type Workspace = ReturnType<typeof useWorkspace>;

/** Comments, annexes and steps follow the server; the words on the screen do not. */
function useLiveLetter(first: Letter): Letter {
  const { data } = useOperation(getLetter, { params: { letterId: first.id } });
  return data ?? first;
}

function useView(letter: Letter) {
  const [tab, setTab] = useState<WorkTab>('isi');
  const [sideTab, setSideTab] = useState<SideTab>(letter.isReturned ? 'catatan' : 'pratinjau');
  const [sheet, setSheet] = useState<OpenSheet>(null);
  return { tab, setTab, sideTab, setSideTab, sheet, setSheet };
}
