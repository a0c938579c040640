import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartupError } from './startup-error.ts';

/** Makes the data directory; under root others may pass through to the services' own folder, yet list nothing. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupError(
      `Folder data ${dataDir} tidak dapat dibuat atau ditulis (${(error as NodeJS.ErrnoException).code ?? String(error)}): jalankan sebagai pemiliknya, atau pilih folder lain dengan DATA_DIR.`,
    );
  }
}
