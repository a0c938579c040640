import { useState } from 'react';
import { useOperation } from '../api/index.ts';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { searchClassifications } from '../konsep/organisation-operations.ts';
import { useSettled } from '../konsep/use-settled.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';
import { suggestClassifications } from './intake-operations.ts';
import css from './registration-form.module.css';
import type { RegistrationContext, RegistrationValues } from './registration-values.ts';

interface Coded {
  code: string;
  name: string;
}

const shortestSubject = 8;

/** Each code once, in the order given, with the reason why it is offered. */
function offer(
  codes: readonly Coded[],
  suggested: readonly Coded[],
  used: RegistrationContext['classifications'],
): SearchOption[] {
  const byCode = new Map(codes.map((one) => [one.code, one]));
  return [...byCode.values()].map(({ code, name }) => {
    const uses = used.find((one) => one.code === code)?.uses ?? 0;
    const tag = suggested.some((one) => one.code === code)
      ? 'Disarankan dari hal'
      : uses > 0
        ? `Dipakai ${uses} kali`
        : undefined;
    return { value: code, code, label: name, tag };
  });
}

/** The likeliest code, one press away; a person decides. */
function Suggestion({ code, onTake }: { code: Coded; onTake: () => void }) {
  return (
    <>
      Disarankan dari hal:{' '}
      <button type="button" className={css['take']} onClick={onTake}>
        {code.code} {code.name}
      </button>
    </>
  );
}

interface ClassificationFieldProps {
  values: RegistrationValues;
  change: (values: Partial<RegistrationValues>) => void;
  context: RegistrationContext;
  error: string | undefined;
}

/** What is offered for the words: matches while somebody types, else what fits the subject and what is used most. */
function useOffer(typed: string | null, subject: string, context: RegistrationContext) {
  const settled = useSettled(subject.trim(), 600);
  const suggested = useOperation(
    suggestClassifications,
    { query: { subject: settled } },
    { enabled: settled.length >= shortestSubject, keepPrevious: true },
  );
  const suggestions = suggested.data?.classifications ?? [];
  const found = useWordSearch(searchClassifications, typed ?? '', (q) => ({ query: { q, limit: 8 } }));
  const isSearching = typed !== null && typed.trim() !== '';
  const codes = isSearching
    ? (found.output?.classifications ?? [])
    : [...suggestions, ...context.classifications].slice(0, 8);
  return {
    options: offer(codes, suggestions, context.classifications),
    first: suggestions[0],
    isPending: isSearching && found.isPending,
    isStale: isSearching && found.isStale,
  };
}

function wordsOf(chosen: Coded | null): string {
  return chosen === null ? '' : `${chosen.code} ${chosen.name}`;
}

/** Code or words; before anything is typed, what fits the subject and what the unit uses most. */
export function ClassificationField({ values, change, context, error }: ClassificationFieldProps) {
  const chosen = values.classification;
  const [typed, setTyped] = useState<string | null>(null);
  const { options, first, isPending, isStale } = useOffer(typed, values.subject, context);
  const asks = chosen === null && typed === null;
  const choose = (classification: Coded) => {
    change({ classification });
    setTyped(null);
  };

  return (
    <SearchSelect
      label="Klasifikasi arsip"
      placeholder="Cari kode atau kata"
      error={error}
      hint={
        asks && first !== undefined ? (
          <Suggestion code={first} onTake={() => choose({ code: first.code, name: first.name })} />
        ) : undefined
      }
      words={typed ?? wordsOf(chosen)}
      onWords={(words) => {
        setTyped(words);
        if (words === '') change({ classification: null });
      }}
      options={options}
      chosen={chosen === null ? [] : [chosen.code]}
      pending={isPending}
      isStale={isStale}
      emptyText="Tidak ada klasifikasi dengan kata itu."
      onChoose={(option) => choose({ code: option.value, name: option.label })}
    />
  );
}
