import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getEventProof } from '../../server/audit/get-event-proof.ts';
import { sweepRoots } from '../../server/audit/sweep-roots.ts';
import { RecordMetadata } from '../../server/exchange/record-metadata.ts';
import { exportIncoming } from '../../server/exchange/export-incoming.ts';
import { exportLetter } from '../../server/exchange/export-letter.ts';
import { addAnnex } from '../../server/letters/annexes.ts';
import { RecipientInput } from '../../server/dispositions/disposition-shapes.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { annexPdf } from '../pdf/annex-files.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { projectRoot } from '../../server/runtime/project-root.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { bytesOf, readManifest, sha256, unpack } from '../support/unpack.ts';

describe('the package of one letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let letterId: string;
  let incomingId: string;

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    const annex = Buffer.from(await annexPdf(2));
    const letter = await signedLetter(deps, agency, {
      prepare: async (id) =>
        addAnnex(deps, await agency.actor('staf'), { letterId: id, fileName: 'Rincian biaya.pdf', bytes: annex }),
    });
    letterId = letter.id;
    incomingId = await valueOf(deps.database.adminUrl, 'select id from incoming_letter where origin_letter_id = $1', [
      letterId,
    ]);
  });
  after(() => deps.release());

  const packed = async (key: 'staf' | 'kadis') =>
    unpack(await bytesOf(await exportLetter(deps, await agency.actor(key), { letterId })));

  it('holds PDF, annex, versions, validation, journey and audit trail, and a manifest that fits each of them', async () => {
    const files = await packed('staf');
    expect([...files.keys()].sort()).to.deep.equal([
      'README.txt',
      'audit/bukti-merkle.json',
      'audit/jejak-audit.json',
      'lampiran/01-Rincian-biaya.pdf',
      'manifest-sha256.txt',
      'metadata.json',
      'riwayat/perjalanan.json',
      'surat.pdf',
      'tanda-tangan/laporan-validasi.html',
      'tanda-tangan/laporan-validasi.json',
      'versi/versi-01.json',
      'versi/versi-02.json',
    ]);
    const manifest = readManifest(files.get('manifest-sha256.txt'));
    expect([...manifest.keys()].sort()).to.deep.equal(
      [...files.keys()].filter((path) => path !== 'manifest-sha256.txt').sort(),
    );
    for (const [path, hash] of manifest) expect(sha256(files.get(path)!), path).to.equal(hash);
    const signedSha256 = await valueOf(deps.database.adminUrl, 'select signed_sha256 from letter where id = $1', [
      letterId,
    ]);
    expect(manifest.get('surat.pdf')).to.equal(signedSha256);
  });

  it('describes the letter and each of its files, and says that the signature is valid', async () => {
    const files = await packed('staf');
    const metadata = RecordMetadata.parse(JSON.parse(files.get('metadata.json')!.toString()));
    expect(metadata).to.include({ kind: 'outgoing_letter', id: letterId, securityClass: 'B' });
    expect(metadata.origin.agencyId).to.equal(agency.agencyId);
    expect(metadata.signatures).to.have.lengthOf(1);
    expect(metadata.signatures[0]).to.include({ verdict: 'valid' });
    for (const file of metadata.files) {
      const bytes = files.get(file.path)!;
      expect(file, file.path).to.include({ sizeBytes: bytes.length, sha256: sha256(bytes) });
    }
    const report = JSON.parse(files.get('tanda-tangan/laporan-validasi.json')!.toString()) as { verdict: string };
    expect(report.verdict).to.equal('valid');
    expect(files.get('tanda-tangan/laporan-validasi.html')!.toString()).to.include('Sah: utuh dan dipercaya');
    expect(files.get('README.txt')!.toString()).to.include('sha256sum -c manifest-sha256.txt');
  });

  it('carries each event with what its hash is computed from', async () => {
    const files = await packed('staf');
    const proof = JSON.parse(files.get('audit/jejak-audit.json')!.toString()) as {
      events: { body: string; hash: string; previousHash: string }[];
    };
    expect(proof.events.length).to.be.greaterThan(3);
    for (const { body, hash, previousHash } of proof.events)
      expect(createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(body).digest('hex')).to.equal(hash);
  });

  it('carries a proof of its events that the offline checker accepts, and refuses once a word of it is changed', async () => {
    await sweepRoots(deps);
    const files = await packed('staf');
    const folder = mkdtempSync(join(tmpdir(), 'lontar-proof-'));
    const path = join(folder, 'bukti-merkle.json');
    const verify = (proof: string) => {
      writeFileSync(path, proof);
      return spawnSync(process.execPath, [join(projectRoot, 'scripts/verify-proof.mjs'), path], { encoding: 'utf8' });
    };
    const proof = files.get('audit/bukti-merkle.json')!.toString();
    const proofs = (JSON.parse(proof) as { proofs: unknown[] }).proofs;
    expect(proofs.length).to.be.greaterThan(3);
    const good = verify(proof);
    expect(good.stdout).to.include('TERBUKTI');
    expect(good.status, good.stderr).to.equal(0);
    expect(verify(proof.replace('letter.signed', 'letter.sighed')).status).to.equal(1);
    rmSync(folder, { recursive: true });
  });

  it('is a download that the chain remembers', async () => {
    const count = () =>
      valueOf<string>(deps.database.adminUrl, `select count(*) from event where action = 'record.exported'`);
    const before = Number(await count());
    await packed('kadis');
    expect(Number(await count())).to.equal(before + 1);
  });

  it('holds the dispositions of an incoming letter as data and as one printed chain', async () => {
    const actor = await agency.actor('kadispupr');
    const target = { kind: 'position' as const, positionId: agency.desk('arsiparispupr').positionId };
    const recipients = [RecipientInput.parse({ target, instructions: ['Tindak lanjuti'], note: 'Segera' })];
    await giveDisposition(deps, actor, { incomingId, recipients, parentItemId: null, sheetFileId: null });
    deps.advance(3_600_000);
    await drainOutbox(deps);
    const files = await unpack(await bytesOf(await exportIncoming(deps, actor, { incomingId })));
    expect([...files.keys()]).to.include.members(['disposisi/disposisi.json', 'disposisi/rantai-disposisi.pdf']);
    const data = JSON.parse(files.get('disposisi/disposisi.json')!.toString()) as { items: { note: string }[] };
    expect(data.items.map(({ note }) => note)).to.deep.equal(['Segera']);
    expect(files.get('disposisi/rantai-disposisi.pdf')!.subarray(0, 5).toString()).to.equal('%PDF-');
  });

  it('tells of a copy nothing that another receiver did with its own', async () => {
    const told = {
      action: 'incoming.directed',
      letterId,
      detail: { incomingId: randomUUID(), note: 'bisikan dinas lain' },
    };
    await rowsOf(deps.database.adminUrl, `select append_events($1, array[$2])`, [
      agency.agencyId,
      JSON.stringify({ at: deps.now().toISOString(), ...told }),
    ]);
    const reader = await agency.actor('kadispupr');
    const files = await unpack(await bytesOf(await exportIncoming(deps, reader, { incomingId })));
    for (const [path, bytes] of files) expect(bytes.includes('bisikan'), path).to.equal(false);
    expect(files.get('audit/jejak-audit.json')!.toString()).to.include('letter.signed');
  });

  it('gives the proof of a letter’s event to auditors and readers, not to an administrator', async () => {
    const seq = Number(
      await valueOf(deps.database.adminUrl, `select seq from event where letter_id = $1 and action = 'letter.signed'`, [
        letterId,
      ]),
    );
    const proofFor = async (key: DeskKey) =>
      getEventProof(deps, await agency.actor(key), { seq, part: 'body' }).then(
        () => 'given',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await proofFor('auditor')).to.equal('given');
    expect(await proofFor('staf')).to.equal('given');
    expect(['forbidden', 'not_found']).to.include(await proofFor('admin'));
  });

  it('is refused to desks that may not read the letter, and a secret one does not exist for them', async () => {
    await refusalOf(exportLetter(deps, await agency.actor('staf2'), { letterId }), 'forbidden');
    const secret = await signedLetter(deps, agency, { securityClass: 'R' });
    const asArchivist = exportLetter(deps, await agency.actor('arsiparis'), { letterId: secret.id });
    await refusalOf(asArchivist, 'not_found');
    const files = await unpack(
      await bytesOf(await exportLetter(deps, await agency.actor('kadis'), { letterId: secret.id })),
    );
    expect(files.has('surat.pdf')).to.equal(true);
    const views = await rowsOf(
      deps.database.adminUrl,
      `select 1 from event where letter_id = $1 and action = 'letter.viewed'`,
      [secret.id],
    );
    expect(views).to.have.lengthOf.greaterThan(0);
  });
});
