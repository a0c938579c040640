import type { FileDetail, RecordItem } from '../../../server/filing/contract.ts';
import { CloseSheet, ReopenSheet, TriggerSheet } from './closing-sheets.tsx';
import { EditSheet } from './edit-sheet.tsx';
import { HoldSheet, ReleaseSheet } from './hold-sheets.tsx';
import { LendSheet } from './lend-sheet.tsx';
import { MergeSheet, MoveSheet } from './move-sheets.tsx';

export type FileSheet =
  | { kind: 'edit' | 'lend' | 'merge' | 'reopen' | 'trigger' | 'hold' | 'close' }
  | { kind: 'move'; item: RecordItem }
  | { kind: 'release'; hold: FileDetail['holds'][number] };

export interface FileSheetProps {
  file: FileDetail;
  onClose: () => void;
}

const sheets = {
  edit: EditSheet,
  lend: LendSheet,
  merge: MergeSheet,
  reopen: ReopenSheet,
  trigger: TriggerSheet,
  hold: HoldSheet,
  close: CloseSheet,
};

/** The sheet over an open file, if any. */
export function FileSheets({ sheet, ...props }: FileSheetProps & { sheet: FileSheet | null }) {
  if (sheet === null) return null;
  if (sheet.kind === 'move') return <MoveSheet {...props} item={sheet.item} />;
  if (sheet.kind === 'release') return <ReleaseSheet onClose={props.onClose} hold={sheet.hold} />;
  const Chosen = sheets[sheet.kind];
  return <Chosen {...props} />;
}
