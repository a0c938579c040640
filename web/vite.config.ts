import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

/** What most screens share goes in one file: on a slow link every further request costs a turn. */
const shared = /[\\/]web[\\/]src[\\/](api|format|kit|shell)[\\/]|[\\/]@tabler[\\/]/u;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), brotliCopies],
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
