import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClassificationCode } from '../../../server/retention/contract.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, Card, DataList, DataRow, Notice } from '../kit/index.ts';
import { ChangeSheet } from './change-sheet.tsx';
import css from './classification.module.css';
import { CodeHistory } from './code-history.tsx';
import { RuleBar } from './rule-bar.tsx';
import { securityWords } from './scheme-words.ts';

function Path({ code }: { code: ClassificationCode }) {
  if (code.path.length === 0) return null;
  return (
    <nav className={css['path']} aria-label="Letak kode">
      {code.path.map((above) => (
        <Link key={above.code} to="/pengaturan/klasifikasi" search={{ kode: above.code }}>
          {above.code} {above.name}
        </Link>
      ))}
    </nav>
  );
}

function Rule({ code }: { code: ClassificationCode }) {
  const { rule } = code;
  if (rule === null)
    return (
      <Notice tone="menunggu">
        Belum ada aturan retensi untuk kode ini maupun kode di atasnya. Berkasnya tidak akan jatuh tempo.
      </Notice>
    );
  return (
    <>
      <RuleBar rule={rule} />
      {rule.fromCode === code.code ? null : (
        <p className="meta">
          Mengikuti aturan{' '}
          <Link to="/pengaturan/klasifikasi" search={{ kode: rule.fromCode }}>
            {rule.fromCode} {rule.fromName}
          </Link>
          , karena kode ini tidak mempunyai aturan sendiri.
        </p>
      )}
    </>
  );
}

function Standing({ code }: { code: ClassificationCode }) {
  const { current, retiredOn, history } = code;
  if (retiredOn !== null)
    return (
      <Notice tone="menunggu">
        Dicabut {formatDate(retiredOn)}. Tidak ditawarkan lagi untuk surat baru; berkas lama tetap memakai aturannya.
      </Notice>
    );
  const next = history.find(({ startsOn, isSuperseded }) => !isSuperseded && startsOn > code.today);
  if (next !== undefined) return <Notice>Ada perubahan yang mulai berlaku {formatDate(next.startsOn)}.</Notice>;
  return current?.endsOn ? <Notice tone="menunggu">Akan dicabut {formatDate(current.endsOn)}.</Notice> : null;
}

/** One code: the rule that counts, where it comes from, its classes and its history. */
export function CodePanel({ code, isAdmin }: { code: ClassificationCode; isAdmin: boolean }) {
  const [changing, setChanging] = useState(false);
  const shown = code.current ?? code.history[0];
  return (
    <div className={css['panel']}>
      <header className={css['head']}>
        <div className={css['headText']}>
          <Path code={code} />
          <h2>
            <span className={css['number']}>{code.code}</span> {shown?.name}
          </h2>
        </div>
        {isAdmin && code.current !== null ? (
          <Button
            variant="outline"
            icon={<IconPencil size={18} stroke={1.8} aria-hidden="true" />}
            onClick={() => setChanging(true)}
          >
            Ubah kode
          </Button>
        ) : null}
      </header>
      <Standing code={code} />
      <Card title="Jadwal retensi">
        <Rule code={code} />
      </Card>
      <Card title="Keamanan dan akses">
        <DataList>
          <DataRow label="Kelas keamanan">{shown === undefined ? '' : securityWords[shown.securityClass]}</DataRow>
          <DataRow label="Akses">{shown?.accessNote ? shown.accessNote : 'Tidak ditulis'}</DataRow>
          <DataRow label="Berkas">{formatCount(code.fileCount)} berkas memakai kode ini</DataRow>
        </DataList>
      </Card>
      <CodeHistory code={code} />
      {changing && code.current !== null ? (
        <ChangeSheet code={code} current={code.current} onClose={() => setChanging(false)} />
      ) : null}
    </div>
  );
}
