import type { FileDetail } from '../../../server/filing/contract.ts';
import { formatDate } from '../format/dates.ts';
import { countingWords, finalWords } from './berkas-words.ts';
import { shapeRetention } from './retention-shape.ts';
import css from './retention-bar.module.css';

const years = (count: number) => `${count} tahun`;
/** Share of the bar that the two lives take; the rest is what follows. */
const LIVES = 0.68;

/** Active and inactive years of a file with today's place on them. */
export function RetentionBar({ file }: { file: FileDetail }) {
  const shape = shapeRetention(file);
  const { activeYears, inactiveYears, activeUntil, inactiveUntil, isPlanned } = shape;
  const final = file.rule.finalAction === null ? 'Belum ditentukan' : finalWords[file.rule.finalAction];
  return (
    <section className={css['card']} aria-label="Retensi">
      <div className={css['head']}>
        <h2>Retensi menurut JRA</h2>
        <span className="meta">{countingWords(file)}</span>
      </div>
      {activeYears === null ? null : (
        <>
          <p
            className={css['today']}
            style={{ paddingInlineStart: `min(${shape.todayAt * LIVES * 100}%, calc(100% - 190px))` }}
          >
            Hari ini, {formatDate(file.today)}
          </p>
          <div className={css['bar']}>
            <span className={css['mark']} style={{ insetInlineStart: `${shape.todayAt * LIVES * 100}%` }} />
            <span className={css['active']} style={{ flexGrow: Math.max(activeYears, 1) }}>
              Aktif {years(activeYears)}
            </span>
            {inactiveYears === null ? null : (
              <span className={css['inactive']} style={{ flexGrow: Math.max(inactiveYears, 1) }}>
                Inaktif {years(inactiveYears)}
              </span>
            )}
            <span className={css['final']}>{final}</span>
          </div>
          <dl className={css['dates']}>
            <div>
              <dt>{file.closedOn === null ? 'Bila ditutup hari ini' : 'Ditutup'}</dt>
              <dd>{formatDate(file.closedOn ?? file.today)}</dd>
            </div>
            <div>
              <dt>Menjadi inaktif</dt>
              <dd>{dateWords(activeUntil, isPlanned)}</dd>
            </div>
            <div>
              <dt>{final}</dt>
              <dd>{dateWords(inactiveUntil, isPlanned)}</dd>
            </div>
          </dl>
        </>
      )}
      {file.rule.exceptionNote === '' ? null : <p className="meta">Pengecualian: {file.rule.exceptionNote}</p>}
    </section>
  );
}

function dateWords(date: string | null, isPlanned: boolean): string {
  if (date === null) return '–';
  return isPlanned ? `perkiraan ${formatDate(date)}` : formatDate(date);
}
