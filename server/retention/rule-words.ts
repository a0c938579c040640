import type { RetentionRule } from './retention-shapes.ts';
import { FATE_WORDS, periodWords } from './retention-words.ts';

/** "2 Tahun setelah pemeriksaan, lalu 3 Tahun inaktif, Musnah (kecuali ...)". */
export function ruleWords(rule: RetentionRule | null): string {
  if (rule === null) return 'tanpa aturan sendiri';
  const { activeYears: years, triggerEvent: trigger, inactiveYears, finalAction, exceptionNote } = rule;
  const fate = exceptionNote === '' ? FATE_WORDS[finalAction] : `${FATE_WORDS[finalAction]} (${exceptionNote})`;
  return `aktif ${periodWords({ years, trigger })}, lalu inaktif ${inactiveYears} Tahun, ${fate}`;
}
