import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskActor } from '../../server/deps.ts';
import { getConsistencyProof } from '../../server/audit/get-consistency-proof.ts';
import { getEventProof } from '../../server/audit/get-event-proof.ts';
import { getLetterProof } from '../../server/audit/get-letter-proof.ts';
import { getRootTimestamp } from '../../server/audit/get-root-timestamp.ts';
import { listAuditRoots } from '../../server/audit/list-audit-roots.ts';
import { rootCopyPath } from '../../server/audit/root-copy.ts';
import { sweepRoots } from '../../server/audit/sweep-roots.ts';
import type { FileReply } from '../../server/http.ts';
import { projectRoot } from '../../server/runtime/project-root.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const HOUR_MS = 3_600_000;

describe('audit roots and proofs', function () {
  this.timeout(60_000);
  let deps: TestDeps;
  let agency: TestAgency;
  let auditor: DeskActor;
  let staf: DeskActor;
  let letterId: string;
  let firstSeq: number;
  let lastSeq: number;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    letterId = (await readyToSign(deps, agency)).id;
    await appendMany(700);
    auditor = await agency.actor('auditor');
    staf = await agency.actor('staf');
    await sweepRoots(deps);
    firstSeq = await headSeq();
    deps.advance(HOUR_MS);
    await readyToSign(deps, agency);
    await appendMany(900);
    await sweepRoots(deps);
    lastSeq = await headSeq();
  });
  after(() => deps.release());

  const headSeq = async () => Number(await valueOf(deps.database.adminUrl, 'select seq from audit_head'));
  const appendMany = (count: number) =>
    rowsOf(
      deps.database.adminUrl,
      `select append_events($1, array(select json_build_object('at', '2026-11-24T02:00:00.000Z', 'action', 'session.opened', 'letterId', null,
         'personId', gen_random_uuid(), 'detail', json_build_object('n', n))::text from generate_series(1, $2::int) n))`,
      [agency.agencyId, count],
    );
  const textOf = (reply: FileReply) => Buffer.from(reply.bytes as Uint8Array).toString('utf8');
  const keep = (name: string, bytes: string | Uint8Array) => {
    const path = join(deps.config.dataDir, name);
    writeFileSync(path, bytes);
    return path;
  };
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [join(projectRoot, 'scripts/verify-proof.mjs'), ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });

  it('make one root an hour, over the whole log, each naming the one before', async () => {
    await sweepRoots(deps);
    const { roots, events, keyFingerprint } = await listAuditRoots(deps, auditor, { limit: 10 });
    expect(events).to.equal(lastSeq);
    expect(roots.map(({ seq, previousSeq }) => [seq, previousSeq])).to.deep.equal([
      [lastSeq, firstSeq],
      [firstSeq, 0],
    ]);
    expect(roots.every((root) => root.timestampedAt !== null && root.keyFingerprint === keyFingerprint)).to.equal(true);
    const copies = readFileSync(rootCopyPath(deps.config, agency.agencyId), 'utf8').trim().split('\n');
    expect(copies).to.have.length(2);
  });

  it('stay signed while the timestamp service is away, and are stamped when it is back', async () => {
    deps.advance(HOUR_MS);
    await appendMany(1);
    deps.timestampService.isDown = true;
    await sweepRoots(deps);
    const newest = async () => (await listAuditRoots(deps, auditor, { limit: 1 })).roots[0];
    expect(await newest()).to.include({ seq: lastSeq + 1, timestampedAt: null });
    deps.timestampService.isDown = false;
    await sweepRoots(deps);
    expect((await newest())?.timestampedAt).to.be.a('string');
  });

  it('prove single events in at most 4 KB, checked without database by the small checker', async () => {
    const { keyFingerprint } = await listAuditRoots(deps, auditor, { limit: 1 });
    let largest = 0;
    for (const seq of [1, 2, 255, 256, 257, 512, 700, firstSeq, firstSeq + 1, lastSeq - 1, lastSeq]) {
      const text = textOf(await getEventProof(deps, auditor, { seq, part: 'proof' }));
      largest = Math.max(largest, Buffer.byteLength(text));
      const checked = check(keep('bukti.json', text), '--kunci', keyFingerprint);
      expect(checked.status, `${seq}: ${checked.stdout}${checked.stderr}`).to.equal(0);
      expect(checked.stdout)
        .to.match(/TERBUKTI/u)
        .and.match(/kunci cocok/u);
    }
    expect(largest).to.be.at.most(4096);
  });

  it('give a body that is too large in a file of its own', async () => {
    await rowsOf(deps.database.adminUrl, `select append_events($1, array[$2])`, [
      agency.agencyId,
      JSON.stringify({
        at: deps.now().toISOString(),
        action: 'letter.viewed',
        letterId: null,
        detail: { long: 'x'.repeat(5000) },
      }),
    ]);
    const seq = await headSeq();
    await refusalOf(getEventProof(deps, auditor, { seq, part: 'proof' }), 'proof_pending');
    deps.advance(HOUR_MS);
    await sweepRoots(deps);
    const proof = keep('besar.json', textOf(await getEventProof(deps, auditor, { seq, part: 'proof' })));
    expect(readFileSync(proof).length).to.be.at.most(4096);
    expect(check(proof).stderr).to.match(/--isi/u);
    const body = keep('isi.json', textOf(await getEventProof(deps, auditor, { seq, part: 'body' })));
    expect(check(proof, '--isi', body).status).to.equal(0);
  });

  it('fail in the checker when a single character of them differs', async () => {
    const text = textOf(await getEventProof(deps, auditor, { seq: 300, part: 'proof' }));
    const proof = JSON.parse(text) as Record<string, unknown> & {
      body: string;
      path: string[];
      root: Record<string, unknown>;
    };
    const changed = [
      { ...proof, body: proof.body.replace('session.opened', 'session.closed') },
      { ...proof, seq: 301 },
      { ...proof, previousHash: '00'.repeat(32) },
      { ...proof, path: proof.path.slice(1) },
      { ...proof, path: proof.path.toReversed() },
      { ...proof, agencyId: '01a20be8-91b2-74d5-8cb7-da419d14e4de' },
      { ...proof, root: { ...proof.root, seq: 299 } },
      { ...proof, root: { ...proof.root, madeAt: '2026-11-24T01:00:00.000Z' } },
      { ...proof, root: { ...proof.root, root: '11'.repeat(32) } },
      { ...proof, root: { ...proof.root, publicKey: Buffer.alloc(32, 5).toString('base64') } },
      { ...proof, root: { ...proof.root, signature: Buffer.alloc(64, 5).toString('base64') } },
      { ...proof, format: 'lontar-audit-proof/2' },
    ];
    for (const [index, one] of changed.entries()) {
      const checked = check(keep('ubah.json', JSON.stringify(one)));
      expect(checked.status, `${index}: ${checked.stdout}`).to.equal(1);
    }
    const original = keep('bukti.json', text);
    expect(check(original).status).to.equal(0);
    expect(check(original, '--kunci', '22'.repeat(32)).stderr).to.match(/bukan kunci yang diberikan/u);
  });

  it('carry a timestamp that the checker judges against the root and against the authority', async () => {
    const proof = keep('bukti.json', textOf(await getEventProof(deps, auditor, { seq: 3, part: 'proof' })));
    const token = (await getRootTimestamp(deps, auditor, { seq: firstSeq })).bytes as Uint8Array;
    const anchor = keep('akar.pem', deps.authority.root.certificate.toString());
    const stamped = keep('akar.tst', token);
    const checked = check(proof, '--cap-waktu', stamped, '--akar-tsa', anchor);
    expect(checked.status, checked.stderr).to.equal(0);
    expect(checked.stdout)
      .to.match(/cap waktu 2026-11-24T02:00:00.000Z/u)
      .and.match(/sampai pada akar yang diberikan/u);
    const other = keep('bukti2.json', textOf(await getEventProof(deps, auditor, { seq: lastSeq, part: 'proof' })));
    expect(check(other, '--cap-waktu', stamped).stderr).to.match(/bukan untuk akar ini/u);
    const broken = Buffer.from(token);
    broken[broken.length - 5] = (broken.at(-5) ?? 0) ^ 1;
    expect(check(proof, '--cap-waktu', keep('rusak.tst', broken)).status).to.equal(1);
  });

  it('show that an older log is the beginning of a newer one', async () => {
    const proof = textOf(await getConsistencyProof(deps, auditor, { seq: lastSeq, from: firstSeq }));
    expect(check(keep('lanjut.json', proof)).status).to.equal(0);
    const other = proof.replace(`"seq": ${firstSeq}`, `"seq": ${firstSeq - 1}`);
    expect(check(keep('lanjut.json', other)).status).to.equal(1);
    await refusalOf(getConsistencyProof(deps, auditor, { seq: firstSeq, from: lastSeq }), 'invalid_input');
    await refusalOf(getConsistencyProof(deps, staf, { seq: lastSeq, from: firstSeq }), 'forbidden');
  });

  it('are open for the events of a letter to its readers, and for all others to auditors only', async () => {
    const own = await valueOf<string>(deps.database.adminUrl, 'select min(seq) from event where letter_id = $1', [
      letterId,
    ]);
    await getEventProof(deps, staf, { seq: Number(own), part: 'proof' });
    const checked = check(keep('surat.json', textOf(await getLetterProof(deps, staf, { letterId }))));
    expect(checked.status, checked.stderr).to.equal(0);
    await refusalOf(getEventProof(deps, staf, { seq: lastSeq, part: 'proof' }), 'not_found');
    await refusalOf(getLetterProof(deps, await agency.actor('tupupr'), { letterId }), 'forbidden');
    await refusalOf(listAuditRoots(deps, staf, { limit: 1 }), 'forbidden');
  });

  it('are not handed out for a log that no longer leads to its roots, and a broken log gets no new root', async () => {
    await rowsOf(deps.database.adminUrl, `update event set body = replace(body, 'session', 'sessi0n') where seq = $1`, [
      firstSeq,
    ]);
    const failure = await getEventProof(deps, auditor, { seq: firstSeq, part: 'proof' }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
    await rowsOf(deps.database.adminUrl, `update event set body = replace(body, 'sessi0n', 'session') where seq = $1`, [
      firstSeq,
    ]);
    await appendMany(2);
    await rowsOf(deps.database.adminUrl, `delete from event where seq = (select seq - 1 from audit_head)`);
    const before = (await listAuditRoots(deps, auditor, { limit: 1 })).roots[0]?.seq;
    deps.advance(HOUR_MS);
    await sweepRoots(deps);
    expect((await listAuditRoots(deps, auditor, { limit: 1 })).roots[0]?.seq).to.equal(before);
  });
});
