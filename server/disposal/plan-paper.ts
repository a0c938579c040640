import { formatDate, wallTime } from '../pdf/format-date.ts';
import type { DisposalFile } from './disposal-shapes.ts';
import { counts, listTable } from './list-table.ts';
import type { PaperPart, PaperSheet } from './paper-sheet.ts';
import { PAPER_TITLES } from './paper-signers.ts';
import type { DisposalRow } from './queries.ts';
import { figureAndWords, spellNumber } from './spell-number.ts';
import type { DisposalKind, PaperKind } from './states.ts';

/** What the papers of a disposal are made of. */
export interface PaperSource {
  disposal: DisposalRow;
  files: readonly DisposalFile[];
  agencyName: string;
  place: string;
  timeZone: string;
  /** YYYY-MM-DD, the day the paper takes its number. */
  date: string;
  /** Papers signed before this one, and who approved. */
  earlier: ReadonlyMap<PaperKind, { number: string; date: string }>;
  approverTitle: string;
  receiverTitle: string;
  considerations: readonly string[];
  /** Letters whose bytes stay because another unit keeps its record. */
  sharedLetters: number;
}

type Content = Pick<PaperSheet, 'template' | 'title' | 'subject' | 'facts' | 'parts' | 'placeAndDate' | 'table'>;

/** Wording and list of one paper; who signs, number and letterhead are added by the caller. */
export function planPaper(kind: PaperKind, source: PaperSource): Content {
  const planned = PLANS[kind](source);
  return {
    template: 'archive-paper',
    title: PAPER_TITLES[kind].toUpperCase(),
    subject: '',
    facts: [],
    parts: [],
    placeAndDate: placeAndDate(source),
    table: null,
    ...planned,
  };
}

const PLANS: Record<PaperKind, (source: PaperSource) => Partial<Content>> = {
  destruction_list: (source) => planList(source, 'DAFTAR ARSIP USUL MUSNAH'),
  handover_list: (source) => planList(source, 'DAFTAR ARSIP USUL SERAH'),
  transfer_minutes: (source) => ({
    placeAndDate: '',
    parts: [
      opening(source, 'kami yang bertanda tangan di bawah ini telah melaksanakan pemindahan arsip inaktif:'),
      numbered(
        `arsip yang dipindahkan sebanyak ${countText(source)} sebagaimana tercantum dalam Daftar Arsip yang Dipindahkan yang merupakan lampiran Berita Acara ini;`,
        'arsip tersebut telah melewati masa simpan aktif menurut Jadwal Retensi Arsip dan tidak sedang ditahan untuk suatu perkara atau pemeriksaan; dan',
        'sejak Berita Acara ini ditandatangani, penyimpanan dan pelayanan arsip beralih dari Unit Pengolah kepada Unit Kearsipan.',
      ),
      closing('Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'),
    ],
    table: annex(source, 'DAFTAR ARSIP YANG DIPINDAHKAN'),
  }),
  consideration: (source) => ({
    parts: [
      paragraph(
        `Panitia Penilai Arsip ${source.disposal.unitName} telah menilai arsip yang diusulkan ${VERBS[source.disposal.kind].act} dalam ${reference(source, LIST_OF[source.disposal.kind], PAPER_TITLES[LIST_OF[source.disposal.kind]])}, dengan hasil sebagai berikut:`,
      ),
      numbered(
        `arsip yang dinilai sebanyak ${figureAndWords(source.files.length)} berkas;`,
        `arsip yang dipertimbangkan untuk ${VERBS[source.disposal.kind].act} sebanyak ${countText(source)};`,
        `arsip yang tidak diikutkan sebanyak ${figureAndWords(source.files.filter((file) => !counts(file)).length)} berkas, karena ditahan, sedang dipinjam, atau dikeluarkan panitia; dan`,
        'retensi arsip telah habis menurut Jadwal Retensi Arsip dan arsip tidak berkaitan dengan perkara yang masih berjalan.',
      ),
      paragraph('Pertimbangan anggota panitia:', true),
      numbered(...source.considerations),
      closing(
        `Berdasarkan penilaian tersebut, Panitia Penilai Arsip menyetujui usul ${VERBS[source.disposal.kind].noun} arsip sebagaimana tercantum dalam daftar.`,
      ),
    ],
    table: annex(source, 'DAFTAR ARSIP YANG DINILAI'),
  }),
  approval: (source) => ({
    subject: `${VERBS[source.disposal.kind].noun.toUpperCase()} ARSIP ${source.disposal.unitName.toUpperCase()}`,
    parts: [
      paragraph(
        `Memperhatikan ${reference(source, 'consideration', 'Pertimbangan Panitia Penilai Arsip')} dan ${reference(source, LIST_OF[source.disposal.kind], PAPER_TITLES[LIST_OF[source.disposal.kind]])}, dengan ini disetujui ${VERBS[source.disposal.kind].noun} arsip ${source.disposal.unitName} sebanyak ${countText(source)} sebagaimana tercantum dalam lampiran.`,
      ),
      paragraph(APPROVAL_RULES[source.disposal.kind]),
    ],
    table: annex(source, `DAFTAR ARSIP YANG DISETUJUI ${VERBS[source.disposal.kind].act.toUpperCase()}`),
  }),
  decree: (source) => ({
    subject: `ARSIP YANG ${VERBS[source.disposal.kind].act.toUpperCase()}`,
    parts: [
      paragraph('Berdasarkan:', true),
      numbered(
        `${approvalReference(source)};`,
        `${reference(source, 'consideration', 'Pertimbangan Panitia Penilai Arsip')}; dan`,
        `${reference(source, LIST_OF[source.disposal.kind], PAPER_TITLES[LIST_OF[source.disposal.kind]])},`,
      ),
      paragraph(
        `dengan ini ditetapkan arsip ${source.disposal.unitName} sebanyak ${countText(source)} sebagaimana tercantum dalam lampiran sebagai arsip yang ${VERBS[source.disposal.kind].act}. Berkas yang ditahan setelah tanggal penetapan ini tidak ikut ${VERBS[source.disposal.kind].act}.`,
        true,
      ),
    ],
    table: annex(source, `DAFTAR ARSIP YANG DITETAPKAN ${VERBS[source.disposal.kind].act.toUpperCase()}`),
  }),
  authenticity: (source) => ({
    parts: [
      paragraph(
        `Dengan ini dinyatakan bahwa arsip ${source.disposal.unitName} sebanyak ${countText(source)} yang diserahkan kepada ${source.receiverTitle} berdasarkan ${reference(source, 'decree', 'Penetapan')} adalah arsip yang autentik, tepercaya, utuh, dan dapat digunakan.`,
      ),
      closing('Demikian pernyataan ini dibuat dengan sebenarnya dan penuh tanggung jawab.'),
    ],
  }),
  destruction_minutes: planDestructionMinutes,
  handover_minutes: (source) => ({
    placeAndDate: '',
    parts: [
      opening(
        source,
        'kami yang bertanda tangan di bawah ini telah melaksanakan serah terima arsip statis, berdasarkan:',
      ),
      numbered(
        `${approvalReference(source)};`,
        `${reference(source, 'decree', 'Penetapan')}; dan`,
        `${reference(source, 'authenticity', 'Pernyataan Arsip Autentik')},`,
      ),
      paragraph('dengan ketentuan sebagai berikut:', true),
      numbered(
        `PIHAK KESATU menyerahkan kepada PIHAK KEDUA arsip sebanyak ${countText(source)} sebagaimana tercantum dalam lampiran;`,
        'PIHAK KEDUA menerima arsip tersebut setelah memeriksa kesesuaian daftar dengan fisik dan berkas elektroniknya; dan',
        'sejak Berita Acara ini ditandatangani, pengelolaan arsip menjadi tanggung jawab PIHAK KEDUA.',
      ),
      closing('Demikian Berita Acara ini dibuat dalam rangkap 2 (dua) untuk dipergunakan sebagaimana mestinya.'),
    ],
    table: annex(source, 'DAFTAR ARSIP YANG DISERAHKAN'),
  }),
};

const VERBS: Record<DisposalKind, { act: string; noun: string }> = {
  transfer: { act: 'dipindahkan', noun: 'pemindahan' },
  destruction: { act: 'dimusnahkan', noun: 'pemusnahan' },
  handover: { act: 'diserahkan', noun: 'penyerahan' },
};

const LIST_OF: Record<DisposalKind, PaperKind> = {
  transfer: 'transfer_minutes',
  destruction: 'destruction_list',
  handover: 'handover_list',
};

const APPROVAL_RULES: Record<DisposalKind, string> = {
  transfer: '',
  destruction:
    'Pemusnahan dilaksanakan secara total sehingga fisik dan informasinya tidak dapat dikenali lagi, disaksikan oleh unsur hukum dan unsur pengawasan, dan dibuatkan berita acara.',
  handover: 'Penyerahan dilaksanakan bersama pernyataan autentik dari pencipta arsip dan dibuatkan berita acara.',
};

function planList(source: PaperSource, title: string): Partial<Content> {
  const { disposal } = source;
  return {
    template: 'archive-list',
    facts: [
      ['Pencipta arsip', `${disposal.unitName} ${source.agencyName.replace(/^Pemerintah\s+/u, '')}`],
      ['Tanggal usul', formatDate(source.date)],
      ['Nomor usulan', `${String(disposal.number).padStart(2, '0')}/${disposal.year}`],
      ['Lokasi', disposal.location || '–'],
    ],
    table: { ...listTable(disposal.kind, title, source.files), title: '' },
  };
}

function planDestructionMinutes(source: PaperSource): Partial<Content> {
  const { disposal, sharedLetters } = source;
  const finished = wallTime(disposal.executedAt ?? '', source.timeZone);
  const started = wallTime(disposal.executingAt ?? '', source.timeZone);
  const leftOut = source.files.filter(({ status }) => status === 'left_out').length;
  return {
    placeAndDate: '',
    parts: [
      opening(source, 'berdasarkan:'),
      numbered(
        `${approvalReference(source)};`,
        `${reference(source, 'decree', 'Penetapan Arsip yang Dimusnahkan')}; dan`,
        `${reference(source, 'consideration', 'Pertimbangan Panitia Penilai Arsip')},`,
      ),
      paragraph(
        'kami yang bertanda tangan di bawah ini telah melaksanakan pemusnahan arsip dengan ketentuan sebagai berikut:',
        true,
      ),
      numbered(
        `arsip yang dimusnahkan sebanyak ${countText(source)} sebagaimana tercantum dalam Daftar Arsip yang Dimusnahkan yang merupakan lampiran Berita Acara ini;`,
        'pemusnahan dilaksanakan secara total dengan cara:',
      ),
      { kind: 'ticks', items: methodTicks(disposal) },
      numberedFrom([
        `arsip elektronik yang sama telah dihapus dari penyimpanan pada pukul ${finished.time} dengan menyisakan metadata dan nilai hash sebagai bukti;`,
        ...(sharedLetters > 0
          ? [
              `naskah asli dari ${figureAndWords(sharedLetters)} surat tetap tersimpan karena masih menjadi arsip unit lain;`,
            ]
          : []),
        ...(leftOut > 0
          ? [`${figureAndWords(leftOut)} berkas tidak dimusnahkan karena ditahan atau sedang dipinjam; dan`]
          : []),
        `pemusnahan dimulai pada pukul ${started.time} dan selesai pada pukul ${finished.time}.`,
      ]),
      closing('Demikian Berita Acara ini dibuat dengan sebenarnya sebagai arsip permanen.'),
    ],
    table: annex(source, 'DAFTAR ARSIP YANG DIMUSNAHKAN'),
  };
}

/** Continues the list above the ticks, whose last item is the second. */
function numberedFrom(items: readonly string[]): PaperPart {
  return { kind: 'numbered', items: ['', '', ...items] };
}

const METHODS = [
  ['burned', 'dibakar'],
  ['shredded', 'dicacah'],
  ['melted', 'dilebur'],
] as const;

function methodTicks({ method, methodNote }: DisposalRow): { label: string; isOn: boolean }[] {
  const other = method === 'other' ? methodNote : '…………………………';
  return [
    ...METHODS.map(([key, label]) => ({ label, isOn: method === key })),
    { label: `cara lain: ${other};`, isOn: method === 'other' },
  ];
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** "Pada hari ini, Selasa, tanggal dua puluh empat bulan November tahun …" */
function opening(source: PaperSource, end: string): PaperPart {
  const [year = 0, month = 1, day = 1] = source.date.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(`${source.date}T00:00:00Z`).getUTCDay()] ?? '';
  const figures = source.date.split('-').reverse().join('-');
  const where = source.disposal.location || source.disposal.unitName;
  return paragraph(
    `Pada hari ini, ${weekday}, tanggal ${spellNumber(day)} bulan ${MONTHS[month - 1] ?? ''} tahun ${spellNumber(year)} (${figures}), bertempat di ${where}, ${end}`,
  );
}

function reference(source: PaperSource, kind: PaperKind, name: string): string {
  const paper = source.earlier.get(kind);
  return paper ? `${name} Nomor ${paper.number} tanggal ${formatDate(paper.date)}` : name;
}

function approvalReference(source: PaperSource): string {
  const { disposal } = source;
  const about = `hal Persetujuan ${disposal.kind === 'handover' ? 'Penyerahan' : 'Pemusnahan'} Arsip`;
  if (disposal.route === 'national_archive')
    return `Surat Kepala Arsip Nasional Republik Indonesia Nomor ${disposal.externalNumber ?? ''} tanggal ${formatDate(disposal.externalDate ?? source.date)} ${about}`;
  return `${reference(source, 'approval', `Surat ${source.approverTitle}`)} ${about}`;
}

function annex(source: PaperSource, title: string): PaperSheet['table'] {
  return listTable(source.disposal.kind, title, source.files);
}

function countText({ files }: PaperSource): string {
  const counted = files.filter(counts);
  const boxes = new Set(counted.flatMap(({ boxCode }) => boxCode ?? [])).size;
  const count = `${figureAndWords(counted.length)} berkas`;
  return boxes > 0 ? `${count} dalam ${figureAndWords(boxes)} boks` : count;
}

function placeAndDate({ place, date }: PaperSource): string {
  return `${place}, ${formatDate(date)}`;
}

function paragraph(text: string, isPlain = false): PaperPart {
  return { kind: 'paragraph', text, isPlain };
}

const closing = (text: string): PaperPart => paragraph(text);

function numbered(...items: string[]): PaperPart {
  return { kind: 'numbered', items };
}
