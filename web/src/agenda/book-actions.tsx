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
import { ButtonLink, Menu, MenuItem, PrintButton, Spinner, useDownload } from '../kit/index.ts';
import { useCounts } from '../shell/use-counts.ts';
import { agendaQuery, type AgendaSearch, type Book } from './agenda-search.ts';
import css from './book.module.css';

interface ExportProps {
  book: Book;
  search: AgendaSearch;
  /** Only these rows; the whole of the filtered book when there are none. */
  chosen: readonly string[];
}

function exportAddress({ book, search, chosen }: ExportProps, format: 'pdf' | 'xlsx' | 'csv'): string {
  const ids = chosen.length === 0 ? undefined : chosen.join(',');
  return fileAddress<typeof exportAgendaEndpoint>('/agenda/:book/export', {
    params: { book },
    query: { ...agendaQuery(search), ids, format },
  });
}

const formats = [
  { format: 'pdf', icon: IconFileTypePdf, label: 'PDF', note: 'Untuk dibaca dan dicetak' },
  { format: 'xlsx', icon: IconFileSpreadsheet, label: 'XLSX', note: 'Untuk lembar kerja' },
  { format: 'csv', icon: IconFileTypeCsv, label: 'CSV', note: 'Untuk sistem lain' },
] as const;

function ExportMenu(props: ExportProps) {
  const { pending, save } = useDownload();
  return (
    <Menu
      label="Ekspor"
      buttonClass={css['export']}
      button={
        <>
          {pending ? <Spinner /> : <IconDownload size={18} stroke={1.8} aria-hidden="true" />}
          {props.chosen.length === 0 ? 'Ekspor' : `Ekspor ${props.chosen.length} baris`}
          <IconChevronDown size={16} stroke={2} aria-hidden="true" />
        </>
      }
    >
      {formats.map((one) => (
        <MenuItem
          key={one.format}
          icon={<one.icon size={18} stroke={1.8} />}
          note={one.note}
          onPick={() => save(exportAddress(props, one.format))}
        >
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Export and print, of the rows chosen if there are any, and for the registry the way to the next letter. */
export function BookActions(props: ExportProps) {
  const { book, chosen } = props;
  const desk = useCurrentDesk();
  const { intakeWaiting: intake = 0 } = useCounts();
  const hasQueue = book === 'incoming' && mayDo(desk, 'receive');
  return (
    <>
      <ExportMenu {...props} />
      <span className="only-desktop">
        <PrintButton
          address={exportAddress(props, 'pdf')}
          icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
        >
          {chosen.length === 0 ? 'Cetak buku agenda' : `Cetak ${chosen.length} baris`}
        </PrintButton>
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
