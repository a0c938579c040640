import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { ERRORS, type ErrorCode } from '../../server/errors.ts';
import { createTypesetPool } from '../../server/pdf/preview-pool.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { annexPdf } from '../pdf/annex-files.ts';
import { makeAgency, TEST_PASSPHRASE, type TestAgency } from '../support/agency.ts';
import { startApp, type Client, type Reply, type TestApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { countRows } from '../support/refusal.ts';
import { requireJudge } from '../support/judges.ts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = Record<string, unknown>;

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('Bad input over HTTP', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let other: TestAgency;
  let app: TestApp;
  let staf: Client;
  let kadis: Client;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, { withAccounts: true });
    other = await makeAgency(deps, { withAccounts: true });
    await giveCertificate(deps, agency, 'kadis');
    app = await startApp(deps);
    staf = await app.logIn(agency.desk('staf'));
    kadis = await app.logIn(agency.desk('kadis'));
  });
  after(async () => {
    await app.close();
    await deps.release();
  });

  const contentOf = (changes: Json = {}): Json => ({
    type: 'surat_dinas',
    subject: 'Permintaan data',
    handlingGrade: 'biasa',
    securityClass: 'B',
    classificationCode: '500.12.6',
    signatoryPositionId: agency.desk('kadis').positionId,
    to: [{ kind: 'internal', positionId: agency.desk('kadispupr').positionId }],
    cc: [],
    circuit: [],
    body: { type: 'doc', content: [paragraph('Mohon data disampaikan.')] },
    ...changes,
  });

  async function draft(changes: Json = {}): Promise<Json> {
    const created = await staf.call('POST', '/letters', { json: { type: 'surat_dinas' } });
    return (await save(created.json, changes)).json;
  }
  const save = (letter: Json, changes: Json): Promise<Reply> =>
    staf.call('PUT', `/letters/${String(letter['id'])}`, {
      json: { version: letter['version'], content: contentOf(changes) },
    });
  const submit = (letter: Json): Promise<Reply> =>
    staf.call('POST', `/letters/${String(letter['id'])}/submit`, { json: { version: letter['version'] } });
  const sign = (letter: Json, passphrase: string, key: string = randomUUID()): Promise<Reply> =>
    kadis.call('POST', `/letters/${String(letter['id'])}/sign`, {
      json: { version: letter['version'], passphrase },
      headers: { 'idempotency-key': key },
    });
  const upload = (letter: Json, bytes: Buffer, fileName: string): Promise<Reply> =>
    staf.call('POST', `/letters/${String(letter['id'])}/annexes?fileName=${encodeURIComponent(fileName)}`, {
      raw: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream' },
    });

  /** The refusal has its code, status and Indonesian sentence, and nothing was written. */
  async function refuses(code: ErrorCode, attempt: () => Promise<Reply>, says: RegExp): Promise<Reply> {
    const before = await countRows(deps.database.adminUrl);
    const reply = await attempt();
    expect([reply.json['code'], reply.status]).to.deep.equal([code, ERRORS[code].status]);
    expect(reply.json['title']).to.equal(ERRORS[code].title);
    expect(`${String(reply.json['detail'])} ${JSON.stringify(reply.json['fields'] ?? [])}`).to.match(says);
    expect(await countRows(deps.database.adminUrl)).to.deep.equal(before);
    return reply;
  }

  it('names an unprintable character and its place', async () => {
    const letter = await draft();
    const body = { type: 'doc', content: [paragraph('Baik.'), paragraph('Nilai \u{1F4A9} akhir.')] };
    await refuses('invalid_letter_body', () => save(letter, { body }), /alinea 2.*U\+1F4A9/iu);
  });

  it('refuses a list of 30 levels', async () => {
    const letter = await draft();
    const nest = (level: number): Json => ({
      type: 'orderedList',
      content: [{ type: 'listItem', content: [paragraph('butir'), ...(level > 1 ? [nest(level - 1)] : [])] }],
    });
    await refuses(
      'invalid_letter_body',
      () => save(letter, { body: { type: 'doc', content: [nest(30)] } }),
      /tingkat/iu,
    );
  });

  it('refuses nodes that letters do not have', async () => {
    const letter = await draft();
    const link = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'klik', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
    };
    await refuses('invalid_letter_body', () => save(letter, { body: { type: 'doc', content: [link] } }), /alinea 1/iu);
  });

  it('cuts a 50 MB annex off while it streams', async () => {
    const letter = await draft();
    await refuses('annex_too_large', () => upload(letter, Buffer.alloc(50 * 1024 * 1024, 37), 'besar.pdf'), /25 MB/u);
  });

  it('refuses a file that is no PDF, whatever its name says', async () => {
    const letter = await draft();
    await refuses('annex_not_document', () => upload(letter, Buffer.from('MZ ini program'), 'surat.pdf'), /PDF/u);
  });

  it('refuses a PDF that is broken inside', async () => {
    const letter = await draft();
    await refuses('annex_damaged', () => upload(letter, Buffer.from('%PDF-1.7\nrusak\n%%EOF'), 'rusak.pdf'), /rusak/u);
  });

  const qpdf = requireJudge('bad input: refuses an annex with a password', 'qpdf');
  if (qpdf)
    it('refuses an annex with a password', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lontar-locked-'));
      const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
      writeFileSync(open, await annexPdf(1));
      execFileSync(qpdf, ['--encrypt', 'rahasia', 'pemilik', '256', '--', open, locked]);
      const bytes = readFileSync(locked);
      rmSync(folder, { recursive: true });
      const letter = await draft();
      await refuses('annex_encrypted', () => upload(letter, bytes, 'terkunci.pdf'), /kata sandi/u);
    });

  it('refuses a recipient without address', async () => {
    const letter = await draft({ to: [{ kind: 'external', name: 'Bupati Sambas', place: 'Sambas' }] });
    await refuses('recipient_incomplete', () => submit(letter), /alamat atau surel Bupati Sambas/u);
  });

  it('refuses a circuit with a vacant desk', async () => {
    const circuit = [{ stage: 1, kind: 'hierarchical', positionId: agency.desk('kosong').positionId }];
    const letter = await draft({ circuit });
    await refuses('circuit_vacant', () => submit(letter), /Kepala Subbagian Keuangan sedang kosong/u);
  });

  it('refuses a stale browser tab and tells to look at the changes', async () => {
    const letter = await draft();
    await save(letter, { subject: 'Perubahan dari tab lain' });
    await refuses('stale_version', () => save(letter, { subject: 'Tab lama' }), /Lihat perubahannya/u);
  });

  it('hides letters of another agency, whatever id is named', async () => {
    const letter = await draft();
    const stranger = await app.logIn(other.desk('kadis'));
    const id = String(letter['id']);
    const attempts: [string, string, Json | undefined][] = [
      ['GET', `/letters/${id}`, undefined],
      ['GET', `/letters/${id}/pdf`, undefined],
      ['GET', `/letters/${id}/journey`, undefined],
      ['GET', `/letters/${id}/pages/1`, undefined],
      ['POST', `/letters/${id}/submit`, { version: letter['version'] }],
      ['POST', `/letters/${id}/sign`, { version: letter['version'], passphrase: 'apa saja' }],
      ['POST', `/letters/${id}/comments`, { text: 'halo' }],
    ];
    const absent = await stranger.call('GET', `/letters/${randomUUID()}`);
    for (const [method, path, json] of attempts) {
      const reply = await refuses(
        'not_found',
        () => stranger.call(method, path, json === undefined ? {} : { json }),
        /Tidak ditemukan/u,
      );
      const { requestId: _one, ...shown } = reply.json;
      const { requestId: _two, ...unknown } = absent.json;
      expect(shown, path).to.deep.equal(unknown);
    }
    const named = contentOf({ to: [{ kind: 'internal', positionId: other.desk('kadis').positionId }] });
    await refuses(
      'invalid_input',
      () => staf.call('PUT', `/letters/${id}`, { json: { version: letter['version'], content: named } }),
      /Jabatan tidak ditemukan/u,
    );
  });

  it('says at once that a passphrase is wrong, and takes no number', async () => {
    const letter = (await submit(await draft())).json;
    await refuses('wrong_passphrase', () => sign(letter, 'bukan itu'), /nomor belum diambil/u);
  });

  it('signs once for a double click, with one key or two', async () => {
    const letter = (await submit(await draft())).json;
    const key = randomUUID();
    const replies = await Promise.all([
      sign(letter, TEST_PASSPHRASE, key),
      sign(letter, TEST_PASSPHRASE, key),
      sign(letter, TEST_PASSPHRASE),
    ]);
    const accepted = replies.filter((reply) => reply.status === 202);
    expect(accepted.length).to.be.within(1, 2);
    expect(new Set(accepted.map((reply) => reply.json['number'])).size).to.equal(1);
    for (const reply of replies.filter((one) => one.status !== 202))
      expect(['wrong_state', 'stale_version']).to.include(reply.json['code']);
    await drainOutbox(deps);
    const signed = await staf.call('GET', `/letters/${String(letter['id'])}`);
    expect(signed.json['status']).to.equal('dispatched');
  });

  it('lets one of two people acting at once win', async () => {
    const letter = (await submit(await draft())).json;
    const withdraw = staf.call('POST', `/letters/${String(letter['id'])}/withdraw`, {
      json: { version: letter['version'], reason: 'Tidak jadi dikirim' },
    });
    const [one, two] = await Promise.all([withdraw, sign(letter, TEST_PASSPHRASE)]);
    expect([one.status < 300, two.status < 300].filter(Boolean)).to.have.length(1);
    const loser = one.status < 300 ? two : one;
    expect(['wrong_state', 'stale_version']).to.include(loser.json['code']);
  });

  it('says so when too many letters are being typeset, and when to come back', async () => {
    const letter = await draft();
    const pdf = createTypesetPool({ size: 1, mostWaiting: 0 });
    const busy = await startApp({ ...deps, pdf });
    try {
      const drafter = await busy.logIn(agency.desk('staf'));
      const reply = await refuses(
        'unavailable',
        () => drafter.call('POST', `/letters/${String(letter['id'])}/preview`, { json: { content: contentOf() } }),
        /Banyak naskah sedang disusun/u,
      );
      expect(Number(reply.headers.get('retry-after'))).to.be.within(1, 10);
    } finally {
      await busy.close();
      await pdf.close();
    }
  });

  it('keeps an accepted annex byte for byte', async () => {
    const letter = await draft();
    const pdf = await annexPdf(3);
    const added = await upload(letter, pdf, 'Rencana "akhir".pdf');
    expect(added.status).to.equal(201);
    const [annex] = added.json['annexes'] as { id: string; pageCount: number }[];
    expect(annex?.pageCount).to.equal(3);
    const file = await staf.call('GET', `/letters/${String(letter['id'])}/annexes/${String(annex?.id)}/file`);
    expect(file.bytes.equals(pdf)).to.equal(true);
    expect(file.headers.get('content-disposition')).to.match(/^attachment;/u);
    expect(file.headers.get('x-content-type-options')).to.equal('nosniff');
  });
});
