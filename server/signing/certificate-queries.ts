import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';

const CertificateRow = z.object({
  id: z.uuid(),
  provider: z.enum(['demo', 'local', 'bsre']),
  serial: z.string(),
  certificatePem: z.string(),
  keystore: z.instanceof(Buffer).nullable(),
  validFrom: z.string(),
  validTo: z.string(),
  revokedAt: z.string().nullable(),
});
export type CertificateRow = z.output<typeof CertificateRow>;

/** The person's certificate that holds at an instant, else the one that held longest. */
export function findCertificate(
  tx: Tx,
  holder: { agencyId: string; personId: string; now: Date },
): Promise<CertificateRow | undefined> {
  return one(
    tx,
    `select id, provider, serial, certificate_pem, keystore, valid_from, valid_to, revoked_at from certificate
     where agency_id = :agencyId and person_id = :personId
     order by (valid_from <= :now and valid_to > :now and (revoked_at is null or revoked_at > :now)) desc, valid_to desc, id desc
     limit 1`,
    holder,
    CertificateRow,
  );
}

export async function insertCertificate(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    personId: string;
    provider: string;
    serial: string;
    certificatePem: string;
    keystore: Uint8Array;
    validFrom: Date;
    validTo: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into certificate (agency_id, id, person_id, provider, serial, certificate_pem, keystore, valid_from, valid_to)
     values (:agencyId, :id, :personId, :provider, :serial, :certificatePem, :keystore, :validFrom, :validTo)`,
    { ...row, keystore: Buffer.from(row.keystore) },
  );
}
