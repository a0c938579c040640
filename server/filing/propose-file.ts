/** Ways in which an item can belong to a file (berkas), surest first. */
export type LinkReason = 'reply' | 'disposition' | 'assignment' | 'mention' | 'history' | 'classification';

/** An item of an open file that the new one has to do with. */
export interface Link {
  fileId: string;
  recordId: string;
  reason: 'reply' | 'disposition' | 'mention';
  /** What the item is about, to tell a report from an answer. */
  subject: string;
}

/** An open file that took items of this kind before. */
export interface Likeness {
  fileId: string;
  recordId: string;
  /** 0 to 1 */
  likeness: number;
}

export interface ProposalFacts {
  subject: string;
  links: readonly Link[];
  alike: readonly Likeness[];
  /** Null where the classification is missing, too broad, or no longer used. */
  standing: { /** The unit filed something under this classification before. */ isPractised: boolean } | null;
}

/** `fileId` null with reason `classification`: the standing file of the classification and year. */
export interface Candidate {
  fileId: string | null;
  becauseRecordId: string | null;
  reason: LinkReason;
  isCertain: boolean;
}

const LEAST_LIKENESS = 0.35;

/**
 * Files that an item may belong to, best first, each file once: same thread, then what the unit did with such letters,
 * then the standing file of classification and year. Empty where nothing fits and an archivist must choose.
 */
export function rankCandidates(facts: ProposalFacts): Candidate[] {
  const named = new Set(facts.links.filter(({ reason }) => reason === 'mention').map(({ fileId }) => fileId));
  const linked = facts.links
    .map((link): Candidate => {
      const reason = linkReason(link, facts.subject);
      // Numbers of two files in one letter leave the choice open.
      const isCertain = reason !== 'mention' || named.size === 1;
      return { fileId: link.fileId, becauseRecordId: link.recordId, reason, isCertain };
    })
    .sort((left, right) => RANK[left.reason] - RANK[right.reason]);
  const alike = facts.alike
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((left, right) => right.likeness - left.likeness)
    .map(({ fileId, recordId }): Candidate => ({
      fileId,
      becauseRecordId: recordId,
      reason: 'history',
      isCertain: false,
    }));
  const standing: Candidate[] =
    facts.standing === null
      ? []
      : [
          {
            fileId: null,
            becauseRecordId: null,
            reason: 'classification',
            isCertain: facts.standing.isPractised && alike.length === 0,
          },
        ];
  return oncePerFile([...linked, ...alike, ...standing]);
}

const RANK: Record<LinkReason, number> = {
  reply: 0,
  disposition: 1,
  assignment: 2,
  mention: 3,
  history: 4,
  classification: 5,
};

/** A report that names the task order (surat tugas) it reports on is its pair. */
function linkReason(link: Link, subject: string): LinkReason {
  const isReport = /\blaporan\b/iu.test(subject) && /\b(?:surat tugas|penugasan|perintah tugas)\b/iu.test(link.subject);
  return link.reason === 'mention' && isReport ? 'assignment' : link.reason;
}

function oncePerFile(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string | null>();
  return candidates.filter(({ fileId }) => !seen.has(fileId) && seen.add(fileId));
}

const NUMBER = /[\p{L}\d][\p{L}\d.\-]*(?:\s?\/\s?[\p{L}\d.\-]+){2,}/gu;
const MOST_NUMBERS = 20;

/** Letter numbers that a text names, in lower case without spaces, as they are looked up. */
export function findNumbers(text: string, ownNumber: string): string[] {
  const found = [...text.matchAll(NUMBER)].map(([number]) => foldNumber(number));
  const own = foldNumber(ownNumber);
  return [...new Set(found)].filter((number) => /\d/u.test(number) && number !== own).slice(0, MOST_NUMBERS);
}

const foldNumber = (number: string) =>
  number
    .replace(/\s/gu, '')
    .replace(/[.\-]+$/u, '')
    .toLowerCase();

const MOST_TITLE = 120;

/** What a new file for the item would be called; never what a secret item is about. */
export function suggestTitle(item: {
  subject: string;
  year: number;
  isSecret: boolean;
  classificationName: string | null;
}): string {
  const words = (item.isSecret ? item.classificationName : item.subject.trim()) ?? 'Berkas';
  const text = words.replace(/\s+/gu, ' ').slice(0, MOST_TITLE).trim();
  return text.includes(String(item.year)) ? text : `${text} ${item.year}`;
}
