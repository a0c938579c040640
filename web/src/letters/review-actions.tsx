import { IconAlertTriangle, IconPencil, IconWritingSign } from '@tabler/icons-react';
import type { initialLetterEndpoint, Letter } from '../../../server/letters/contract.ts';
import { isProblem, type ApiProblem, type Command } from '../api/index.ts';
import { ActionBar, ActionRow, Button, ButtonLink, ErrorNote, Notice } from '../kit/index.ts';
import css from './review.module.css';

interface ReviewActionsProps {
  letter: Letter;
  /** Own open comments. */
  noteCount: number;
  initial: Command<typeof initialLetterEndpoint>;
  /** The content changed while it was being read. */
  hasChanged: boolean;
  onInitial: () => void;
  onReturn: () => void;
  onLook: () => void;
}

function ChangedNotice({ onLook }: { onLook: () => void }) {
  return (
    <div role="alert">
      <Notice tone="menunggu" icon={<IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />}>
        <p className={css['changedText']}>Konsep berubah sejak Anda membukanya. Lihat dahulu sebelum memaraf.</p>
        <Button size="small" variant="outline" onClick={onLook}>
          Lihat perubahan
        </Button>
      </Notice>
    </div>
  );
}

function NotWaiting({ letterId }: { letterId: string }) {
  return (
    <div className={css['done']}>
      <p>Surat ini tidak sedang menunggu paraf Anda.</p>
      <ButtonLink to="/surat/$id" params={{ id: letterId }} search={{ tab: 'perjalanan' }} variant="outline" full>
        Lihat perjalanan surat
      </ButtonLink>
    </div>
  );
}

function CorrectLink({ letterId }: { letterId: string }) {
  return (
    <div className="only-desktop">
      <ButtonLink
        to="/konsep/$id"
        params={{ id: letterId }}
        variant="quiet"
        full
        icon={<IconPencil size={18} stroke={1.8} aria-hidden="true" />}
      >
        Perbaiki teks
      </ButtonLink>
    </div>
  );
}

interface ObstacleProps {
  hasChanged: boolean;
  problem: ApiProblem | null;
  onLook: () => void;
}

/** Why the initial cannot be given just now. */
function Obstacle({ hasChanged, problem, onLook }: ObstacleProps) {
  if (hasChanged) return <ChangedNotice onLook={onLook} />;
  return problem === null ? null : <ErrorNote problem={problem} />;
}

function returnLabel(noteCount: number): string {
  return noteCount === 0 ? 'Kembalikan' : `Kembalikan dengan ${noteCount} catatan`;
}

/** Paraf and return, for the desk whose turn it is. */
export function ReviewActions(props: ReviewActionsProps) {
  const { letter, noteCount, initial, hasChanged } = props;
  const may = (action: Letter['actions'][number]) => letter.actions.includes(action);
  if (!may('initial')) return <NotWaiting letterId={letter.id} />;
  const isConflict = isProblem(initial.problem, 'stale_version', 'wrong_state');
  return (
    <ActionBar>
      <Obstacle hasChanged={hasChanged || isConflict} problem={initial.problem} onLook={props.onLook} />
      <div className={css['buttons']}>
        <ActionRow>
          {may('return') ? (
            <Button variant="outline" hint="R" aria-keyshortcuts="r" onClick={props.onReturn}>
              <span className="only-desktop">{returnLabel(noteCount)}</span>
              <span className="only-phone">Kembalikan{noteCount === 0 ? '' : ` (${noteCount})`}</span>
            </Button>
          ) : null}
          <Button
            variant="primary"
            hint="P"
            aria-keyshortcuts="p"
            icon={<IconWritingSign size={20} stroke={1.8} aria-hidden="true" />}
            pending={initial.pending}
            disabled={hasChanged || isConflict}
            onClick={props.onInitial}
          >
            Paraf
          </Button>
        </ActionRow>
      </div>
      {noteCount === 0 ? null : (
        <p className={css['footNote']}>
          Jika Anda memaraf, {noteCount} catatan tetap terkirim sebagai pesan kepada konseptor.
        </p>
      )}
      {may('correct') ? <CorrectLink letterId={letter.id} /> : null}
    </ActionBar>
  );
}
