import { uuidv7 } from 'uuidv7';
import type { Deps } from '../deps.ts';
import type { OfficialCertificate } from './authority/issue-official-certificate.ts';
import { insertCertificate } from './certificate-queries.ts';
import type { ProviderKind } from './provider.ts';

export interface CertificateHolder {
  agencyId: string;
  personId: string;
  provider: ProviderKind;
  validFrom: Date;
  validTo: Date;
}

/** Gives a person a certificate and the keystore that only the person's passphrase opens; returns its id. */
export async function registerCertificate(
  deps: Pick<Deps, 'db'>,
  holder: CertificateHolder,
  issued: OfficialCertificate,
): Promise<string> {
  const id = uuidv7();
  await deps.db.transaction({ agencyId: holder.agencyId }, (tx) =>
    insertCertificate(tx, {
      ...holder,
      id,
      serial: issued.serial,
      certificatePem: issued.certificatePem,
      keystore: issued.pkcs12,
    }),
  );
  return id;
}
