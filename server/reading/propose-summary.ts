import { startsWithLabel } from './find-labelled.ts';
import type { TextRun } from './group-lines.ts';
import { joinLines } from './join-lines.ts';
import { type Proposal, propose } from './proposal.ts';

const MOST_CHARACTERS = 300;
/** Lines of the body are longer than those of heading and addressee. */
const BODY_WIDTH = 0.5;
const BODY_WORDS = 6;
const GREETING = /^(?:dengan hormat|assalamu['’]?alaikum[^,.]*|salam sejahtera[^,.]*)[,.]+\s*/iu;

/** The first sentences of the body, at most 300 characters. */
export function proposeSummary(runs: readonly TextRun[], headingEnd: number): Proposal | null {
  const first = runs.findIndex((run) => run.page === 0 && run.box.y > headingEnd && isBodyLine(run));
  if (first < 0) return null;
  const lines: TextRun[] = [];
  for (const run of runs.slice(first)) {
    if (run.page > 0 || lengthOf(lines) > MOST_CHARACTERS) break;
    lines.push(run);
  }
  const text = joinLines(lines).replace(GREETING, '');
  const value = cutAtSentence(text);
  return propose(value, linesHolding(lines, value.length), 0.85);
}

function isBodyLine(run: TextRun): boolean {
  return run.box.width > BODY_WIDTH && run.words.length >= BODY_WORDS && !startsWithLabel(run);
}

function lengthOf(lines: readonly TextRun[]): number {
  return lines.reduce((sum, line) => sum + line.text.length + 1, 0);
}

function linesHolding(lines: readonly TextRun[], length: number): TextRun[] {
  return lines.filter((_, index) => index === 0 || lengthOf(lines.slice(0, index)) < length);
}

function cutAtSentence(text: string): string {
  const start = text.slice(0, MOST_CHARACTERS);
  const sentences = /^.*[\p{Ll}\p{N})][.;](?=\s|$)/su.exec(start)?.[0];
  if (text.length <= MOST_CHARACTERS && !sentences) return text.trim();
  if (sentences && sentences.length > 40) return sentences;
  return `${start.slice(0, MOST_CHARACTERS - 1).replace(/\s+\S*$/u, '')}…`;
}
