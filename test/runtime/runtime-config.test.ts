import { expect } from 'chai';
import { ConfigError } from '../../server/config.ts';
import { readRuntimeConfig } from '../../server/runtime/runtime-config.ts';

describe('runtime configuration', () => {
  it('needs nothing: port 3000 on loopback, data in .data of the folder', () => {
    const config = readRuntimeConfig({});
    expect(config).to.deep.include({ isProduction: false, port: 3000, host: '127.0.0.1', databaseUrl: undefined });
    expect(config.address).to.equal('http://127.0.0.1:3000');
    expect(config.dataDir).to.match(/^\/.*\/\.data$/u);
  });

  it('shows an address that a browser on this machine understands', () => {
    expect(readRuntimeConfig({ HOST: '0.0.0.0', PORT: '8080' }).address).to.equal('http://localhost:8080');
    expect(readRuntimeConfig({ HOST: '::1' }).address).to.equal('http://[::1]:3000');
    expect(readRuntimeConfig({ PUBLIC_URL: 'https://surat.contoh.go.id' }).address).to.equal(
      'https://surat.contoh.go.id',
    );
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readRuntimeConfig({ PORT: '', DATABASE_URL: '' })).to.deep.include({ port: 3000, databaseUrl: undefined });
  });

  it('reports every problem at once, each in a sentence that names what to set', () => {
    const problems = problemsOf({
      PORT: 'tiga ribu',
      DATABASE_URL: 'mysql://server/lontar',
      REDIS_URL: 'localhost:6379',
      QUEUE_BACKEND: 'rabbit',
      SEAL_KEY: 'pendek',
    });
    expect(problems).to.have.members([
      'PORT harus angka dari 1 sampai 65535, misalnya PORT=3000',
      'DATABASE_URL harus alamat lengkap, misalnya postgres://pengguna:sandi@server:5432/lontar',
      'REDIS_URL harus alamat lengkap, misalnya redis://:sandi@server:6379',
      'QUEUE_BACKEND harus redis atau postgres, atau hapus agar dipilihkan',
      'SEAL_KEY harus 64 angka heksadesimal (32 byte)',
    ]);
  });

  for (const port of ['0', '65536', '-1', '30.5', '3000x'])
    it(`refuses ${port} as a port`, () => {
      expect(problemsOf({ PORT: port })).to.deep.equal(['PORT harus angka dari 1 sampai 65535, misalnya PORT=3000']);
    });

  it('refuses the embedded PostgreSQL in production unless it is allowed on purpose', () => {
    const production = { NODE_ENV: 'production' };
    expect(problemsOf(production).join('\n')).to.match(/^DATABASE_URL belum diisi: mode produksi/mu);
    expect(problemsOf({ ...production, LONTAR_ALLOW_EMBEDDED: '1' }).join('\n')).not.to.match(/DATABASE_URL/u);
  });

  it('refuses a role address that comes without the main one', () => {
    expect(problemsOf({ RELAY_DATABASE_URL: 'postgres://relay@server/lontar' })).to.deep.equal([
      'RELAY_DATABASE_URL diisi tanpa DATABASE_URL: isi DATABASE_URL juga, atau hapus RELAY_DATABASE_URL',
    ]);
  });
});

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readRuntimeConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('the configuration was accepted');
}
