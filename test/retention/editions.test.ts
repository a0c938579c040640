import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { suggestClassifications } from '../../server/registration/suggest-classifications.ts';
import { searchClassifications } from '../../server/organisation/desks.ts';
import { applyEdition } from '../../server/retention/apply-edition.ts';
import { changeClassificationCode } from '../../server/retention/change-classification-code.ts';
import { discardEdition } from '../../server/retention/discard-edition.ts';
import { exportClassification } from '../../server/retention/export-classification.ts';
import { getClassificationCode } from '../../server/retention/get-classification-code.ts';
import { getImportReportCsv } from '../../server/retention/get-import-report-csv.ts';
import { getImportReport } from '../../server/retention/get-import-report.ts';
import { listClassificationCodes } from '../../server/retention/list-classification-codes.ts';
import { listClassificationEditions } from '../../server/retention/list-classification-editions.ts';
import { ruleInForce } from '../../server/retention/rule-in-force.ts';
import { sweepEditions } from '../../server/retention/sweep-editions.ts';
import { uploadClassificationFile } from '../../server/retention/upload-classification-file.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { decisionOf, imported, previewed } from './scheme.ts';

const TODAY = '2026-11-24';

describe('editions of classification and retention', function () {
  this.timeout(60_000);

  let deps: TestDeps;
  let agency: TestAgency;

  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const admin = () => agency.actor('admin');
  const look = async (code: string) =>
    getClassificationCode(deps, await agency.actor('arsiparis'), { classificationCode: code });
  const ruleOf = (code: string, onDate: string) =>
    deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
      ruleInForce(tx, { agencyId: agency.agencyId, code, onDate }),
    );
  const offered = async (words: string) =>
    (await searchClassifications(deps, await agency.actor('staf'), { q: words, limit: 50 })).classifications.map(
      ({ code }) => code,
    );
  const projected = (code: string) =>
    rowsOf(
      deps.database.adminUrl,
      'select name, active_years as active, retired_on::text as retired from classification where code = $1',
      [code],
    );

  it('begin with what the agency was established with', async () => {
    const { editions } = await listClassificationEditions(deps, await agency.actor('arsiparis'), { limit: 20 });
    expect(editions.map(({ kind, status, counts }) => ({ kind, status, counts }))).to.deep.equal([
      { kind: 'starter', status: 'applied', counts: { added: 5 } },
    ]);
    expect(await ruleOf('500.12', TODAY)).to.include({ activeYears: 2, finalAction: 'permanent', fromCode: '500.12' });
  });

  it('change what is in force as their report said, with the decree, the person and the files', async () => {
    const wanted = {
      scheme: 'kode;nama;induk\n000.1;Ketatausahaan;000\n000.1.1;Telepon;000.1\n',
      schedule: 'kode;retensi_aktif;retensi_inaktif;nasib_akhir\n000.1.1;1 Tahun setelah audit;1 Tahun;Musnah\n',
    };
    const preview = await previewed(deps, await admin(), wanted);
    expect(preview.report.counts).to.include({ added: 1, renamed: 1, retention: 0, refused: 0 });
    expect((await look('000.1')).current?.name, 'a report changes nothing').to.equal(
      'Ketatausahaan dan kerumahtanggaan',
    );

    const edition = await applyEdition(deps, await admin(), decisionOf(preview));
    expect(edition).to.include({ status: 'applied', decreeNumber: 'Nomor 12 Tahun 2026', effectiveFrom: TODAY });
    expect(edition.decidedBy).to.equal(agency.desk('admin').name);
    expect(edition.files.map(({ slot, rowCount }) => [slot, rowCount])).to.deep.equal([
      ['schedule', 1],
      ['scheme', 2],
    ]);
    expect(await offered('telepon')).to.deep.equal(['000.1.1']);
    expect(await projected('000.1.1')).to.deep.equal([{ name: 'Telepon', active: 1, retired: null }]);
    const { history, current } = await look('000.1');
    expect(current?.decreeNumber).to.equal('Nomor 12 Tahun 2026');
    expect(history.map(({ startsOn, endsOn }) => [startsOn, endsOn])).to.deep.equal([
      [TODAY, null],
      ['2000-01-01', TODAY],
    ]);
    const body = await valueOf<string>(
      deps.database.adminUrl,
      "select body from event where body::jsonb ->> 'action' = 'classification.decided'",
    );
    expect(body).to.include('Nomor 12 Tahun 2026').and.include(preview.report.reportHash);
  });

  it('answer the rule of a day: of the code, of the nearest above, of before and after', async () => {
    await imported(deps, await admin(), { scheme: 'kode,nama,induk\n000.1.1,Telepon,000.1\n' });
    expect(await ruleOf('000.1.1', TODAY)).to.include({ fromCode: '000.1', activeYears: 2 });
    const { current } = await look('000.1');
    const changed = { name: 'Tata usaha', securityClass: 'T', accessNote: 'Unit pengolah' } as const;
    await changeClassificationCode(deps, await admin(), {
      ...{ classificationCode: '000.1', basedOnEditionId: current?.editionId ?? '' },
      ...{ effectiveFrom: '2027-01-01', reason: 'Perubahan JRA' },
      ...changed,
      rule: {
        activeYears: 7,
        inactiveYears: 1,
        triggerEvent: 'setelah audit',
        finalAction: 'review',
        exceptionNote: '',
      },
    });
    expect(await ruleOf('000.1.1', '2026-12-31')).to.include({ activeYears: 2, finalAction: 'destroy' });
    expect(await ruleOf('000.1.1', '2027-01-01')).to.include({ activeYears: 7, triggerEvent: 'setelah audit' });
    expect(await ruleOf('000.1', '1998-05-05'), 'before the first edition').to.include({ activeYears: 2 });
    expect(await ruleOf('000', TODAY)).to.equal(undefined);
    expect(await ruleOf('777', TODAY)).to.equal(undefined);
  });

  it('of a day to come wait for it in the zone of the agency, and follow a moved clock', async () => {
    const edition = await imported(deps, await admin(), {
      scheme: 'kode,nama,induk\n000,Umum,\n000.1,Tata usaha baru,000\n000.4,Perpustakaan,000\n',
      isComplete: true,
      effectiveFrom: '2026-12-01',
    });
    expect(edition.status).to.equal('scheduled');
    expect(await offered('perpustakaan')).to.deep.equal([]);

    deps.setNow(new Date('2026-11-30T16:30:00Z'));
    await sweepEditions(deps);
    expect(await offered('perpustakaan'), 'still 30 November in Pontianak').to.deep.equal([]);
    expect(await offered('government')).to.deep.equal(['500.12.6']);

    deps.setNow(new Date('2026-11-30T17:00:00Z'));
    await sweepEditions(deps);
    await sweepEditions(deps);
    expect(await offered('perpustakaan')).to.deep.equal(['000.4']);
    expect(await offered('government')).to.deep.equal([]);
    expect(await projected('500.12.6')).to.deep.equal([{ name: 'e-Government', active: 2, retired: '2026-12-01' }]);
    const count = await valueOf(
      deps.database.adminUrl,
      "select count(*)::int from event where body::jsonb ->> 'action' = 'classification.in_force'",
    );
    expect(count).to.equal(1);
  });

  it('retire codes without removing them: not offered any more, still with their last rule', async () => {
    const complete = 'kode,nama,induk\n000,Umum,\n000.1,Ketatausahaan dan kerumahtanggaan,000\n';
    const { report, editionId } = await previewed(deps, await admin(), { scheme: complete, isComplete: true });
    expect(report.retired.map(({ code }) => code)).to.deep.equal(['500', '500.12', '500.12.6']);
    await applyEdition(deps, await admin(), decisionOf({ report, editionId }));
    expect(await offered('500')).to.deep.equal([]);
    const suggested = await suggestClassifications(deps, await agency.actor('tu'), {
      subject: 'Sosialisasi e-Government',
    });
    expect(suggested.classifications).to.deep.equal([]);
    expect(await ruleOf('500.12.6', '2028-01-01')).to.include({ fromCode: '500.12.6', finalAction: 'permanent' });
    expect(await look('500.12')).to.deep.include({ retiredOn: TODAY, current: null });

    deps.advance(86_400_000);
    const back = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n500,Perekonomian,\n' });
    expect(back.report.added.map(({ code, isRevived }) => [code, isRevived])).to.deep.equal([['500', true]]);
    await applyEdition(deps, await admin(), decisionOf(back));
    expect(await offered('perekonomian')).to.deep.equal(['500']);
  });

  it('go once: of two decided at once on the same state one is told to look again', async () => {
    const first = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Perlengkapan,000\n' });
    const second = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Barang,000\n' });
    const actor = await admin();
    const outcomes = await Promise.allSettled([first, second].map((one) => applyEdition(deps, actor, decisionOf(one))));
    expect(outcomes.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const lost = outcomes[0]?.status === 'rejected' ? first : second;
    await refusalOf(applyEdition(deps, actor, decisionOf(lost)), 'stale_version');
    const again = await getImportReport(deps, actor, { editionId: lost.editionId, isComplete: false });
    expect(again.counts).to.include({ added: 0, renamed: 1 });
    const overlapping = await valueOf(
      deps.database.adminUrl,
      `select count(*)::int from classification_version a join classification_version b
       on b.agency_id = a.agency_id and b.code = a.code and b.edition_id <> a.edition_id and b.valid && a.valid`,
    );
    expect(overlapping).to.equal(0);
  });

  it('cannot hold for the same code on the same day, whatever writes them', async () => {
    const copy = `insert into classification_version (agency_id, code, edition_id, starts_on, valid, name)
      select agency_id, '000.1', $1, date '2026-01-01', daterange('2026-01-01', null), 'Kembar' from classification_edition limit 1`;
    const other = randomUUID();
    await rowsOf(
      deps.database.adminUrl,
      `insert into classification_edition (agency_id, id, kind, status, created_at) select id, $1, 'import', 'draft', now() from agency`,
      [other],
    );
    const refusal = await rowsOf(deps.database.adminUrl, copy, [other]).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error).with.property('constraint', 'one_version_in_force');
  });

  it('are decided once under one key, and a repeat of the press gets the same answer', async () => {
    const preview = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Perlengkapan,000\n' });
    const pressed = await agency.actor('admin', { command: 'apply-once-0001' });
    const one = await applyEdition(deps, pressed, decisionOf(preview));
    expect(await applyEdition(deps, pressed, decisionOf(preview))).to.deep.equal(one);
    await refusalOf(applyEdition(deps, await admin(), decisionOf(preview)), 'wrong_state');
  });

  it('need a date that has not passed, a change, and files that are still those of the report', async () => {
    const preview = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Perlengkapan,000\n' });
    const decision = decisionOf(preview);
    const past = { ...decision, effectiveFrom: '2026-11-23' };
    expect((await refusalOf(applyEdition(deps, await admin(), past), 'invalid_input')).fields[0]?.path).to.equal(
      'effectiveFrom',
    );
    await refusalOf(applyEdition(deps, await admin(), { ...decision, effectiveFrom: '2026-12-01' }), 'stale_version');
    await refusalOf(applyEdition(deps, await admin(), { ...decision, isComplete: true }), 'stale_version');
    const bytes = Buffer.from('kode,nama,induk\n000.2,Barang,000\n');
    await uploadClassificationFile(deps, await admin(), {
      editionId: preview.editionId,
      slot: 'scheme',
      fileName: 'lain.csv',
      bytes,
    });
    await refusalOf(applyEdition(deps, await admin(), decision), 'stale_version');
    const same = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000,Umum,\n' });
    await refusalOf(applyEdition(deps, await admin(), decisionOf(same)), 'invalid_input');
    await refusalOf(applyEdition(deps, await admin(), { ...decision, editionId: randomUUID() }), 'not_found');
  });

  it('come back from their own export without a change, events and exceptions included', async () => {
    await imported(deps, await admin(), {
      scheme: 'kode,nama,induk,keamanan,akses\n000.2,"Barang; ""sewa"", dan = lain",000,T,=unit\n000.3,-nama,000,SR,\n',
      schedule:
        'kode,aktif,inaktif,nasib,keterangan\n000.2,2 Tahun Setelah Pemutakhiran Data (Update),3 Tahun,"Musnah, Kecuali barang; tetap",catatan\n' +
        '000.3,0 Tahun,100 Tahun,Dinilai kembali,\n',
    });
    const file = await exportClassification(deps, await agency.actor('arsiparis'), {});
    const text = Buffer.from(file.bytes as Uint8Array).toString('utf8');
    const { report } = await previewed(deps, await admin(), { scheme: text, isComplete: true });
    expect(report.counts).to.deep.equal({
      added: 0,
      renamed: 0,
      moved: 0,
      retention: 0,
      security: 0,
      retired: 0,
      refused: 0,
    });
    expect(report.unchanged).to.equal(7);
  });

  it('of one code are made by hand, on what the person saw', async () => {
    const { current } = await look('500.12');
    const change = {
      ...{ classificationCode: '500.12', basedOnEditionId: current?.editionId ?? '', effectiveFrom: TODAY },
      ...{ name: 'Komunikasi, informatika, dan statistik', rule: null, reason: 'Penggabungan urusan' },
      ...({ securityClass: 'B', accessNote: '' } as const),
    };
    const changed = await changeClassificationCode(deps, await admin(), change);
    expect(changed.current).to.include({ name: change.name, reason: change.reason, editionKind: 'manual' });
    await refusalOf(changeClassificationCode(deps, await admin(), { ...change, name: 'Lain' }), 'stale_version');
    const based = { ...change, basedOnEditionId: changed.current?.editionId ?? '' };
    await refusalOf(changeClassificationCode(deps, await admin(), based), 'invalid_input');
    const rule = {
      activeYears: 1,
      inactiveYears: 1,
      triggerEvent: 'kapan saja',
      finalAction: 'destroy',
      exceptionNote: '',
    } as const;
    const refusal = await refusalOf(changeClassificationCode(deps, await admin(), { ...based, rule }), 'invalid_input');
    expect(refusal.fields[0]?.path).to.equal('rule.triggerEvent');
    const again = await changeClassificationCode(deps, await admin(), { ...based, name: 'Kominfo' });
    expect(again.history.map(({ name, isSuperseded }) => [name, isSuperseded])).to.deep.equal([
      ['Kominfo', false],
      [change.name, true],
      ['Komunikasi dan informatika', false],
    ]);
    await refusalOf(
      changeClassificationCode(deps, await admin(), { ...change, classificationCode: '999' }),
      'not_found',
    );
  });

  it('are changed by administrators and read by archivists and auditors', async () => {
    for (const key of ['staf', 'kadis', 'tu'] as const) {
      const actor = await agency.actor(key);
      await refusalOf(listClassificationCodes(deps, actor, { q: '' }), 'forbidden');
      await refusalOf(getClassificationCode(deps, actor, { classificationCode: '000' }), 'forbidden');
    }
    for (const key of ['arsiparis', 'auditor'] as const) {
      const actor = await agency.actor(key);
      expect((await listClassificationCodes(deps, actor, { q: '' })).codes.map(({ code }) => code)).to.deep.equal([
        '000',
        '500',
      ]);
      await refusalOf(previewed(deps, actor, { scheme: 'kode,nama\n000,Umum' }), 'forbidden');
      await refusalOf(discardEdition(deps, actor, { editionId: randomUUID() }), 'forbidden');
    }
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const preview = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Perlengkapan,000\n' });
    await refusalOf(applyEdition(deps, await other.actor('admin'), decisionOf(preview)), 'not_found');
    await imported(deps, await admin(), { scheme: 'kode,nama,induk\n000.9,Penelitian,000\n' });
    await refusalOf(
      getClassificationCode(deps, await other.actor('admin'), { classificationCode: '000.9' }),
      'not_found',
    );
  });

  it('that are given up lose their files; forgotten drafts are given up after a month', async () => {
    const one = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.2,Perlengkapan,000\n' });
    const two = await previewed(deps, await admin(), { scheme: 'kode,nama,induk\n000.3,Pengadaan,000\n' });
    await discardEdition(deps, await admin(), { editionId: one.editionId });
    await refusalOf(
      getImportReport(deps, await admin(), { editionId: one.editionId, isComplete: false }),
      'wrong_state',
    );
    deps.advance(31 * 86_400_000);
    await sweepEditions(deps);
    await refusalOf(
      applyEdition(deps, await admin(), { ...decisionOf(two), effectiveFrom: '2027-01-01' }),
      'wrong_state',
    );
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from classification_edition_file')).to.equal(0);
    expect(
      await valueOf(
        deps.database.adminUrl,
        "select count(*)::int from blob_ref where owner_kind like 'classification%'",
      ),
    ).to.equal(0);
  });

  it('say in the CSV of the report every row, with line and advice', async () => {
    const scheme = 'kode,nama,induk\n000.2,Perlengkapan,000\n400.1,Desa,400\n000.1,Tata usaha,000\n';
    const { editionId } = await previewed(deps, await admin(), { scheme });
    const file = await getImportReportCsv(deps, await admin(), { editionId, isComplete: false });
    const lines = Buffer.from(file.bytes as Uint8Array)
      .toString('utf8')
      .split('\r\n');
    expect(lines[1]).to.match(/^Ganti nama;000\.1;Tata usaha;Ketatausahaan dan kerumahtanggaan;Tata usaha/u);
    expect(lines[2]).to.match(/^Ditambahkan;000\.2;Perlengkapan/u);
    expect(lines[3]).to.match(/^Ditolak;400\.1;;;;klasifikasi;3;induk;Induk 400 tidak ada;Tambahkan/u);
  });

  it('of 2,834 codes are compared and decided in a few seconds', async () => {
    const rows = ['000,Umum,'];
    for (let second = 1; rows.length < 2834; second += 1) {
      rows.push(`000.${second},Urusan ke-${second},000`);
      for (let third = 1; third <= 50 && rows.length < 2834; third += 1)
        rows.push(`000.${second}.${third},Kegiatan ${second} bagian ${third},000.${second}`);
    }
    const began = performance.now();
    const preview = await previewed(deps, await admin(), {
      scheme: `kode,nama,induk\n${rows.join('\n')}\n`,
      isComplete: true,
    });
    const previewMs = performance.now() - began;
    expect(preview.report.counts.added).to.be.greaterThan(2800);
    expect(preview.report.added).to.have.lengthOf(200);
    await applyEdition(deps, await admin(), decisionOf(preview));
    const applyMs = performance.now() - began - previewMs;
    expect(previewMs, 'preview').to.be.lessThan(6000);
    expect(applyMs, 'apply').to.be.lessThan(10_000);
    expect(
      await valueOf(deps.database.adminUrl, 'select count(*)::int from classification where retired_on is null'),
    ).to.equal(2834);
  });
});
