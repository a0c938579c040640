import { createAccount } from '../accounts/create-account.ts';
import type { Deps } from '../deps.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import type { Authority } from '../signing/authority/authority.ts';
import { issueOfficialCertificate } from '../signing/authority/issue-official-certificate.ts';
import { registerCertificate } from '../signing/register-certificate.ts';
import { DEMO_PEOPLE } from './content/people.ts';
import { listSigners } from './demo-queries.ts';
import { DEMO_PASSPHRASE, DEMO_PASSWORD } from './demo-secrets.ts';

const AT_ONCE = 4;

/** One account a person, all with the shared demonstration password. */
export async function makeDemoAccounts(deps: Deps, agency: EstablishedAgency): Promise<void> {
  await inGroups(DEMO_PEOPLE, async (person) => {
    const personId = agency.people.get(person.key);
    if (personId)
      await createAccount(deps, { agencyId: agency.agencyId, personId, nip: person.nip, password: DEMO_PASSWORD });
  });
}

/** Certificates from the demonstration authority for everyone on a structural desk, archivists and auditors, valid before the first letter. */
export async function issueDemoCertificates(
  deps: Deps,
  authority: Authority,
  agency: EstablishedAgency,
): Promise<void> {
  const { agencyId } = agency;
  const signers = await deps.db.transaction({ agencyId }, (tx) => listSigners(tx, agencyId));
  const validFrom = new Date(deps.now().getTime() - 86_400_000);
  const validTo = new Date(validFrom.getTime() + 2 * 365 * 86_400_000);
  await inGroups(signers, async (signer) => {
    const issued = await issueOfficialCertificate(authority, {
      name: signer.name,
      nip: signer.nip,
      position: signer.title,
      organisation: signer.unitName,
      validFrom,
      validTo,
      passphrase: DEMO_PASSPHRASE,
    });
    await registerCertificate(
      deps,
      { agencyId, personId: signer.personId, provider: 'demo', validFrom, validTo },
      issued,
    );
  });
}

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(work));
}
