import type { FileDetail, RecordItem } from '../../../server/filing/contract.ts';
import { ChooseFileSheet } from './choose-file-sheet.tsx';
import { CloseSheet, TriggerSheet } from './closing-sheets.tsx';
import { EditFileSheet } from './edit-file-sheet.tsx';
import { LendSheet } from './lend-sheet.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { HoldSheet, ReleaseSheet, ReopenSheet } from './reason-sheets.tsx';

export type FileSheet =
  | { kind: 'close' | 'trigger' | 'reopen' | 'edit' | 'merge' | 'lend' | 'hold' }
  | { kind: 'move'; item: RecordItem }
  | { kind: 'release'; hold: FileDetail['holds'][number] };

interface FileSheetsProps {
  file: FileDetail;
  sheet: FileSheet | null;
  onClose: () => void;
}

/** The one form that is open over a file, if any. */
export function FileSheets({ file, sheet, onClose }: FileSheetsProps) {
  const shared = { file, onClose };
  switch (sheet?.kind) {
    case 'close':
      return <CloseSheet {...shared} />;
    case 'trigger':
      return <TriggerSheet {...shared} />;
    case 'reopen':
      return <ReopenSheet {...shared} />;
    case 'edit':
      return <EditFileSheet {...shared} />;
    case 'merge':
      return <MergeSheet {...shared} />;
    case 'lend':
      return <LendSheet {...shared} />;
    case 'hold':
      return <HoldSheet {...shared} />;
    case 'release':
      return <ReleaseSheet hold={sheet.hold} onClose={onClose} />;
    case 'move':
      return <ChooseFileSheet item={sheet.item} onClose={onClose} />;
    case undefined:
      return null;
  }
}
