import { X509Certificate } from 'node:crypto';
import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { findCertificate } from './certificate-queries.ts';
import type { getCertificateEndpoint } from './contract.ts';
import { isUsable } from './unlock-keystore.ts';

/** The certificate the person would sign with now, as the signing screen shows it. */
export async function getCertificate(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof getCertificateEndpoint>> {
  const now = deps.now();
  const { agencyId, personId } = actor;
  const found = await read(deps, actor, (tx) => findCertificate(tx, { agencyId, personId, now }));
  if (!found) return { certificate: null };
  const certificate = new X509Certificate(found.certificatePem);
  return {
    certificate: {
      holder: commonName(certificate.subject),
      issuer: commonName(certificate.issuer),
      serial: found.serial,
      validTo: found.validTo,
      isUsable: isUsable(found, now),
      isDemo: found.provider === 'demo',
    },
  };
}

function commonName(name: string): string {
  return (/^CN=(.*)$/mu.exec(name)?.[1] ?? name).replace(/\\(.)/gu, '$1');
}
