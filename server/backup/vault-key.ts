import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../files/write-durably.ts';
import { BackupProblem } from './backup-problem.ts';

/** Keys of a backup folder; everything in it that is not encrypted already is encrypted under them. */
export interface VaultKey {
  /** AES-256. */
  cipherKey: Buffer;
  /** Names parts by a keyed hash of their content, so that names tell nothing and equal parts are kept once. */
  nameKey: Buffer;
}

const Header = z.object({
  format: z.literal('lontar-cadangan/1'),
  salt: z.string(),
  scrypt: z.object({
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(8).max(32),
    p: z.int().min(1).max(4),
  }),
  keyCheck: z.string(),
});

const NAME = 'lontar-cadangan.json';
const COST = { N: 2 ** 17, r: 8, p: 1 };

/** Opens the folder's key, or gives an empty folder its own when `isNew` allows it. */
export async function openVaultKey(folder: string, secret: string, isNew: boolean): Promise<VaultKey> {
  if (secret.length < 12)
    throw new BackupProblem(
      'Frasa sandi cadangan terlalu pendek: isi BACKUP_PASSPHRASE dengan sedikitnya 12 karakter.',
    );
  const path = join(folder, NAME);
  if (!existsSync(path)) {
    if (!isNew) throw new BackupProblem(`Folder ${folder} bukan folder cadangan Lontar: periksa letaknya.`);
    const salt = randomBytes(16).toString('hex');
    const key = await derive(secret, salt, COST);
    const header = { format: 'lontar-cadangan/1', salt, scrypt: COST, keyCheck: checkOf(key).toString('hex') };
    await writeDurably(path, Buffer.from(`${JSON.stringify(header, null, 2)}\n`));
    return key;
  }
  const header = Header.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!header.success) throw new BackupProblem(`Berkas ${NAME} rusak: salin kembali dari folder cadangan yang lain.`);
  const key = await derive(secret, header.data.salt, header.data.scrypt);
  const check = Buffer.from(header.data.keyCheck, 'hex');
  if (check.length !== 32 || !timingSafeEqual(check, checkOf(key)))
    throw new BackupProblem('Kunci cadangan salah: periksa BACKUP_PASSPHRASE atau berkas kuncinya.');
  return key;
}

function derive(secret: string, salt: string, cost: typeof COST): Promise<VaultKey> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), Buffer.from(salt, 'hex'), 32, options, (error, seed) => {
      if (error) reject(error);
      else resolve({ cipherKey: part(seed, 'cipher'), nameKey: part(seed, 'name') });
    });
  });
}

function part(seed: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', seed, 'lontar cadangan', use, 32));
}

function checkOf({ nameKey }: VaultKey): Buffer {
  return createHmac('sha256', nameKey).update('key check').digest();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
