import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account under which Postgres and Redis run when the supervisor is root; Postgres refuses to be root. */
export interface ServiceUser {
  name: string;
  uid: number;
  gid: number;
}

/** `postgres` or `nobody` of /etc/passwd when this process is root, else null: the services run as ourselves. */
export function chooseServiceUser(uid = process.getuid?.(), passwd = readPasswd()): ServiceUser | null {
  if (uid !== 0) return null;
  for (const wanted of ['postgres', 'nobody']) {
    const user = passwd
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === wanted);
    const [name, , uidText, gidText] = user ?? [];
    if (name !== undefined && Number(uidText) > 0) return { name, uid: Number(uidText), gid: Number(gidText) };
  }
  // Linux's own convention for the account that owns nothing.
  return { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/** Runs a short command as that user; true when it ends well. */
export function succeedsAs(user: ServiceUser | null, command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    cwd: '/',
    stdio: 'ignore',
    timeout: 20_000,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  return status === 0;
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
