import type { RetentionRule } from '../../../server/retention/contract.ts';
import { Badge } from '../kit/index.ts';
import css from './classification.module.css';
import { fateTones, fateWords } from './scheme-words.ts';

/** The years of a rule one after the other, in proportion, with what happens at the end. */
export function RuleBar({ rule }: { rule: RetentionRule }) {
  const { activeYears, inactiveYears, triggerEvent, finalAction, exceptionNote } = rule;
  const start = triggerEvent === '' ? 'setelah berkas ditutup' : triggerEvent;
  return (
    <div className={css['rule']}>
      <p className={css['start']}>Dihitung {start}</p>
      <div className={css['years']}>
        <div className={css['active']} style={{ flexGrow: Math.max(1, activeYears) }}>
          <strong>{activeYears} tahun</strong> aktif
        </div>
        <div className={css['inactive']} style={{ flexGrow: Math.max(1, inactiveYears) }}>
          <strong>{inactiveYears} tahun</strong> inaktif
        </div>
        <div className={css['fate']}>
          <Badge tone={fateTones[finalAction]}>{fateWords[finalAction]}</Badge>
        </div>
      </div>
      {exceptionNote === '' ? null : <p className={css['exception']}>{exceptionNote}</p>}
    </div>
  );
}
