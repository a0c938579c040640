import { IconAlertTriangle, IconCertificate, IconCheck } from '@tabler/icons-react';
import type { OutputOf } from '../../../server/contract.ts';
import type { getCertificateEndpoint } from '../../../server/signing/contract.ts';
import { agencyNow, daysUntil, formatDate, formatShortDate } from '../format/dates.ts';
import { Badge, DataList, DataRow, Notice } from '../kit/index.ts';
import css from './certificate-card.module.css';

export type Certificate = NonNullable<OutputOf<typeof getCertificateEndpoint>['certificate']>;

/** Why nothing can be signed with it, or undefined. */
export function certificateProblem(certificate: Certificate | null): string | undefined {
  if (certificate === null)
    return 'Anda belum mempunyai sertifikat elektronik. Minta administrator menerbitkannya; surat tetap menunggu di sini.';
  if (certificate.isUsable) return undefined;
  return new Date(certificate.validTo) <= agencyNow()
    ? `Sertifikat elektronik Anda kedaluwarsa pada ${formatDate(certificate.validTo)}. Minta administrator memperbaruinya; surat tetap menunggu di sini.`
    : 'Sertifikat elektronik Anda sudah dicabut. Minta administrator menerbitkan yang baru; surat tetap menunggu di sini.';
}

function CertificateState({ certificate }: { certificate: Certificate }) {
  if (!certificate.isUsable) return <Badge tone="segera">Tidak berlaku</Badge>;
  return (
    <Badge tone="selesai" icon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}>
      Aktif
    </Badge>
  );
}

function validity(certificate: Certificate): string {
  const days = daysUntil(certificate.validTo);
  return `s.d. ${formatDate(certificate.validTo)}${days >= 0 ? ` (${days} hari lagi)` : ''}`;
}

/** The certificate that will sign; one line on phones. */
export function CertificateCard({ certificate }: { certificate: Certificate | null }) {
  const problem = certificateProblem(certificate);
  return (
    <div className={css['card']}>
      {certificate === null ? null : (
        <>
          <div className={css['head']}>
            <IconCertificate size={20} stroke={1.8} aria-hidden="true" />
            <h2 className={css['title']}>Sertifikat elektronik</h2>
            <div className={css['brief']}>
              <span>{certificate.holder}</span>
              <span className={css['quiet']}>
                {certificate.isDemo ? 'Demonstrasi · s' : 'S'}.d. {formatShortDate(certificate.validTo)}
              </span>
            </div>
            <CertificateState certificate={certificate} />
          </div>
          <div className={css['facts']}>
            <DataList>
              <DataRow label="Nama">{certificate.holder}</DataRow>
              <DataRow label="Berlaku">{validity(certificate)}</DataRow>
              <DataRow label="Penerbit">{certificate.issuer}</DataRow>
            </DataList>
          </div>
        </>
      )}
      {problem === undefined ? null : (
        <Notice tone="segera" icon={<IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />}>
          {problem}
        </Notice>
      )}
    </div>
  );
}
