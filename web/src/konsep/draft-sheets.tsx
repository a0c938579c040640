import { useState } from 'react';
import { Button, Sheet } from '../kit/index.ts';
import { CircuitPanel } from './circuit-panel.tsx';
import { CommentSheet } from './comment-sheet.tsx';
import { ConflictSheet } from './conflict-sheet.tsx';
import { Comments, Findings } from './side-area.tsx';
import { SubmitSheet } from './submit-sheet.tsx';
import type { Workspace } from './use-workspace.ts';
import { WithdrawSheet } from './withdraw-sheet.tsx';

/** Everything that opens over the draft. */
export function DraftSheets({
  work,
  isConflictOpen,
  onCloseConflict,
}: {
  work: Workspace;
  isConflictOpen: boolean;
  onCloseConflict: () => void;
}) {
  const { sheet, setSheet, letter, submission, comments } = work;
  const close = () => setSheet(null);
  return (
    <>
      <Sheet open={sheet === 'circuit'} onClose={close} title="Alur paraf" footer={<DoneButton onPress={close} />}>
        <CircuitPanel work={work} />
      </Sheet>
      <Sheet open={sheet === 'findings'} onClose={close} title="Pemeriksa tata naskah">
        <Findings work={work} bare />
      </Sheet>
      <Sheet open={sheet === 'comments'} onClose={close} title="Catatan">
        <Comments work={work} />
      </Sheet>
      <SubmitSheet
        letter={letter}
        isOpen={sheet === 'submit'}
        isPending={submission.isPending}
        openComments={work.openThreads.length}
        onClose={close}
        onSubmit={(input) => {
          submission.submit(input);
          close();
        }}
      />
      <WithdrawSheet
        isOpen={sheet === 'withdraw'}
        isPending={submission.isPending}
        error={submission.errorOf('reason')}
        onClose={close}
        onWithdraw={submission.withdraw}
      />
      <CommentSheet
        key={comments.anchor === null ? 'closed' : 'open'}
        anchor={comments.anchor}
        isPending={comments.isPending}
        onClose={comments.cancel}
        onSend={comments.add}
      />
      <Conflict work={work} isOpen={isConflictOpen} onClose={onCloseConflict} />
    </>
  );
}

function DoneButton({ onPress }: { onPress: () => void }) {
  return (
    <Button variant="primary" onClick={onPress}>
      Selesai
    </Button>
  );
}

function Conflict({ work, isOpen, onClose }: { work: Workspace; isOpen: boolean; onClose: () => void }) {
  const { saver, saving, content } = work.editing;
  const [isPending, setPending] = useState(false);

  const keepMine = async () => {
    setPending(true);
    await saver.overwrite(saver.content());
    setPending(false);
  };

  const takeTheirs = () => {
    saver.accept();
    work.editor.current?.setBody(saver.content().body);
  };

  return (
    <ConflictSheet
      mine={content}
      theirs={saving.conflict?.content ?? null}
      isOpen={isOpen}
      isPending={isPending}
      onClose={onClose}
      onKeepMine={() => void keepMine()}
      onTakeTheirs={takeTheirs}
    />
  );
}
