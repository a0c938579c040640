import { IconTextSpellcheck } from '@tabler/icons-react';
import { Button, CountPill } from '../kit/index.ts';
import type { StyleFinding } from './check-style.ts';
import css from './findings-list.module.css';

interface FindingsListProps {
  findings: readonly StyleFinding[];
  onShow: (finding: StyleFinding) => void;
  onFix: (finding: StyleFinding) => void;
  onFixAll: () => void;
  /** Without the title, inside a sheet that has one. */
  bare?: boolean;
}

/** What the style check found; the number is the same as the pin in the text. */
export function FindingsList({ findings, onShow, onFix, onFixAll, bare = false }: FindingsListProps) {
  return (
    <section className={css['panel']} aria-label="Pemeriksa tata naskah">
      <header className={css['head']}>
        {bare ? null : (
          <h2 className={css['title']}>
            <IconTextSpellcheck size={20} stroke={1.8} aria-hidden="true" />
            Pemeriksa tata naskah
          </h2>
        )}
        <CountPill tone={findings.length === 0 ? 'selesai' : 'dikembalikan'}>
          {findings.length === 0 ? 'Tidak ada temuan' : `${findings.length} temuan`}
        </CountPill>
        <span className={css['spring']} />
        {findings.length < 2 ? null : (
          <button type="button" className={css['all']} onClick={onFixAll}>
            Perbaiki semua
          </button>
        )}
      </header>
      {findings.length === 0 ? null : (
        <ol className={css['list']}>
          {findings.map((finding, index) => (
            <li key={finding.id} className={css['finding']}>
              <span
                className={css['number']}
                data-problem={finding.rule === 'unprintable' ? '' : undefined}
                aria-hidden="true"
              >
                {index + 1}
              </span>
              <div className={css['text']}>
                {finding.at === null ? (
                  <div className={css['name']}>{finding.title}</div>
                ) : (
                  <button type="button" className={css['name']} onClick={() => onShow(finding)}>
                    {finding.title}
                  </button>
                )}
                <div className={css['detail']}>{finding.detail}</div>
              </div>
              <Button
                size="small"
                variant="outline"
                aria-label={`${finding.fix.label}: ${finding.title}, ${finding.detail}`}
                onClick={() => onFix(finding)}
              >
                {finding.fix.label}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
