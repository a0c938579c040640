import {
  IconAlertTriangle,
  IconFileTypePdf,
  IconHelp,
  IconRosetteDiscountCheck,
  IconShieldCheck,
  type Icon,
} from '@tabler/icons-react';
import type { FileVerdict, Verification } from '../../../server/verification/contract.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Badge } from '../kit/badge.tsx';
import { ButtonLink } from '../kit/button.tsx';
import { DataList, DataRow } from '../kit/data-list.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { VerdictCard, type VerdictTone } from './verdict-card.tsx';
import css from './verification.module.css';

interface Look {
  tone: VerdictTone;
  icon: Icon;
  title: string;
  badge: string;
}

const looks: Record<FileVerdict['verdict'], Look> = {
  identical: { tone: 'good', icon: IconRosetteDiscountCheck, title: 'Sama persis dengan yang asli', badge: 'Cocok' },
  valid: { tone: 'warn', icon: IconShieldCheck, title: 'Tanda tangan sah, surat lain', badge: 'Bukan surat ini' },
  changed: { tone: 'bad', icon: IconAlertTriangle, title: 'Berubah setelah ditandatangani', badge: 'Tidak cocok' },
  invalid: { tone: 'bad', icon: IconAlertTriangle, title: 'Tanda tangan tidak sah', badge: 'Tidak cocok' },
  unknown: { tone: 'plain', icon: IconHelp, title: 'Tidak dapat dipastikan', badge: 'Tidak cocok' },
};

const badgeTones = { good: 'selesai', bad: 'segera', warn: 'menunggu', plain: 'konsep' } as const;

function lookOf(verdict: FileVerdict['verdict'], original: Verification | undefined): Look {
  const look = looks[verdict];
  if (verdict === 'identical' && original?.status === 'revoked')
    return { ...look, tone: 'warn', title: 'Sama, tetapi sudah dicabut' };
  if (original === undefined && verdict === 'valid')
    return { ...look, title: 'Tanda tangan sah', badge: 'Diterbitkan di luar Lontar ini' };
  if (original === undefined && verdict === 'unknown') return { ...look, badge: 'Tidak dikenal' };
  return look;
}

/** The short warning for a changed copy of a letter that exists; the reason itself then stands below. */
function warningOf(verdict: FileVerdict, original: Verification | undefined): string | undefined {
  const isCopy = verdict.verdict === 'changed' && original?.status === 'genuine';
  return isCopy ? 'Jangan gunakan berkas ini. Surat aslinya ada dan masih berlaku.' : undefined;
}

/** "CN=Penerbit, O=..." as people read it. */
function nameOf(distinguishedName: string): string {
  return /CN=((?:\\.|[^,\\])+)/.exec(distinguishedName)?.[1]?.replace(/\\(.)/g, '$1') ?? distinguishedName;
}

function OriginalFingerprint({ original }: { original: Verification | undefined }) {
  if (original?.sha256 == null) return null;
  return (
    <DataRow label="Sidik digital surat asli">
      <Fingerprint sha256={original.sha256} />
    </DataRow>
  );
}

function SignatureRows({ signatures }: { signatures: FileVerdict['signatures'] }) {
  const named = signatures.filter((signature) => signature.signer !== '');
  return named.map((signature, index) => (
    <DataRow
      key={index}
      label={named.length > 1 ? `Tanda tangan ${index + 1}` : 'Tanda tangan'}
      note={`${nameOf(signature.issuer)}${signature.isTrusted ? '' : ', tidak dikenal di sini'}`}
    >
      {signature.signer}
      {signature.signedAt === null ? '' : `, ${formatDateTime(signature.signedAt)}`}
    </DataRow>
  ));
}

interface FileVerdictCardProps {
  file: File;
  verdict: FileVerdict;
  /** The letter of the code that was checked. */
  original: Verification | undefined;
}

function describeSize(file: File, original: Verification | undefined): string {
  const own = formatSize(file.size);
  const expected = original?.sizeBytes == null ? own : formatSize(original.sizeBytes);
  return own === expected ? own : `${own}, seharusnya ${expected}`;
}

/** What became of the uploaded file; the original is always named where it exists. */
export function FileVerdictCard({ file, verdict, original }: FileVerdictCardProps) {
  const look = lookOf(verdict.verdict, original);
  const warning = warningOf(verdict, original);
  const differs = verdict.verdict !== 'identical';
  return (
    <VerdictCard
      tone={look.tone}
      icon={<look.icon size={30} stroke={1.8} aria-hidden="true" />}
      title={look.title}
      sentence={warning ?? verdict.reason}
    >
      <div className={css['file']}>
        <IconFileTypePdf size={30} stroke={1.6} aria-hidden="true" />
        <div className={css['fileName']}>
          <span>{file.name}</span>
          <span className="meta">{describeSize(file, original)}</span>
        </div>
        <Badge tone={badgeTones[look.tone]}>{look.badge}</Badge>
      </div>
      <DataList divided>
        {warning === undefined ? null : <DataRow label="Yang ditemukan">{verdict.reason}</DataRow>}
        <DataRow label="Sidik digital berkas Anda">
          <Fingerprint sha256={verdict.sha256} />
        </DataRow>
        {differs ? <OriginalFingerprint original={original} /> : null}
        <SignatureRows signatures={verdict.signatures} />
      </DataList>
      {verdict.matchesCode !== null && verdict.matchesCode !== original?.shortCode ? (
        <div className={css['more']}>
          <ButtonLink variant="primary" to="/v/$kode" params={{ kode: verdict.matchesCode }}>
            Lihat keterangan surat
          </ButtonLink>
        </div>
      ) : null}
    </VerdictCard>
  );
}
