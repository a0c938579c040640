import {
  IconArrowsJoin,
  IconCalendarEvent,
  IconDotsVertical,
  IconEdit,
  IconGavel,
  IconHandGrab,
  IconLockOpen,
  IconPackageExport,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { Menu, MenuItem, showToast } from '../kit/index.ts';
import { useExportFiles } from '../pertukaran/use-export-files.ts';
import css from './file-panel.module.css';
import type { FileSheet } from './file-sheets.tsx';

interface Choice {
  sheet: FileSheet;
  label: string;
  note?: string;
  icon: ReactNode;
  isShown: boolean;
}

function choicesOf(file: FileDetail): Choice[] {
  const can = (action: FileDetail['actions'][number]) => file.actions.includes(action);
  return [
    {
      sheet: { kind: 'edit' },
      label: 'Ubah data dan lokasi',
      icon: <IconEdit size={18} stroke={1.8} />,
      isShown: can('edit'),
    },
    {
      sheet: { kind: 'lend' },
      label: 'Pinjamkan',
      note: 'Naskah kertasnya keluar dari tempatnya',
      icon: <IconHandGrab size={18} stroke={1.8} />,
      isShown: can('lend') && !file.isLent,
    },
    {
      sheet: { kind: 'merge' },
      label: 'Gabung ke berkas lain',
      icon: <IconArrowsJoin size={18} stroke={1.8} />,
      isShown: can('merge'),
    },
    {
      sheet: { kind: 'reopen' },
      label: 'Buka kembali',
      note: 'Selama masih aktif',
      icon: <IconLockOpen size={18} stroke={1.8} />,
      isShown: can('reopen'),
    },
    {
      sheet: { kind: 'trigger' },
      label: 'Isi tanggal pemicu',
      icon: <IconCalendarEvent size={18} stroke={1.8} />,
      isShown: can('set_trigger') && file.rule.triggerEvent !== '',
    },
    {
      sheet: { kind: 'hold' },
      label: 'Tahan karena perkara',
      note: 'Tidak dipindahkan atau dimusnahkan',
      icon: <IconGavel size={18} stroke={1.8} />,
      isShown: can('hold'),
    },
  ];
}

/** What may be done to a file beside its main action. */
export function FileMenu({ file, onSheet }: { file: FileDetail; onSheet: (sheet: FileSheet) => void }) {
  const choices = choicesOf(file).filter(({ isShown }) => isShown);
  const pack = useExportFiles((problem) => showToast(problem.detail ?? problem.title, { tone: 'problem' }));
  if (choices.length === 0) return null;
  return (
    <Menu
      label="Tindakan lain"
      buttonLabel="Tindakan lain"
      buttonClass={css['more']}
      button={<IconDotsVertical size={20} stroke={1.8} aria-hidden="true" />}
    >
      {choices.map(({ sheet, label, note, icon }) => (
        <MenuItem key={sheet.kind} icon={icon} {...(note === undefined ? {} : { note })} onPick={() => onSheet(sheet)}>
          {label}
        </MenuItem>
      ))}
      {file.actions.includes('hold') ? (
        <MenuItem
          icon={<IconPackageExport size={18} stroke={1.8} />}
          note="BagIt dengan METS"
          onPick={() => pack.press({ body: { fileIds: [file.id] } })}
        >
          Ekspor sebagai paket
        </MenuItem>
      ) : null}
    </Menu>
  );
}
