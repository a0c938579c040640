import type { CodeFacts, CodeVersion } from '../../../server/retention/contract.ts';

/** What the form of one code holds, as it is typed. */
export interface ChangeDraft {
  name: string;
  hasRule: boolean;
  activeYears: string;
  inactiveYears: string;
  triggerEvent: string;
  finalAction: NonNullable<CodeFacts['rule']>['finalAction'];
  exceptionNote: string;
  securityClass: CodeFacts['securityClass'];
  accessNote: string;
  effectiveFrom: string;
  reason: string;
}

export function draftOf(current: CodeVersion, today: string): ChangeDraft {
  const { name, rule, securityClass, accessNote } = current;
  return {
    ...{ name, securityClass, accessNote, effectiveFrom: today, reason: '' },
    hasRule: rule !== null,
    activeYears: rule === null ? '' : String(rule.activeYears),
    inactiveYears: rule === null ? '' : String(rule.inactiveYears),
    triggerEvent: rule?.triggerEvent ?? '',
    finalAction: rule?.finalAction ?? 'destroy',
    exceptionNote: rule?.exceptionNote ?? '',
  };
}

/** Whole years from 0 to 100, or undefined. */
export function readYears(typed: string): number | undefined {
  const years = /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  return years <= 100 ? years : undefined;
}

/** The body of the request without what it is based on; undefined while something is missing. */
export function changeOf(draft: ChangeDraft) {
  const { hasRule, activeYears: active, inactiveYears: inactive, triggerEvent, finalAction, exceptionNote } = draft;
  const { name, securityClass, accessNote, effectiveFrom, reason } = draft;
  const [activeYears, inactiveYears] = [readYears(active), readYears(inactive)];
  if (name.trim() === '' || reason.trim().length < 5 || effectiveFrom === '') return undefined;
  const facts = {
    name: name.trim(),
    securityClass,
    accessNote: accessNote.trim(),
    effectiveFrom,
    reason: reason.trim(),
  };
  if (!hasRule) return { ...facts, rule: null };
  if (activeYears === undefined || inactiveYears === undefined) return undefined;
  const words = { triggerEvent: triggerEvent.trim(), exceptionNote: exceptionNote.trim() };
  return { ...facts, rule: { activeYears, inactiveYears, finalAction, ...words } };
}
