import { cleanText } from '../mail-intake/clean-text.ts';
import { proposeFields } from '../reading/propose-fields.ts';
import type { Proposal as ReadProposal } from '../reading/proposal.ts';
import type { ReadPage } from '../reading/reading.ts';
import { signText } from '../reading/sign-text.ts';
import type { Proposal, Proposals } from './contract.ts';

const MOST_CHARACTERS = 100_000;

/** Text of a page as it can be stored. */
export const pageText = (page: ReadPage) => cleanText(page.text, MOST_CHARACTERS);

export const pageWords = (page: ReadPage) =>
  page.words.map((word) => ({ ...word, text: cleanText(word.text, MOST_CHARACTERS) }));

/** Facts for the form, pages counted from 1; nothing that was not found. */
export function deriveProposals(pages: readonly ReadPage[]): Proposals {
  const { attachmentText, ...found } = proposeFields(pages);
  const entries = Object.entries({ ...found, attachmentNote: attachmentText }).flatMap(([field, proposal]) =>
    proposal === null ? [] : [[field, shown(proposal)] as const],
  );
  return Object.fromEntries(entries);
}

function shown({ value, confidence, page, box, alternatives }: ReadProposal): Proposal {
  return {
    value: cleanText(value, MOST_CHARACTERS),
    confidence,
    page: page + 1,
    box,
    alternatives: alternatives.map((other) => cleanText(other, MOST_CHARACTERS)),
  };
}

/** Below this many words a text says too little to be compared. */
const FEWEST_WORDS = 20;

/** Signature of the whole text; empty when there is too little of it. */
export function deriveSignature(pages: readonly ReadPage[]): number[] {
  const text = pages.map(({ text: each }) => each).join('\n');
  return text.split(/\s+/u).length < FEWEST_WORDS ? [] : signText(text);
}
