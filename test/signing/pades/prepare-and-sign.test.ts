import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import * as pkijs from 'pkijs';
import { readSignedData } from '../../../server/signing/pades/cms/read-signed-data.ts';
import { RESERVED_BYTES } from '../../../server/signing/pades/contents-gap.ts';
import { OID } from '../../../server/signing/pades/der/oids.ts';
import type { SignRequest } from '../../../server/signing/pades/prepare-and-sign.ts';
import { SigningRefused } from '../../../server/signing/pades/signing-refused.ts';
import type { Authority } from '../../../server/signing/authority/authority.ts';
import { handleOcspRequest } from '../../../server/signing/authority/handle-ocsp-request.ts';
import { revokeCertificate } from '../../../server/signing/authority/revoke-certificate.ts';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import { requireJudge } from '../../support/judges.ts';
import {
  ask,
  lastByteRange,
  lastCms,
  makeAuthority,
  NOW,
  rangedContent,
  type SampleAuthority,
  samplePdf,
  signSample,
  signTimestamped,
} from '../sample-authority.ts';

const CASES = [
  { keyType: 'p256', useObjectStreams: false },
  { keyType: 'p256', useObjectStreams: true },
  { keyType: 'rsa2048', useObjectStreams: false },
  { keyType: 'rsa2048', useObjectStreams: true },
] as const;

const run = promisify(execFile);

interface OcspService {
  readonly baseUrl: string;
  authority: Authority | undefined;
  asked(): number;
  close(): void;
}

/** The responder behind HTTP, on the clock of the machine, as pdfsig asks it. */
async function serveOcsp(): Promise<OcspService> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/ocsp-response');
      void handleOcspRequest(service.authority!, Buffer.concat(chunks), new Date()).then((bytes) =>
        response.end(bytes),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: OcspService = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authority: undefined,
    asked: () => asked,
    close: () => server.close().closeAllConnections(),
  };
  return service;
}

describe('prepareAndSign', () => {
  let sample: SampleAuthority;
  const keystores = new Map<string, Keystore>();
  before(async () => {
    sample = await makeAuthority();
    keystores.set('p256', await sample.issue());
    keystores.set('second', await sample.issue({ name: 'Ir. Budi Santoso', nip: '196902021994031002' }));
    keystores.set('rsa2048', await sample.issue({ keyType: 'rsa2048' }));
  });
  after(() => sample.remove());

  const keystore = (keyType = 'p256'): Keystore => keystores.get(keyType)!;

  async function refusal(request: Partial<SignRequest>): Promise<string> {
    const error = await signSample(keystore(), request).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(SigningRefused);
    return (error as SigningRefused).message;
  }

  it('leaves the bytes it was given as an exact prefix and signs everything but the gap', async () => {
    for (const { keyType, useObjectStreams } of CASES) {
      const pdf = await samplePdf({ useObjectStreams });
      const signed = await signSample(keystore(keyType), { pdf });
      expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).to.equal(0);
      const [start, gapStart, gapEnd, rest] = lastByteRange(signed);
      expect(start).to.equal(0);
      expect(gapEnd + rest).to.equal(signed.length);
      expect(gapEnd - gapStart).to.equal(RESERVED_BYTES * 2 + 2);
      expect(String.fromCharCode(signed[gapStart]!, signed[gapEnd - 1]!)).to.equal('<>');
    }
  });

  it('signs content type, digest and certificate, and no signing time, which PAdES keeps in the dictionary', async () => {
    const signed = await signSample(keystore());
    const { signedAttributes } = readSignedData(lastCms(signed)).signer;
    const expected = [OID.contentType, OID.messageDigest, OID.signingCertificateV2];
    expect([...signedAttributes.keys()].sort()).to.deep.equal([...expected].sort());
    expect(Buffer.from(signed).toString('latin1')).to.contain("/M (D:20261124020000+00'00')");
  });

  it('makes the same update, but for the signature, from the same input', async () => {
    const [one, two] = [await signSample(keystore()), await signSample(keystore())];
    expect(Buffer.compare(rangedContent(one), rangedContent(two))).to.equal(0);
  });

  it('gives the widget an appearance that is empty, flags that print, and a place on the asked page', async () => {
    const document = await PDFDocument.load(
      await signSample(keystore(), { signatureBox: { page: 2, x: 10, y: 20, width: 30, height: 40 } }),
    );
    const annotations = document.getPage(1).node.Annots();
    expect(document.getPage(0).node.Annots()?.size() ?? 0).to.equal(0);
    expect(annotations?.size()).to.equal(1);
    const widget = String(document.context.lookup(annotations!.get(0)));
    expect(widget).to.match(/\/F 132/);
    expect(widget).to.match(/\/Rect \[ 10 20 40 60 \]/);
    expect(widget).to.match(/\/AP <<\s*\/N \d+ 0 R/);
  });

  it('refuses a page that is not there, a field name in use, a locked file and a broken file, in Indonesian', async () => {
    const box = { page: 3, x: 0, y: 0, width: 1, height: 1 };
    expect(await refusal({ signatureBox: box })).to.contain('Halaman 3');
    const pdf = await signSample(keystore());
    expect(await refusal({ pdf })).to.contain('sudah dipakai');
    expect(await refusal({ fieldName: 'a.b' })).to.contain('tidak sah');
    expect(await refusal({ pdf: Buffer.from('bukan pdf') })).to.contain('rusak');
    expect(await refusal({ pdf: pdf.subarray(0, pdf.length - 100) })).to.contain('rusak');
    const text = Buffer.from(await samplePdf()).toString('latin1');
    expect(await refusal({ pdf: Buffer.from(text.replace('/Root', '/Encrypt 1 0 R /Root'), 'latin1') })).to.contain(
      'terkunci',
    );
  });

  it('lets what the keystore throws pass through', async () => {
    const broken = { ...keystore(), sign: () => Promise.reject(new Error('token dicabut')) };
    const error = await signSample(broken).catch((reason: unknown) => String(reason));
    expect(error).to.contain('token dicabut');
  });

  it('makes a CMS that pkijs verifies up to the root', async () => {
    const signed = await signSample(keystore());
    const contentInfo = pkijs.ContentInfo.fromBER(new Uint8Array(lastCms(signed)));
    const signedData = new pkijs.SignedData({ schema: contentInfo.content as unknown });
    const root = pkijs.Certificate.fromBER(new Uint8Array(sample.authority.root.certificate.raw));
    const result = await signedData.verify({
      signer: 0,
      data: new Uint8Array(rangedContent(signed)).buffer,
      trustedCerts: [root],
      checkChain: true,
      checkDate: NOW,
      extendedMode: true,
    });
    expect(result.signatureVerified).to.equal(true);
    expect(result.signerCertificateVerified).to.equal(true);
  });

  const qpdf = requireJudge('prepareAndSign', 'qpdf');
  if (qpdf !== null) {
    it('writes files in which qpdf finds nothing wrong', async () => {
      for (const { keyType, useObjectStreams } of CASES) {
        const pdf = await samplePdf({ useObjectStreams });
        const once = await signTimestamped(sample, keystore(keyType), { pdf });
        const twice = await signTimestamped(sample, keystore(keyType), { pdf: once, fieldName: 'TandaTangan2' });
        const { code, said } = ask(qpdf, ['--check', sample.folder.write('signed.pdf', twice)]);
        expect(said).to.contain('No syntax or stream encoding errors found');
        expect(code, said).to.equal(0);
      }
    });
  }

  const openssl = requireJudge('prepareAndSign', 'openssl');
  if (openssl !== null) {
    it('is verified by openssl as CAdES over the ranged bytes, and not over others', async () => {
      for (const { keyType, useObjectStreams } of CASES) {
        const signed = await signTimestamped(sample, keystore(keyType), { pdf: await samplePdf({ useObjectStreams }) });
        const cms = sample.folder.write('signature.der', lastCms(signed));
        const content = rangedContent(signed);
        const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-CAfile', sample.rootPath];
        const time = ['-attime', String(NOW.getTime() / 1000), '-out', `${cms}.out`];
        const good = ask(openssl, [...args, ...time, '-content', sample.folder.write('content', content)]);
        expect(good.said).to.match(/CAdES Verification successful/i);
        expect(good.code, good.said).to.equal(0);
        content[100] = content[100]! ^ 1;
        expect(ask(openssl, [...args, ...time, '-content', sample.folder.write('content', content)]).code).not.to.equal(
          0,
        );
      }
    });

    it('carries a timestamp that openssl verifies over the signature value', async () => {
      const signed = await signTimestamped(sample, keystore());
      const { signature, unsignedAttributes } = readSignedData(lastCms(signed)).signer;
      const token = sample.folder.write('token.der', unsignedAttributes.get(OID.signatureTimestamp)!.raw);
      const data = sample.folder.write('signature.bin', signature);
      const args = ['ts', '-verify', '-token_in', '-in', token, '-data', data, '-CAfile', sample.rootPath];
      const { code, said } = ask(openssl, [...args, '-attime', String(NOW.getTime() / 1000)]);
      expect(code, said).to.equal(0);
    });
  }

  const [pdfsig, certutil] = [requireJudge('prepareAndSign', 'pdfsig'), requireJudge('prepareAndSign', 'certutil')];
  if (pdfsig !== null && certutil !== null) {
    it('is valid and trusted for pdfsig under the demonstration root, once and twice signed', async () => {
      const store = `sql:${sample.folder.path}`;
      ask(certutil, ['-N', '-d', store, '--empty-password']);
      ask(certutil, ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', sample.rootPath]);
      for (const { keyType, useObjectStreams } of CASES) {
        const once = await signTimestamped(sample, keystore(keyType), { pdf: await samplePdf({ useObjectStreams }) });
        const twice = await signTimestamped(sample, keystore('second'), { pdf: once, fieldName: 'TandaTangan2' });
        const first = ask(pdfsig, ['-nssdir', store, sample.folder.write('once.pdf', once)]).said;
        expect(first).to.contain('Signature Type: ETSI.CAdES.detached');
        expect(first).to.contain('Total document signed');
        expect(first).to.contain('Signature is Valid.');
        expect(first).to.contain('Certificate is Trusted.');
        const both = ask(pdfsig, ['-nssdir', store, sample.folder.write('twice.pdf', twice)]).said;
        expect(both.match(/Signature is Valid\./g)).to.have.length(2);
        expect(both.match(/Certificate is Trusted\./g)).to.have.length(2);
      }
    });

    it('is trusted by pdfsig when the certificate names our OCSP service, until that says revoked', async function () {
      this.timeout(20_000);
      const service = await serveOcsp();
      try {
        const online = await makeAuthority({ namesOcsp: true, baseUrl: service.baseUrl });
        service.authority = online.authority;
        const store = `sql:${online.folder.path}`;
        ask(certutil, ['-N', '-d', store, '--empty-password']);
        ask(certutil, ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', online.rootPath]);
        const official = await online.issue();
        const path = online.folder.write('signed.pdf', await signTimestamped(online, official));
        expect((await run(pdfsig, ['-nssdir', store, path])).stdout).to.contain('Certificate is Trusted.');
        expect(service.asked()).to.be.greaterThan(0);
        await revokeCertificate(online.authority, official.certificate.serialNumber, new Date(Date.now() - 60_000));
        expect((await run(pdfsig, ['-nssdir', store, path])).stdout).to.contain('Certificate has been Revoked');
        online.remove();
      } finally {
        service.close();
      }
    });
  }
});
