import { expect } from 'chai';
import { ConfigError, readConfig } from '../../server/config.ts';
import { readMailboxAddress } from '../../server/intake/mailbox-address.ts';

describe('the address of a mailbox', () => {
  it('names server, account, folder and unit', () => {
    const read = readMailboxAddress(
      'imaps://surat%40dinas.example:s%3Andi@surel.example/Surat%20Masuk?unit=UM&agency=Uji',
    );
    expect(read).to.deep.equal({
      mailbox: {
        host: 'surel.example',
        port: 993,
        secure: true,
        user: 'surat@dinas.example',
        password: 's:ndi',
        folder: 'Surat Masuk',
        allowsPlaintext: false,
      },
      unitCode: 'UM',
      agency: 'Uji',
      firstDays: 14,
      address: 'surat@dinas.example (surel.example, Surat Masuk)',
    });
  });

  it('lets a password travel in the clear only on this machine', () => {
    expect(readMailboxAddress('imap://a:b@surel.example?unit=UM')?.mailbox).to.include({
      secure: false,
      allowsPlaintext: false,
    });
    expect(readMailboxAddress('imap://a:b@127.0.0.1:3143?unit=UM')?.mailbox).to.include({
      allowsPlaintext: true,
      port: 3143,
    });
  });

  it('may say how many days the first poll goes back', () => {
    expect(readMailboxAddress('imaps://a:b@c.example?unit=UM&days=60')?.firstDays).to.equal(60);
    expect(readMailboxAddress('imaps://a:b@c.example?unit=UM&days=0')?.firstDays).to.equal(0);
  });

  it('is refused by the configuration with its place, and never shows the password', () => {
    const wrong = [
      'surel.example',
      'https://a:rahasia@b.example?unit=UM',
      'imaps://a:rahasia@b.example',
      'imaps://b.example?unit=UM',
      'imaps://a:rahasia@b.example?unit=UM&days=dua',
    ];
    for (const address of wrong) expect(readMailboxAddress(address), address).to.equal(null);
    const urls = {
      DATABASE_URL: 'postgres://a',
      RELAY_DATABASE_URL: 'postgres://b',
      QUEUE_DATABASE_URL: 'postgres://c',
    };
    const good = 'imaps://a:b@c.example?unit=UM';
    expect(readConfig({ ...urls, INTAKE_MAILBOXES: `${good}\n ${good}` }).intakeMailboxes).to.have.length(2);
    try {
      readConfig({ ...urls, INTAKE_MAILBOXES: `${good} imaps://a:rahasia@b.example` });
      expect.fail('a wrong address was taken');
    } catch (error) {
      expect((error as ConfigError).problems).to.have.length(1);
      expect((error as ConfigError).problems[0]).to.match(/^INTAKE_MAILBOXES harus .*alamat ke-2/u);
      expect((error as ConfigError).message).not.to.include('rahasia');
    }
  });
});
