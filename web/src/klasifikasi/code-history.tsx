import type { ClassificationCode, CodeVersion } from '../../../server/retention/contract.ts';
import { formatDate } from '../format/dates.ts';
import { Badge, Card, Timeline, TimelineItem, type TimelineTone } from '../kit/index.ts';
import css from './classification.module.css';
import { describeChange, ruleLine } from './scheme-words.ts';

function toneOf(version: CodeVersion, { current, today }: ClassificationCode): TimelineTone {
  if (version.editionId === current?.editionId) return 'current';
  return version.startsOn > today ? 'ahead' : 'done';
}

function Period({ version, code }: { version: CodeVersion; code: ClassificationCode }) {
  if (version.isSuperseded) return <Badge tone="konsep">Diganti pada hari yang sama</Badge>;
  if (version.startsOn > code.today) return <Badge tone="menunggu">Akan berlaku</Badge>;
  if (version.endsOn === null) return <Badge tone="selesai">Berlaku</Badge>;
  return <span className="meta">sampai {formatDate(version.endsOn)}</span>;
}

function Version({ version, before }: { version: CodeVersion; before: CodeVersion | undefined }) {
  const changes = describeChange(before, version);
  return (
    <div className={css['version']}>
      <p className="meta">
        Mulai {formatDate(version.startsOn)}
        {version.decreeNumber === '' ? '' : ` · ${version.decreeNumber}`}
        {version.decidedBy === null ? '' : ` · ditetapkan ${version.decidedBy}`}
      </p>
      {version.reason === '' ? null : <p>Alasan: {version.reason}</p>}
      {changes.length === 0 ? <p>{ruleLine(version.rule)}</p> : null}
      {changes.map((change) => (
        <p key={change}>{change}</p>
      ))}
    </div>
  );
}

/** Every version of a code by edition, newest first. */
export function CodeHistory({ code }: { code: ClassificationCode }) {
  const { history } = code;
  return (
    <Card title="Riwayat" aside={`${history.length} edisi`}>
      <Timeline label={`Riwayat kode ${code.code}`}>
        {history.map((version, at) => (
          <TimelineItem
            key={version.editionId}
            tone={toneOf(version, code)}
            title={version.editionTitle}
            aside={<Period version={version} code={code} />}
          >
            <Version version={version} before={history.slice(at + 1).find(({ isSuperseded }) => !isSuperseded)} />
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
