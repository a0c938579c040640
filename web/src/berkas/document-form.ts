import { useState } from 'react';
import { useCurrentDesk } from '../accounts/session.ts';
import type { ApiProblem } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import type { DocumentFieldProps } from './document-fields.tsx';
import { findGaps, toContent, type DocumentValues } from './document-values.ts';

const serverPath = (path: keyof DocumentValues) => `content.${path === 'readers' ? 'readerPositionIds' : path}`;

/** The form; its gaps are named once saving was tried. */
export function useDocumentForm(first: DocumentValues, problem: ApiProblem | null) {
  const desk = useCurrentDesk();
  const [values, setValues] = useState(first);
  const [isTried, setTried] = useState(false);
  const gaps = findGaps(values);
  const own = desk === undefined ? undefined : { positionId: desk.positionId, title: desk.title };
  const form: DocumentFieldProps = {
    values,
    own,
    change: (part) => setValues((known) => ({ ...known, ...part })),
    errorOf: (path) => (isTried ? gaps[path] : undefined) ?? problem?.field(serverPath(path)),
  };
  const check = (isMore = true): boolean => {
    setTried(true);
    const isReady = isMore && Object.keys(gaps).length === 0;
    if (!isReady) showToast('Lengkapi isian yang ditandai', { tone: 'problem' });
    return isReady;
  };
  return { form, check, isTried, content: () => toContent(values, own) };
}
