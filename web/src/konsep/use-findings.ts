import { useDeferredValue, useMemo } from 'react';
import type { Pin } from '../editor/pin-marks.ts';
import { isPrintable } from '../editor/printable-characters.ts';
import { checkStyle, type StyleFinding } from './check-style.ts';
import { isOpen, type Thread } from './comment-threads.ts';
import type { DraftContent } from './draft-content.ts';

/** Findings of the words on the screen; typing goes before checking. */
export function useFindings(content: DraftContent): StyleFinding[] {
  const { body, type, onBehalfOf, cc } = useDeferredValue(content);
  return useMemo(
    () =>
      checkStyle(body, {
        type,
        onBehalfOfTitle: onBehalfOf?.title ?? null,
        copies: cc.map((copy) => copy.name),
        isPrintable,
      }),
    [body, type, onBehalfOf, cc],
  );
}

/** The numbers in the text: findings and open comments, numbered as in their lists. */
export function pinsOf(findings: readonly StyleFinding[], threads: readonly Thread[]): Pin[] {
  const found = findings.flatMap((finding, index): Pin[] => {
    if (finding.at === null) return [];
    const tone = finding.rule === 'unprintable' ? 'problem' : 'finding';
    return [{ id: finding.id, number: index + 1, tone, ...finding.at, label: `${finding.title}: ${finding.detail}` }];
  });
  const noted = threads.filter(isOpen).flatMap(({ root, number }): Pin[] => {
    if (root.anchor === null) return [];
    const tone = root.isOwn ? 'own' : 'comment';
    return [{ id: root.id, number, tone, ...root.anchor, label: `Catatan ${root.authorName}: ${root.text}` }];
  });
  return [...found, ...noted];
}
