import { tabPanelProps, Tabs } from '../kit/index.ts';
import { CommentList } from './comment-list.tsx';
import { FindingsList } from './findings-list.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import css from './side-area.module.css';
import type { Workspace } from './use-workspace.ts';

/** Right of the paper: the preview with findings, or the comments. */
export function SideArea({ work }: { work: Workspace }) {
  const hasComments = work.threads.length > 0;
  const isComments = work.sideTab === 'catatan' && (hasComments || work.letter.isReturned);
  return (
    <div className={css['side']}>
      {hasComments || work.letter.isReturned ? (
        <div className={css['tabs']}>
          <Tabs
            label="Pratinjau dan catatan"
            value={isComments ? 'catatan' : 'pratinjau'}
            tabs={[
              { value: 'pratinjau', label: 'Pratinjau' },
              { value: 'catatan', label: 'Catatan', count: work.openThreads.length },
            ]}
            onChange={work.setSideTab}
          />
        </div>
      ) : null}
      {isComments ? (
        <div className={css['comments']} {...tabPanelProps('catatan')} tabIndex={0}>
          <Comments work={work} />
        </div>
      ) : (
        <div className={css['panel']} {...(hasComments || work.letter.isReturned ? tabPanelProps('pratinjau') : {})}>
          <Preview work={work} />
          <Findings work={work} />
        </div>
      )}
    </div>
  );
}

export function Preview({ work }: { work: Workspace }) {
  const subject = work.editing.content.subject.trim();
  return (
    <PreviewPanel
      preview={work.preview}
      title={subject === '' ? 'Konsep' : subject}
      annexCount={work.letter.annexes.length}
    />
  );
}

export function Findings({ work, bare }: { work: Workspace; bare?: boolean }) {
  return (
    <FindingsList
      findings={work.findings}
      bare={bare ?? false}
      onShow={work.showFinding}
      onFix={work.fix}
      onFixAll={work.fixAll}
    />
  );
}

export function Comments({ work }: { work: Workspace }) {
  const mayComment = work.letter.actions.includes('comment');
  return (
    <CommentList
      threads={work.threads}
      isPending={work.comments.isPending}
      onShow={work.showThread}
      onReply={mayComment ? work.comments.reply : undefined}
      onResolve={mayComment ? work.comments.resolve : undefined}
    />
  );
}
