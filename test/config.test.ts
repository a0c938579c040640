import { expect } from 'chai';
import { ConfigError, readConfig } from '../server/config.ts';

const ENOUGH = { DATABASE_URL: 'postgres://a', RELAY_DATABASE_URL: 'postgres://b', QUEUE_DATABASE_URL: 'postgres://c' };

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

describe('The configuration', () => {
  it('fills in what a demonstration needs', () => {
    const config = readConfig({ ...ENOUGH, PORT: '3210' });
    expect(config.publicUrl).to.equal('http://127.0.0.1:3210');
    expect(config.isDemo).to.equal(false);
    expect(config.queue).to.deep.equal({ backend: 'postgres', url: 'postgres://c' });
  });

  it('names every missing setting at once, one sentence each', () => {
    expect(problemsOf({})).to.have.length(2);
    for (const sentence of problemsOf({})) expect(sentence).to.match(/^[A-Z_]+ belum diisi: /u);
  });

  it('says what a wrong value should be', () => {
    const wrong = {
      PORT: 'tiga ribu',
      LOG_LEVEL: 'ramai',
      DATABASE_POOL: '0',
      TIMESTAMP_URL: 'tsa',
      PUBLIC_URL: 'lontar',
      NODE_ENV: 'coba',
      QUEUE_BACKEND: 'kafka',
      SEAL_KEY: 'pendek',
      LONTAR_DEMO: 'ya',
    };
    const said = problemsOf({ ...ENOUGH, ...wrong });
    for (const name of Object.keys(wrong))
      expect(
        said.find((sentence) => sentence.startsWith(name)),
        name,
      ).to.include('harus');
    expect(said).to.have.length(Object.keys(wrong).length);
  });

  it('refuses every part of the demonstration in production and says what to set instead', () => {
    const said = problemsOf({ ...ENOUGH, NODE_ENV: 'production', LONTAR_DEMO: '1' });
    for (const name of ['SEAL_KEY', 'TIMESTAMP_URL', 'SMTP_URL', 'PUBLIC_URL'])
      expect(
        said.some((sentence) => sentence.startsWith(`${name} belum diisi`)),
        name,
      ).to.equal(true);
    expect(said.some((sentence) => sentence.includes('demonstrasi'))).to.equal(true);
  });

  it('refuses an address without https in production', () => {
    const said = problemsOf({ ...ENOUGH, NODE_ENV: 'production', PUBLIC_URL: 'http://lontar.contoh.go.id' });
    expect(said.some((sentence) => sentence.startsWith('PUBLIC_URL harus berawal https://'))).to.equal(true);
  });
});
