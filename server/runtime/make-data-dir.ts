import { mkdirSync } from 'node:fs';
import { StartupError } from './startup-error.ts';

/** Makes the data directory; under root others may pass through to the services' own folder, yet list nothing. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new StartupError(
      `Folder data ${dataDir} tidak dapat dibuat (${(error as NodeJS.ErrnoException).code ?? String(error)}): pilih folder yang dapat ditulis dengan DATA_DIR.`,
    );
  }
}
