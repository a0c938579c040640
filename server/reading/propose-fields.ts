import { groupLines } from './group-lines.ts';
import type { Proposal } from './proposal.ts';
import { proposeDate } from './propose-date.ts';
import {
  type GradeProposals,
  proposeAddressee,
  proposeAttachmentText,
  proposeGrades,
  proposeSubject,
} from './propose-heading.ts';
import { proposeNumber } from './propose-number.ts';
import { proposeSender, type SenderProposals } from './propose-sender.ts';
import { proposeSummary } from './propose-summary.ts';
import type { ReadPage } from './reading.ts';

export interface Proposals extends SenderProposals, GradeProposals {
  readonly number: Proposal | null;
  /** `YYYY-MM-DD` */
  readonly letterDate: Proposal | null;
  readonly subject: Proposal | null;
  /** As printed, e.g. `1 (satu) berkas`. */
  readonly attachmentText: Proposal | null;
  readonly addressee: Proposal | null;
  readonly summary: Proposal | null;
}

/** A letter begins on its first page and is signed on its last; lists may follow that nobody has to search. */
const MOST_PAGES = 10;

/** What an incoming letter says about itself, for a registrar to accept or correct. */
export function proposeFields(pages: readonly ReadPage[]): Proposals {
  const runs = pages.slice(0, MOST_PAGES).flatMap(groupLines);
  const first = runs.filter((run) => run.page === 0);
  const heading = {
    number: proposeNumber(first),
    subject: proposeSubject(first),
    attachmentText: proposeAttachmentText(first),
    addressee: proposeAddressee(first),
  };
  return {
    ...heading,
    ...proposeGrades(first),
    ...proposeSender(runs),
    letterDate: proposeDate(first) ?? proposeDate(runs),
    summary: proposeSummary(first, bottomOf(Object.values(heading))),
  };
}

function bottomOf(proposals: readonly (Proposal | null)[]): number {
  return Math.max(0.15, ...proposals.map((proposal) => (proposal ? proposal.box.y + proposal.box.height : 0)));
}
