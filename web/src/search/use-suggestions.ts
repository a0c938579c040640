import type { OutputOf } from '../../../server/contract.ts';
import type { suggestEndpoint } from '../../../server/search/contract.ts';
import { useOperation } from '../api/index.ts';
import { useSettled } from '../konsep/use-settled.ts';
import { suggest } from './search-operations.ts';

export type Suggestion = OutputOf<typeof suggestEndpoint>['items'][number];

const shortest = 2;

/** What the words being typed may become; nothing while they are too short or not wanted. */
export function useSuggestions(words: string, wanted: boolean): readonly Suggestion[] {
  const settled = useSettled(words.trim());
  const enabled = wanted && settled.length >= shortest;
  const found = useOperation(suggest, { query: { q: settled } }, { enabled, keepPrevious: true });
  return enabled ? (found.data?.items ?? []) : [];
}

/** The words of the search box that a suggestion stands for. */
export function wordsOf({ kind, text }: Suggestion): string {
  if (kind === 'number') return `nomor:${text}`;
  if (kind === 'sender') return `dari:"${text.replaceAll('"', '')}"`;
  return text;
}
