import { FEATURED_ACCOUNTS } from './content/featured.ts';
import { DEMO_PEOPLE } from './content/people.ts';
import { DEMO_POSITIONS } from './content/positions.ts';
import { DEMO_PASSPHRASE, DEMO_PASSWORD } from './demo-secrets.ts';

interface DescribedAccount {
  nip: string;
  name: string;
  desk: string;
  role: string;
  story: string;
}

/** The accounts to try the demonstration with: for the terminal, and as JSON for tools. */
export function describeDemoAccounts(): { text: string; json: string } {
  const accounts = FEATURED_ACCOUNTS.map((featured): DescribedAccount => {
    const person = DEMO_PEOPLE.find((candidate) => candidate.key === featured.person);
    const position = DEMO_POSITIONS.find((candidate) => candidate.key === featured.position);
    return {
      nip: person?.nip ?? '',
      name: person?.name ?? '',
      desk: position?.title ?? '',
      role: featured.role,
      story: featured.story,
    };
  });
  const width = Math.max(...accounts.map((account) => account.role.length));
  const lines = accounts.map(
    (account) => `  ${account.nip}  ${account.role.padEnd(width)}  ${account.name}, ${account.desk}`,
  );
  return {
    json: `${JSON.stringify({ password: DEMO_PASSWORD, passphrase: DEMO_PASSPHRASE, accounts }, null, 2)}\n`,
    text: [
      'Akun demonstrasi (NIP, peran, nama, jabatan):',
      ...lines,
      `  Kata sandi semua akun: ${DEMO_PASSWORD}    Passphrase tanda tangan: ${DEMO_PASSPHRASE}`,
      '',
    ].join('\n'),
  };
}
