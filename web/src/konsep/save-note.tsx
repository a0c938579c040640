import { IconCloudCheck, IconCloudOff, IconCloudUp, IconDeviceMobile } from '@tabler/icons-react';
import { daysUntil, formatShortDateTime, formatTime } from '../format/dates.ts';
import { Spinner } from '../kit/index.ts';
import type { SaverState } from './draft-saver.ts';
import css from './save-note.module.css';

interface SaveNoteProps {
  saving: SaverState<unknown>;
  /** When the server stored what was opened. */
  openedAt: string;
}

type Tone = 'saved' | 'kept' | 'unsaved';

function sentenceOf(saving: SaverState<unknown>, openedAt: string): { tone: Tone; text: string } {
  if (saving.conflict !== null) return { tone: 'unsaved', text: 'Berubah di tempat lain' };
  if (saving.phase === 'saved') {
    const at = saving.savedAt === null ? openedAt : new Date(saving.savedAt);
    const isToday = daysUntil(at) === 0;
    return { tone: 'saved', text: `Tersimpan ${isToday ? formatTime(at) : formatShortDateTime(at)}` };
  }
  if (saving.phase === 'kept') return { tone: 'kept', text: 'Tersimpan di perangkat' };
  return { tone: 'unsaved', text: 'Belum tersimpan' };
}

const icons = { saved: IconCloudCheck, kept: IconDeviceMobile, unsaved: IconCloudUp };

/** Where the words are, said as it is: server, this device, or only the screen. */
export function SaveNote({ saving, openedAt }: SaveNoteProps) {
  const { tone, text } = sentenceOf(saving, openedAt);
  const Icon = saving.problem === null ? icons[tone] : IconCloudOff;
  const isLong = saving.isSaving && tone !== 'saved';
  return (
    <span className={css['note']} data-tone={tone} data-save={tone}>
      {isLong ? <Spinner size={16} /> : <Icon size={17} stroke={1.8} aria-hidden="true" />}
      {text}
    </span>
  );
}
