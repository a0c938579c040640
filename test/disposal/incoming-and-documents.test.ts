import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordBlob } from '../../server/files/files.ts';
import { getIncomingFile } from '../../server/incoming/get-incoming-file.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { disposed, receivedLetter } from '../support/received-letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { giveCertificates, makeDueFile, Office } from './archive.ts';

/** A word that nothing but the destroyed content carries. */
const WORD = 'kelelawarjingga';

describe('what came from outside is destroyed as well', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let incomingId: string;
  let fileId: string;
  const hashes: string[] = [];
  const admin = () => deps.database.adminUrl;

  const keep = async (text: string, kind: string, id: string): Promise<string> => {
    const { agencyId } = agency;
    const blob = await deps.files.write(agencyId, Buffer.from(`${text} ${randomUUID()}`));
    await deps.db.transaction({ agencyId }, (tx) =>
      recordBlob(tx, { agencyId, ...blob, mediaType: 'application/pdf' }, { kind, id, now: deps.now() }),
    );
    hashes.push(blob.sha256);
    return blob.sha256;
  };

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificates(deps, agency);
    deps.setNow(new Date(Date.now() + 3_600_000));
    ({ fileId } = await makeDueFile(deps, agency, { letters: [] }));
    incomingId = await scanWithFollowUp();
    const documentId = await document();
    for (const [column, id] of [
      ['incoming_id', incomingId],
      ['document_id', documentId],
    ] as const)
      await rowsOf(
        admin(),
        `insert into record (agency_id, id, ${column}, unit_id, file_id, filing, created_at) values ($1, $2, $3, $4, $5, 'filed', now())`,
        [agency.agencyId, randomUUID(), id, agency.unitId('kominfo'), fileId],
      );
    const office = new Office(deps, agency);
    await office.begin('destruction', [fileId]);
    await office.upToDecree();
    await office.witnessed();
    for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(true);
    await office.execute('sekdis');
    await office.work();
  });
  after(() => deps.release());

  const pathOf = (sha256: string) => join(deps.config.dataDir, 'blobs', agency.agencyId, sha256.slice(0, 2), sha256);

  async function scanWithFollowUp(): Promise<string> {
    const { agencyId } = agency;
    const bytes = (name: string) => Buffer.from(`%PDF-1.4 ${WORD} ${name}`);
    const { id } = await receivedLetter(deps, agency, {
      file: { name: `${WORD}.pdf`, mediaType: 'application/pdf', bytes: bytes('pindaian') },
      searchable: bytes('salinan'),
      pages: [{ webp: bytes('halaman'), width: 10, height: 10 }],
    });
    const itemId = await disposed(deps, agency, { incomingId: id, from: 'kadis', to: 'kabid' });
    const [reportId, fileId, messageId] = [randomUUID(), randomUUID(), randomUUID()];
    const { positionId, personId } = agency.desk('kabid');
    const intakeId = await valueOf<string>(admin(), 'select intake_id from incoming_letter where id = $1', [id]);
    const raw = await keep(WORD, 'intake_message', messageId);
    const attached = await keep(WORD, 'disposition_file', fileId);
    await rowsOf(admin(), `update incoming_letter set summary = '${WORD}' where id = $1`, [id]);
    await rowsOf(
      admin(),
      `update disposition_item set note = '${WORD}', instructions = array['${WORD}'] where id = $1`,
      [itemId],
    );
    await rowsOf(admin(), `update intake set mail_text = '${WORD}', draft = '{"subject": "${WORD}"}' where id = $1`, [
      intakeId,
    ]);
    await rowsOf(admin(), `update intake_page set text = '${WORD}' where intake_id = $1`, [intakeId]);
    const author = [agencyId, itemId, positionId, personId];
    await rowsOf(
      admin(),
      `with report as (
         insert into disposition_report (agency_id, id, item_id, position_id, person_id, author_name, author_title, text, is_final, reported_at)
         values ($1, $5, $2, $3, $4, 'Kabid', 'Kabid', '${WORD}', true, now())),
       message as (
         insert into disposition_message (agency_id, id, item_id, position_id, person_id, author_name, author_title, text, sent_at)
         values ($1, gen_random_uuid(), $2, $3, $4, 'Kabid', 'Kabid', '${WORD}', now())),
       box as (
         insert into intake_mailbox (agency_id, id, unit_id, address) values ($1, $6, $9, 'surat@contoh.go.id') returning id)
       insert into disposition_file (agency_id, id, position_id, person_id, owner_kind, owner_id, file_name, media_type, sha256, size_bytes,
         page_count, uploaded_at)
       values ($1, $7, $3, $4, 'report', $5, '${WORD}.pdf', 'application/pdf', $8, 10, 1, now())`,
      [...author, reportId, messageId, fileId, attached, agency.unitId('kominfo')],
    );
    await rowsOf(
      admin(),
      `insert into intake_message (agency_id, id, mailbox_id, message_id, raw_sha256, intake_id, taken_at) values ($1, $2, $2, '<a@b>', $3, $4, now())`,
      [agencyId, messageId, raw, intakeId],
    );
    const rows = await rowsOf<{ sha256: string }>(admin(), `select sha256 from blob_ref where owner_id = $1`, [
      intakeId,
    ]);
    hashes.push(...rows.map(({ sha256 }) => sha256));
    return id;
  }

  async function document(): Promise<string> {
    const id = randomUUID();
    const sha256 = await keep(WORD, 'archive_document', id);
    await rowsOf(
      admin(),
      `with made as (
         insert into archive_document (agency_id, id, unit_id, kind, title, document_date, security_class, media, source, body_text, summary,
           created_at)
         values ($1, $2, $3, 'other', 'Dokumen kertas lama', '2016-05-02', 'B', 'paper', 'manual', '${WORD}', '${WORD}', now()))
       insert into archive_document_file values ($1, $2, 1, '${WORD}.pdf', 'application/pdf', $4, 10)`,
      [agency.agencyId, id, agency.unitId('kominfo'), sha256],
    );
    await loadedFrom(id);
    return id;
  }

  /** What a load keeps of it, what a correction kept, and a package of its file that was fetched. */
  async function loadedFrom(documentId: string): Promise<void> {
    const { agencyId } = agency;
    const { positionId, personId } = agency.desk('arsiparis');
    const jobId = randomUUID();
    const upload = await deps.files.write(agencyId, Buffer.from(`zip ${WORD}`));
    await deps.db.transaction({ agencyId }, (tx) =>
      recordBlob(
        tx,
        { agencyId, ...upload, mediaType: 'application/zip' },
        { kind: 'load', id: jobId, now: deps.now() },
      ),
    );
    await rowsOf(
      admin(),
      `with job as (
         insert into load_job (agency_id, id, unit_id, kind, label, source, source_sha256, status, created_at)
         values ($1, $3, $4, 'package', 'paket.zip', 'upload', $5, 'done', now())),
       part as (insert into load_part values ($1, $3, 0, $5, 10)),
       line as (
         insert into load_row (agency_id, job_id, line, content, status, document_id)
         values ($1, $3, 1, '{"title": "${WORD}"}', 'loaded', $2)),
       change as (
         insert into archive_document_change (agency_id, id, document_id, version, changes, reason, changed_at)
         values ($1, gen_random_uuid(), $2, 2, '{"summary": {"from": "${WORD}"}}', 'Salah ketik', now())),
       package as (
         insert into export_job (agency_id, id, kind, title, file_ids, position_id, person_id, appointment_id, status, file_name, size_bytes,
           created_at, expires_at)
         values ($1, $3, 'bag', 'Paket', array[$6::uuid], $7, $8, $9, 'ready', 'paket.zip', 10, now(), now() + interval '7 days'))
       update archive_document set origin = '{"metadata": {"summary": "${WORD}"}}' where id = $2`,
      [
        ...[agencyId, documentId, jobId, agency.unitId('kominfo'), upload.sha256, fileId, positionId, personId],
        agency.desk('arsiparis').appointmentId,
      ],
    );
  }

  it('no table holds a word of it', async () => {
    const tables = await rowsOf<{ name: string }>(
      admin(),
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).to.be.greaterThan(40);
    const found: string[] = [];
    for (const { name } of tables) {
      const count = await valueOf<number>(
        admin(),
        `select count(*)::int from "${name}" t where t::text like '%${WORD}%'`,
      );
      if (count > 0) found.push(name);
    }
    expect(found).to.deep.equal([]);
  });

  it('no byte is left in the store, and every hash is listed', async () => {
    expect(hashes).to.have.length(6);
    for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(false);
    const listed = await rowsOf<{ sha256: string }>(
      admin(),
      `select part ->> 'sha256' as sha256 from destroyed_record, jsonb_array_elements(components) part where (part ->> 'isFile')::boolean`,
    );
    expect(listed.map(({ sha256 }) => sha256)).to.have.members(hashes);
  });

  it('lets go of the upload it came from and of packages that hold it', async () => {
    expect(await rowsOf(admin(), `select 1 from blob_ref where owner_kind = 'load'`)).to.deep.equal([]);
    const kept = `select count(*)::int from export_job where status = 'ready' and expires_at > $1`;
    expect(await valueOf<number>(admin(), kept, [deps.now()])).to.equal(0);
  });

  it('opening it shows the entry in the agenda; its file answers with the minutes', async () => {
    const kabid = await agency.actor('kabid');
    const incoming = await getIncoming(deps, kabid, { incomingId });
    expect(incoming.subject).to.equal('Permohonan data aplikasi');
    const refusal = await refusalOf(getIncomingFile(deps, kabid, { incomingId, ordinal: 1 }), 'content_destroyed');
    expect(refusal.detail).to.match(/berita acara nomor 000\.5\.6\.2/u);
  });
});
