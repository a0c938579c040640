import { formatDate } from '../pdf/format-date.ts';
import type { StoryEntry } from './contract.ts';
import type { FileDetail, RecordItem } from './file-shapes.ts';
import { fileNumber } from './states.ts';
import type { ChangeLine, DispositionLine, ReportLine } from './story-queries.ts';

export interface StorySources {
  items: readonly RecordItem[];
  dispositions: readonly DispositionLine[];
  reports: readonly ReportLine[];
  changes: readonly ChangeLine[];
}

/** The pieces of a file's story in the order of time. An item stands at the day of its letter, at noon. */
export function tellStory({ items, dispositions, reports, changes }: StorySources): StoryEntry[] {
  const entries = [
    ...items.flatMap(tellItem),
    ...dispositions.map(tellDisposition),
    ...reports.map(tellReport),
    ...changes.map(tellChange),
  ];
  return entries.sort((left, right) => left.at.localeCompare(right.at));
}

const KINDS = { letter: 'Surat keluar', incoming: 'Surat masuk', document: 'Dokumen' } as const;

function tellItem(item: RecordItem): StoryEntry[] {
  if (item.date === null || item.ordinal === null) return [];
  const from = item.correspondent === '' ? '' : ` dari ${item.correspondent}`;
  const text = [KINDS[item.kind] + (item.kind === 'incoming' ? from : ''), item.number].filter((part) => part !== '');
  return [
    {
      at: `${item.date}T05:00:00.000Z`,
      kind: 'item',
      ordinal: item.ordinal,
      title: item.title,
      text: text.join(', '),
      who: null,
      path: item.path,
    },
  ];
}

function tellDisposition(line: DispositionLine): StoryEntry {
  const to = line.recipients.length > 3 ? `${line.recipients.length} penerima` : line.recipients.join(', ');
  const title = `Disposisi ${line.giverTitle} kepada ${to}`;
  const text = line.instructions.join('; ');
  return { at: line.at, kind: 'disposition', ordinal: line.ordinal, title, text, who: line.giverName, path: null };
}

const MOST_TEXT = 280;

function tellReport({ at, ordinal, title, text, isFinal, name }: ReportLine): StoryEntry {
  const short = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT).trimEnd()} …` : text;
  const words = isFinal ? 'Tindak lanjut selesai' : 'Laporan tindak lanjut';
  return { at, kind: 'report', ordinal, title: `${words}, ${title}`, text: short, who: name, path: null };
}

const FIELD_WORDS: Record<string, string> = {
  title: 'judul',
  description: 'uraian',
  boxId: 'boks',
  folder: 'map',
};

function tellChange(line: ChangeLine): StoryEntry {
  const { at, kind, changes, reason, name } = line;
  const isLoan = kind === 'lent' || kind === 'returned';
  const isHold = kind === 'held' || kind === 'released';
  const detail = detailOf(line, (key) => (typeof changes[key] === 'string' ? changes[key] : ''));
  const text = [detail, reason === '' ? '' : `Alasan: ${reason}`].filter((part) => part !== '').join('. ');
  const shape = isLoan ? 'loan' : isHold ? 'hold' : 'file';
  return { at, kind: shape, ordinal: null, title: TITLES[kind], text, who: name, path: null };
}

const TITLES: Record<ChangeLine['kind'], string> = {
  opened: 'Berkas dibuat',
  edited: 'Data berkas diubah',
  closed: 'Berkas ditutup',
  reopened: 'Berkas dibuka kembali',
  trigger_set: 'Tanggal pemicu retensi diisi',
  merged: 'Berkas digabung',
  received: 'Isi berkas lain diterima',
  held: 'Berkas ditahan karena perkara',
  released: 'Penahanan dilepas',
  lent: 'Berkas dipinjamkan',
  returned: 'Berkas dikembalikan',
};

const DETAILS: Partial<Record<ChangeLine['kind'], (line: ChangeLine, value: (key: string) => string) => string>> = {
  opened: (_line, value) => `Klasifikasi ${value('code')}`,
  edited: ({ changes }) =>
    `Yang diubah: ${Object.keys(changes)
      .map((field) => FIELD_WORDS[field] ?? field)
      .join(', ')}`,
  closed: (_line, value) => `Tanggal tutup ${dayOf(value('closedOn'))}`,
  trigger_set: (_line, value) => `Peristiwa terjadi ${dayOf(value('triggerOn'))}`,
  merged: (_line, value) => `Isinya pindah ke berkas ${value('into')}`,
  received: (_line, value) => `Dari berkas ${value('from')}`,
  held: (_line, value) => `Perkara ${value('caseNumber')}`,
  released: (_line, value) => `Perkara ${value('caseNumber')}`,
  lent: ({ borrower }, value) =>
    `Kepada ${borrower ?? 'peminjam'}, keperluan: ${value('purpose')}, kembali ${dayOf(value('dueDate'))}`,
  returned: ({ borrower }) => `Dari ${borrower ?? 'peminjam'}`,
};

const detailOf = (line: ChangeLine, value: (key: string) => string) => DETAILS[line.kind]?.(line, value) ?? '';
const dayOf = (date: string) => (date === '' ? '–' : formatDate(date));

/** The story in three sentences, for those who read no further. */
export function summariseStory(file: FileDetail, entries: readonly StoryEntry[]): string {
  const filed = file.itemCount - file.proposedCount;
  const span =
    file.firstDate === null || file.lastDate === null
      ? ''
      : file.firstDate === file.lastDate
        ? ` tertanggal ${formatDate(file.firstDate)}`
        : ` dari ${formatDate(file.firstDate)} sampai ${formatDate(file.lastDate)}`;
  const dispositions = entries.filter(({ kind }) => kind === 'disposition').length;
  const reports = entries.filter(({ kind }) => kind === 'report').length;
  const work =
    dispositions === 0
      ? ''
      : ` Di dalamnya ada ${dispositions} disposisi${reports === 0 ? '' : ` dan ${reports} laporan tindak lanjut`}.`;
  const state =
    file.closedOn === null
      ? 'Berkas masih terbuka.'
      : `Berkas ditutup ${formatDate(file.closedOn)}${file.activeUntil === null ? '.' : ` dan aktif sampai ${formatDate(file.activeUntil)}.`}`;
  return `Berkas ${fileNumber(file)} memuat ${filed} item${span}.${work} ${state}`;
}
