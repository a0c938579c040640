import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const api = 'http://127.0.0.1:3000';

/** A compressed copy beside every script and style sheet, so that the server compresses nothing while it answers. */
const brotliCopies: Plugin = {
  name: 'brotli-copies',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/[.](js|css)$/u.test(file.fileName)) continue;
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const source = brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        });
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source });
      }
    },
  },
};

/** Read without a connection: the frame, the inbox and the dispositions. */
const offlineScreens = ['web/src/main.tsx', 'web/src/shell/shell.tsx', 'web/src/incoming/inbox-screen.tsx'].concat([
  'web/src/disposisi/dispositions-screen.tsx',
  'web/src/disposisi/disposition-screen.tsx',
]);
const workerFile = 'pekerja.js';

type Chunk = Extract<Rolldown.OutputBundle[string], { type: 'chunk' }>;

/** Every file these screens need at once: their chunks, what those import, their styles, and the letters of the screen. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const isNamed = ({ facadeModuleId }: Chunk) =>
    offlineScreens.some((screen) => facadeModuleId?.endsWith(screen) === true) ||
    facadeModuleId?.endsWith('web/index.html') === true;
  const needed = new Set<string>();
  const add = (chunk: Chunk) => {
    if (needed.has(chunk.fileName)) return;
    needed.add(chunk.fileName);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) needed.add(sheet);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  chunks.filter(isNamed).forEach(add);
  const fonts = Object.keys(bundle).filter((name) => /inter-latin-wght-normal.*[.]woff2$/u.test(name));
  return [...needed, ...fonts].sort().map((name) => `/${name}`);
}

/** Builds the worker beside the pages and tells it what to keep; a new list of hashed names makes a new worker. */
const offlineWorker: Plugin = {
  name: 'offline-worker',
  apply: 'build',
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url)),
      fileName: workerFile,
    });
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') throw new Error('the offline worker was not built');
      worker.code = worker.code.replace('__KEPT_FILES__', JSON.stringify(JSON.stringify(filesOf(bundle))));
    },
  },
};

/** What most screens share goes in one file: on a slow link every further request costs a turn. */
const shared = /[\\/]web[\\/]src[\\/](api|format|kit|shell)[\\/]|[\\/]@tabler[\\/]/u;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offlineWorker, brotliCopies],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  preview: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: shared, minShareCount: 3 }] } },
    },
  },
});
