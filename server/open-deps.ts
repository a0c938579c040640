import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from './config.ts';
import { openDb } from './db.ts';
import { openMailTransport } from './delivery/open-mail-transport.ts';
import type { Deps } from './deps.ts';
import { BLOB_FOLDER, loadBlobKey } from './files/blob-key.ts';
import { openFiles } from './files/files.ts';
import { createTypesetPool } from './pdf/preview-pool.ts';
import { chooseOcrEngine } from './reading/choose-ocr-engine.ts';
import { openTimestampClient } from './signing/open-timestamp-client.ts';
import { openTrust } from './signing/open-trust.ts';
import { openThrottle } from './throttle.ts';

export interface OpenDepsOptions {
  processName: 'api' | 'worker' | 'demo';
  /** Threads that typeset and draw. */
  typesetThreads: number;
  now?: () => Date;
}

/** The real things of a process; `close` ends them in reverse. */
export function openDeps(config: Config, options: OpenDepsOptions): { deps: Deps; close: () => Promise<void> } {
  const now = options.now ?? (() => new Date());
  const db = openDb(config.databaseUrl, {
    poolSize: config.databasePool,
    applicationName: `lontar-${options.processName}`,
  });
  const pdf = createTypesetPool({ size: options.typesetThreads });
  const trust = openTrust(config, now);
  const log = pino({
    level: config.logLevel,
    base: { process: options.processName },
    redact: { paths: ['*.passphrase', '*.password', 'passphrase', 'password', '*.cookie'], censor: '[disamarkan]' },
  });
  const deps: Deps = {
    config,
    db,
    pdf,
    trust,
    log,
    now,
    files: openFiles(join(config.dataDir, BLOB_FOLDER), loadBlobKey(config), config.blobMirrorDir),
    mail: openMailTransport(config, db, now),
    throttle: openThrottle(db),
    requestTimestamp: openTimestampClient(config, trust),
    ocrEngine: chooseOcrEngine(),
  };
  if (options.processName === 'worker')
    void deps.ocrEngine.then(({ name }) => log.info({ engine: name }, 'reader of scans'));
  return {
    deps,
    close: async () => {
      await pdf.close();
      await db.close();
    },
  };
}
