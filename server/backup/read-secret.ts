import { readFile } from 'node:fs/promises';
import { BackupProblem } from './backup-problem.ts';

/** The passphrase of a backup folder: from a file, else from the environment. */
export async function readSecret(env: NodeJS.ProcessEnv, keyFile: string | undefined): Promise<string> {
  const path = keyFile ?? env['BACKUP_KEY_FILE'];
  if (path !== undefined && path !== '') return (await readFile(path, 'utf8')).trim();
  const passphrase = env['BACKUP_PASSPHRASE'] ?? '';
  if (passphrase === '')
    throw new BackupProblem(
      'Cadangan selalu disandikan: isi BACKUP_PASSPHRASE, atau sebut berkas kunci dengan --kunci BERKAS.',
    );
  return passphrase;
}
