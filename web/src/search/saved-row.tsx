import { IconBellFilled, IconBookmark, IconPlus, IconSettings } from '@tabler/icons-react';
import type { SavedSearch } from '../../../server/search/saved-contract.ts';
import { Badge, IconButton } from '../kit/index.ts';
import css from './saved-row.module.css';

export function freshWords({ fresh }: SavedSearch): string | undefined {
  return fresh.count === 0 ? undefined : `${fresh.count}${fresh.isCapped ? '+' : ''} baru`;
}

interface SavedRowProps {
  saved: readonly SavedSearch[];
  chosenId: string | undefined;
  /** Whether there is anything to keep. */
  canSave: boolean;
  onOpen: (saved: SavedSearch) => void;
  onSave: () => void;
  onManage: () => void;
}

/** The searches that are kept, each with how much is new; below the box on wide screens. */
export function SavedRow({ saved, chosenId, canSave, onOpen, onSave, onManage }: SavedRowProps) {
  if (saved.length === 0 && !canSave) return null;
  return (
    <div className={css['row']} role="group" aria-label="Pencarian tersimpan">
      <span className={css['title']}>Pencarian tersimpan</span>
      {saved.map((each) => {
        const fresh = freshWords(each);
        return (
          <button
            key={each.id}
            type="button"
            className={css['chip']}
            aria-pressed={each.id === chosenId}
            onClick={() => onOpen(each)}
          >
            <IconBookmark size={16} stroke={1.8} aria-hidden="true" />
            <span className={css['name']}>{each.name}</span>
            {each.hasAlert ? <IconBellFilled size={14} aria-label="dengan pemberitahuan" /> : null}
            {fresh === undefined ? null : <Badge tone="disposisi">{fresh}</Badge>}
          </button>
        );
      })}
      {canSave ? (
        <button type="button" className={css['add']} onClick={onSave}>
          <IconPlus size={16} stroke={2} aria-hidden="true" />
          Simpan pencarian ini
        </button>
      ) : null}
      {saved.length === 0 ? null : (
        <IconButton
          label="Atur pencarian tersimpan"
          icon={<IconSettings size={18} stroke={1.8} />}
          onClick={onManage}
        />
      )}
    </div>
  );
}
