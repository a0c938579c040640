import { findLabelled } from './find-labelled.ts';
import type { TextRun } from './group-lines.ts';
import { parseDate } from './parse-date.ts';
import { type Proposal, propose } from './proposal.ts';

/** "Pontianak, 23 November 2026" near the top, else after "Tanggal", else above the signature, else any date. */
export function proposeDate(runs: readonly TextRun[]): Proposal | null {
  const heading = runs.filter((run) => run.box.y < 0.45);
  const labelled = findLabelled(runs, ['tanggal', 'tgl']);
  const isAfterPlace = (run: TextRun) => /^\p{Lu}[\p{L}. ]{2,40}[,.]\s*[\dOIl|]/u.test(run.text);
  return (
    dateIn(
      heading.filter((run) => isAfterPlace(run) && run.words.length <= 8),
      1,
    ) ??
    dateIn(labelled?.hasColon ? labelled.value : [], 0.98) ??
    dateIn(
      heading.filter((run) => run.words.length <= 4),
      0.9,
    ) ??
    dateIn(
      runs.toReversed().filter((run) => /^(?:pada )?tanggal\b/iu.test(run.text) && run.words.length <= 6),
      0.9,
    ) ??
    dateIn(
      runs.toReversed().filter((run) => isAfterPlace(run) && run.words.length <= 8),
      0.9,
    ) ??
    dateIn(runs, 0.4)
  );
}

function dateIn(runs: readonly TextRun[], fit: number): Proposal | null {
  for (const run of runs) {
    const parsed = parseDate(run.text);
    if (parsed) return propose(parsed.date, [{ ...run, words: wordsOf(run, parsed.text) }], fit);
  }
  return null;
}

function wordsOf(run: TextRun, text: string): TextRun['words'] {
  const start = run.text.indexOf(text);
  let at = 0;
  return run.words.filter((word) => {
    const [from, to] = [at, at + word.text.length];
    at = to + 1;
    return to > start && from < start + text.length;
  });
}
