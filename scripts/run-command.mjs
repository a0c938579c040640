import { buildIfChanged } from './build.mjs';
import { installIfChanged } from './install.mjs';

// Commands on the side of a running installation; each is a compiled program that reads the rest of the line.
const COMMANDS = {
  'audit-verify': '../dist/server/audit/verify-main.js',
  backup: '../dist/server/backup/backup-main.js',
  restore: '../dist/server/backup/restore-main.js',
  fixity: '../dist/server/upkeep/fixity-main.js',
  load: '../dist/server/exchange/load-main.js',
};

const [name, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, name ?? '')) throw new Error(`tidak ada perintah "${name}"`);
await installIfChanged();
await buildIfChanged(['server']);
process.argv.splice(2, process.argv.length, ...rest);
await import(COMMANDS[name]);
