import {
  IconChevronDown,
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconListNumbers,
  IconPrinter,
  IconScan,
} from '@tabler/icons-react';
import type { exportAgendaEndpoint } from '../../../server/agenda/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { fileAddress } from '../api/index.ts';
import { AnchorButton, ButtonLink, Menu, MenuItem } from '../kit/index.ts';
import { useCounts } from '../shell/use-counts.ts';
import { agendaQuery, type AgendaSearch, type Book } from './agenda-search.ts';
import css from './book.module.css';

function exportAddress(book: Book, search: AgendaSearch, format: 'pdf' | 'xlsx' | 'csv'): string {
  return fileAddress<typeof exportAgendaEndpoint>('/agenda/:book/export', {
    params: { book },
    query: { ...agendaQuery(search), format },
  });
}

function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

const formats = [
  { format: 'pdf', icon: IconFileTypePdf, label: 'PDF', note: 'Untuk dibaca dan dicetak' },
  { format: 'xlsx', icon: IconFileSpreadsheet, label: 'XLSX', note: 'Untuk lembar kerja' },
  { format: 'csv', icon: IconFileTypeCsv, label: 'CSV', note: 'Untuk sistem lain' },
] as const;

function ExportMenu({ book, search }: { book: Book; search: AgendaSearch }) {
  return (
    <Menu
      label="Ekspor"
      buttonClass={css['export']}
      button={
        <>
          <IconDownload size={18} stroke={1.8} aria-hidden="true" />
          Ekspor
          <IconChevronDown size={16} stroke={2} aria-hidden="true" />
        </>
      }
    >
      {formats.map((one) => (
        <MenuItem
          key={one.format}
          icon={<one.icon size={18} stroke={1.8} />}
          note={one.note}
          onPick={() => download(exportAddress(book, search, one.format))}
        >
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Export, print and, for the registry, the way to the next letter. */
export function BookActions({ book, search }: { book: Book; search: AgendaSearch }) {
  const desk = useCurrentDesk();
  const { intakeWaiting: intake = 0 } = useCounts();
  const hasQueue = book === 'incoming' && mayDo(desk, 'receive');
  return (
    <>
      <ExportMenu book={book} search={search} />
      <span className="only-desktop">
        <AnchorButton
          href={exportAddress(book, search, 'pdf')}
          target="_blank"
          rel="noopener"
          icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
        >
          Cetak buku agenda
        </AnchorButton>
      </span>
      {hasQueue && intake > 0 ? (
        <span className="only-desktop">
          <ButtonLink to="/agenda/masuk/antrean" icon={<IconListNumbers size={18} stroke={1.8} aria-hidden="true" />}>
            Antrean {intake}
          </ButtonLink>
        </span>
      ) : null}
      {hasQueue ? (
        <ButtonLink
          to="/agenda/masuk/antrean"
          variant="primary"
          hint="N"
          icon={<IconScan size={18} stroke={1.8} aria-hidden="true" />}
        >
          Registrasi surat
        </ButtonLink>
      ) : null}
    </>
  );
}
