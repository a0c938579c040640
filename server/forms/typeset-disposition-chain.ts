import { bindWords } from '../pdf/bind-words.ts';
import { formatDate, formatShortDate, formatShortInstant, wallTime } from '../pdf/format-date.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { ChainNode, ChainReport, DispositionChain } from './disposition-chain.ts';
import { GRADE_LABELS, type FormTypesetter, type SecurityClass } from './form-parts.ts';
import { typesetData } from './typeset-data.ts';

const CLASS_LABELS: Readonly<Record<SecurityClass, string>> = {
  B: 'biasa/terbuka',
  T: 'terbatas',
  R: 'rahasia',
  SR: 'sangat rahasia',
};

/**
 * Rantai disposisi, A4: the whole tree in the order of reading, each node under the one that gave it.
 * @throws TypesetError
 */
export function typesetDispositionChain(pool: FormTypesetter, chain: DispositionChain): Promise<TypesetForm> {
  return typesetData(pool, 'disposition-chain', planChain(chain), chain.printedAt);
}

function planChain(chain: DispositionChain): object {
  const { timeZone } = chain;
  const nodes = flatten(chain.roots, timeZone, []);
  const received = wallTime(chain.receivedAt, timeZone);
  const printed = wallTime(chain.printedAt, timeZone);
  const by = chain.printedBy === null ? '' : ` oleh ${chain.printedBy}`;
  return {
    letterhead: chain.letterhead,
    facts: [
      ['Surat dari', chain.sender],
      ['Nomor surat', chain.letterNumber ?? '–'],
      ['Tanggal surat', chain.letterDate === null ? '–' : formatDate(chain.letterDate)],
      ['Hal', bindWords(chain.subject)],
      ['Diterima', `${formatDate(received.date)}, ${received.time}`],
      ['No. agenda', `${chain.agendaNumber ?? '–'} / ${String(chain.agendaYear)}`],
      ['Sifat', `${GRADE_LABELS[chain.handlingGrade]}; klasifikasi keamanan ${CLASS_LABELS[chain.securityClass]}`],
    ],
    summaryLine: summarise(nodes),
    nodes,
    printedLine: `Dicetak dari Lontar pada ${formatDate(printed.date)} pukul ${printed.time}${by}`,
  };
}

interface PlannedNode {
  readonly depth: number;
  /** Place in the tree: `1.2.1`. */
  readonly number: string;
  readonly giver: string;
  readonly recipient: string;
  readonly remark: string;
  readonly instructions: readonly string[];
  readonly note: string;
  readonly dueDate: string;
  readonly stateLabel: string;
  readonly isClosed: boolean;
  readonly times: readonly (readonly [label: string, time: string])[];
  readonly recordedLine: string | null;
  readonly reports: readonly ChainReport[];
}

function summarise(nodes: readonly PlannedNode[]): string {
  if (nodes.length === 0) return 'Surat ini belum didisposisikan.';
  const closed = nodes.filter(({ isClosed }) => isClosed).length;
  const levels = Math.max(...nodes.map(({ depth }) => depth)) + 1;
  return `${String(nodes.length)} penerima pada ${String(levels)} tingkat: ${String(closed)} selesai, ${String(nodes.length - closed)} belum selesai.`;
}

function flatten(nodes: readonly ChainNode[], timeZone: string, above: readonly number[]): PlannedNode[] {
  return nodes.flatMap((node, index) => {
    const path = [...above, index + 1];
    return [planNode(node, timeZone, path), ...flatten(node.children, timeZone, path)];
  });
}

function planNode(node: ChainNode, timeZone: string, path: readonly number[]): PlannedNode {
  const at = (instant: string | null): string => (instant === null ? '–' : formatShortInstant(instant, timeZone));
  return {
    depth: path.length - 1,
    number: path.join('.'),
    giver: node.giver,
    recipient: node.recipient,
    remark: node.isCoordinator ? ' (koordinator)' : '',
    instructions: node.instructions.map((text) => bindWords(text)),
    note: node.note?.trim() ?? '',
    dueDate: node.dueDate === null ? '–' : formatShortDate(node.dueDate),
    stateLabel: node.stateLabel,
    isClosed: node.isClosed,
    times: [
      ['Diberikan', at(node.givenAt)],
      ['Dibaca', at(node.readAt)],
      ['Selesai', at(node.doneAt)],
    ],
    recordedLine: node.recordedBy === null ? null : `Dicatat oleh ${node.recordedBy} atas perintah ${node.giver}`,
    reports: node.reports.map(({ at: reportedAt, by, text }) => ({ at: at(reportedAt), by, text: text.trim() })),
  };
}
