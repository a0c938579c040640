import { buildIfChanged } from './build.mjs';
import { installIfChanged } from './install.mjs';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node.js ${process.versions.node} terlalu lama: pasang Node.js 20.19 atau lebih baru.`);
  process.exit(1);
}

await installIfChanged();
await buildIfChanged();
await import('../dist/server/runtime/main.js');
