import { useEffect, useState } from 'react';

/** The words a little after the last key, so that a search does not run for every letter. */
export function useSettled(words: string, quietMs = 200): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), quietMs);
    return () => clearTimeout(timer);
  }, [words, quietMs]);
  return settled;
}
