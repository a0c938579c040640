import { FRAMES, OFFICES, PLACES, SYLLABLES, TOPICS } from './letter-words.ts';

/** A plausible letter of regional government, the same for the same number. */
export interface GeneratedLetter {
  subject: string;
  text: string;
  signatory: string;
  classification: string;
  grade: 'biasa' | 'segera' | 'sangat_segera';
  type: 'surat_dinas' | 'nota_dinas';
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Forty matters, some written about far more often than others, in the frames of official letters; places, villages,
 * names and numbers vary, so that there are words in every second letter and words in one of a hundred thousand.
 */
export function generateLetter(serial: number): GeneratedLetter {
  const random = randomFrom(Math.imul(serial, 2_654_435_761));
  const upTo = (limit: number) => Math.floor(random() * limit);
  const of = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const word = () => Array.from({ length: 2 + upTo(2) }, () => of(SYLLABLES)).join('');
  const name = () => [word(), word()].map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
  const topic = TOPICS[Math.floor(random() ** 2.2 * TOPICS.length)] ?? of(TOPICS);
  const slots: Record<string, () => string> = {
    benda: () => of(topic.things),
    kerja: () => of(topic.deeds),
    tempat: () => of(PLACES),
    desa: () => `Desa ${name()}`,
    kantor: () => of(OFFICES),
    nama: name,
    angka: () => String(2 + upTo(98)),
    tahun: () => String(2019 + upTo(8)),
    nomor: () => `${topic.code}/${String(upTo(9000))}/UM`,
    tgl: () => `${String(1 + upTo(28))} ${of(MONTHS)} ${String(2019 + upTo(8))}`,
  };
  const fill = (frame: string) => frame.replace(/\{(\w+)\}/gu, (_all, slot: string) => slots[slot]?.() ?? '');
  const middle = Array.from({ length: 5 + upTo(5) }, () => of(FRAMES.middle));
  return {
    subject: fill(of(FRAMES.subject)),
    text: [of(FRAMES.opening), ...middle, of(FRAMES.closing)].map(fill).join('\n'),
    signatory: name(),
    classification: topic.code,
    grade: random() < 0.8 ? 'biasa' : random() < 0.7 ? 'segera' : 'sangat_segera',
    type: random() < 0.65 ? 'surat_dinas' : 'nota_dinas',
  };
}
