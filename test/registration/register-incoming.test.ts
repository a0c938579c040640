import { expect } from 'chai';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { listIncoming } from '../../server/incoming/list-incoming.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { listLocations } from '../../server/registration/context-queries.ts';
import { correctIncoming } from '../../server/registration/correct-incoming.ts';
import { directIncoming } from '../../server/registration/direct-incoming.ts';
import { getReceipt } from '../../server/registration/get-receipt.ts';
import { getRegistrationContext } from '../../server/registration/get-registration-context.ts';
import { listIncomingChanges } from '../../server/registration/list-incoming-changes.ts';
import { listUsualDesks } from '../../server/registration/list-usual-desks.ts';
import { trackIncoming } from '../../server/registration/track-incoming.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { planOf } from '../support/explain.ts';
import { refusalOf } from '../support/refusal.ts';
import { formOf, register } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { visitorFrom } from '../support/visitor.ts';

describe('registering a letter by hand', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const inboxOf = async (key: DeskKey) =>
    (await listIncoming(deps, await agency.actor(key), { tab: 'open', limit: 30 })).items;
  const actionsOf = async (id: string) =>
    (
      await rowsOf<{ action: string }>(adminUrl, 'select action from event where letter_id = $1 order by seq', [id])
    ).map(({ action }) => action);

  it('gives the next number of the unit, a tracking code, and directs it in one step', async () => {
    await register(deps, agency);
    const letter = await register(deps, agency, { direct: { to: ['kadis'], cc: ['sekdis'], note: 'Mohon arahan' } });
    expect(letter).to.include({ agendaNumber: 2, agendaYear: 2026, status: 'directed', channel: 'counter' });
    expect(letter.trackingCode).to.match(/^LTR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(letter.unitId).to.equal(agency.unitId('kominfo'));
    const [item] = await inboxOf('kadis');
    expect(item).to.include({ id: letter.id, subject: letter.subject, role: 'to', letterId: null });
    const seen = await getIncoming(deps, await agency.actor('kadis'), { incomingId: letter.id });
    expect(seen.addressees.map(({ note, directedBy }) => [note, directedBy])).to.deep.equal([
      ['Mohon arahan', 'Pengadministrasi Umum Diskominfo'],
      ['Mohon arahan', 'Pengadministrasi Umum Diskominfo'],
    ]);
    expect(await actionsOf(letter.id)).to.deep.equal(['incoming.registered', 'incoming.directed']);
    const notices = `select text from notification where incoming_id = $1 order by text`;
    expect(await rowsOf(adminUrl, notices, [letter.id])).to.have.length(2);
  });

  it('lets the secretary of an addressed official read open letters with them, and no secret one', async () => {
    const open = await register(deps, agency, { direct: { to: ['kadis'] } });
    const secretary = await agency.actor('sekdis');
    expect((await getIncoming(deps, secretary, { incomingId: open.id })).subject).to.equal(open.subject);
    const content = { securityClass: 'R', summary: '', subject: 'Sampul rahasia untuk Kepala Dinas' };
    const secret = await register(deps, agency, { content, direct: { to: ['kadis'] } });
    await refusalOf(getIncoming(deps, secretary, { incomingId: secret.id }), 'not_found');
    await getIncoming(deps, await agency.actor('kadis'), { incomingId: secret.id });
  });

  it('directs a directed letter to further desks, never twice to one, and refuses a vacant desk', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kadis'], cc: ['kabid'] } });
    const actor = await agency.actor('tu');
    const again = { incomingId: id, cc: [], note: '' };
    const to = [agency.desk('kadis').positionId, agency.desk('kabid').positionId];
    const letter = await directIncoming(deps, actor, { ...again, to });
    expect(letter.addressees.map(({ title, role }) => `${role} ${title}`)).to.have.members([
      'to Kepala Dinas Komunikasi dan Informatika',
      'to Kepala Bidang Aplikasi Informatika',
    ]);
    const vacant = directIncoming(deps, actor, { ...again, to: [agency.desk('kosong').positionId] });
    expect((await refusalOf(vacant, 'circuit_vacant')).message).to.include('Kepala Subbagian Keuangan');
    const unknown = directIncoming(deps, actor, { ...again, to: [agency.agencyId] });
    expect((await refusalOf(unknown, 'invalid_input')).fields[0]?.path).to.equal('to');
  });

  it('names every field that is wrong', async () => {
    const content = { letterDate: '2026-11-25', classificationCode: '999', senderTitle: '', senderUnit: '' };
    const refused = await refusalOf(register(deps, agency, { content }), 'invalid_input');
    expect(refused.fields.map(({ path }) => path)).to.deep.equal([
      'content.senderTitle',
      'content.letterDate',
      'content.classificationCode',
    ]);
    const secret = await refusalOf(register(deps, agency, { content: { securityClass: 'SR' } }), 'invalid_input');
    expect(secret.fields[0]?.path).to.equal('content.summary');
  });

  it('takes the date of the agency, not of Greenwich', async () => {
    deps.setNow(new Date('2026-12-31T17:30:00Z'));
    const letter = await register(deps, agency, { content: { letterDate: '2027-01-01' } });
    expect(letter).to.include({ agendaNumber: 1, agendaYear: 2027 });
  });

  it('keeps what a correction changed with its reason, and refuses one that looked at an older version', async () => {
    const letter = await register(deps, agency, { direct: { to: ['kadis'] } });
    const actor = await agency.actor('tu');
    const { id: incomingId, version } = letter;
    const content = { ...formOf({ subject: 'Usulan yang benar', handlingGrade: 'biasa' }), number: letter.number };
    const reason = 'Salah ketik';
    const corrected = await correctIncoming(deps, actor, { incomingId, version, content, reason });
    expect(corrected).to.include({ subject: 'Usulan yang benar', version: version + 1, agendaNumber: 1 });
    await refusalOf(correctIncoming(deps, actor, { incomingId, version, content, reason }), 'stale_version');
    const same = correctIncoming(deps, actor, { incomingId, version: corrected.version, content, reason });
    await refusalOf(same, 'invalid_input');
    const { changes } = await listIncomingChanges(deps, await agency.actor('kadis'), { incomingId });
    expect(changes).to.have.length(1);
    expect(changes[0]).to.include({ reason, version: version + 1 });
    expect(changes[0]?.fields).to.deep.include({ label: 'Sifat', before: 'Segera', after: 'Biasa' });
    expect((await inboxOf('kadis'))[0]?.handlingGrade).to.equal('biasa');
  });

  it('takes the readers of an open letter away when its class is corrected to secret', async () => {
    const letter = await register(deps, agency, { direct: { to: ['kadis'] } });
    const actor = await agency.actor('tu');
    const content = { ...formOf({ securityClass: 'R', summary: '' }), number: letter.number };
    await correctIncoming(deps, actor, { incomingId: letter.id, version: letter.version, content, reason: 'Rahasia' });
    for (const key of ['sekdis', 'arsiparis'] as const)
      await refusalOf(getIncoming(deps, await agency.actor(key), { incomingId: letter.id }), 'not_found');
    const seen = await getIncoming(deps, await agency.actor('tu'), { incomingId: letter.id });
    expect(seen).to.include({ subject: 'Rahasia', summary: '' });
    await getIncoming(deps, await agency.actor('kadis'), { incomingId: letter.id });
  });

  it('leaves the number of a cancelled registration in the book as void', async () => {
    const letter = await register(deps, agency, { direct: { to: ['kadis'] } });
    const actor = await agency.actor('tu');
    const wanted = { incomingId: letter.id, version: letter.version, reason: 'Salah alamat' };
    const cancelled = await cancelIncoming(deps, actor, wanted);
    expect(cancelled).to.include({ status: 'cancelled', agendaNumber: 1, cancelReason: 'Salah alamat' });
    expect(cancelled.actions).to.deep.equal([]);
    expect(await inboxOf('kadis')).to.deep.equal([]);
    const book = await rowsOf(adminUrl, 'select number, status, void_reason from register_entry order by number');
    expect(book).to.deep.equal([{ number: 1, status: 'void', void_reason: 'Salah alamat' }]);
    expect((await register(deps, agency)).agendaNumber).to.equal(2);
    await refusalOf(cancelIncoming(deps, actor, { ...wanted, version: cancelled.version }), 'wrong_state');
  });

  it('tells the sender states by the code, and nothing of what the letter says', async () => {
    const letter = await register(deps, agency, { content: { subject: 'Perihal yang tidak boleh bocor' } });
    const visitor = visitorFrom('203.0.113.7');
    const typed = (letter.trackingCode ?? '').toLowerCase().replaceAll('-', ' ');
    const first = await trackIncoming(deps, visitor, { code: typed });
    expect(first).to.include({ state: 'received', code: letter.trackingCode });
    const to = [agency.desk('kadis').positionId];
    await directIncoming(deps, await agency.actor('tu'), { incomingId: letter.id, to, cc: [], note: '' });
    const tracked = await trackIncoming(deps, visitor, { code: letter.trackingCode ?? '' });
    expect(tracked.steps.map(({ state }) => state)).to.deep.equal(['received', 'with_official']);
    expect(JSON.stringify(tracked)).not.to.match(/bocor|Sintang|Kepala/u);
    for (let miss = 0; miss < 20; miss += 1)
      await refusalOf(trackIncoming(deps, visitor, { code: 'LTR-0000-0000' }), 'not_found');
    await refusalOf(trackIncoming(deps, visitor, { code: letter.trackingCode ?? '' }), 'throttled');
  });

  it('prints a receipt with the code on it', async () => {
    const letter = await register(deps, agency);
    const { bytes, mediaType } = await getReceipt(deps, await agency.actor('tu'), { incomingId: letter.id });
    expect(mediaType).to.equal('application/pdf');
    expect(
      Buffer.from(bytes as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    expect(await actionsOf(letter.id)).to.include('incoming.receipt_printed');
  });

  it('starts the form with what the unit uses most', async () => {
    const actor = await agency.actor('tu');
    const empty = await getRegistrationContext(deps, actor, {});
    expect(empty).to.include({ nextAgendaNumber: 1, canDirect: true, registerName: 'Agenda masuk kominfo' });
    expect(empty.desks.map(({ title }) => title)).to.deep.equal(['Kepala Dinas Komunikasi dan Informatika']);
    await register(deps, agency, { content: { physicalLocation: 'Lemari 2' }, direct: { to: ['sekdis'] } });
    const used = await getRegistrationContext(deps, actor, {});
    expect(used.nextAgendaNumber).to.equal(2);
    expect(used.classifications).to.deep.equal([{ code: '500.12.6', name: 'e-Government', uses: 1 }]);
    expect(used.desks.map(({ uses }) => uses)).to.deep.equal([1, 0]);
    expect(used.locations).to.deep.equal(['Lemari 2']);
  });

  it('learns from the latest letters of the unit, along its index, however many bear no agenda number', async () => {
    const unitId = agency.unitId('kominfo');
    await rowsOf(
      adminUrl,
      `insert into incoming_letter (agency_id, id, unit_id, status, received_at, received_date, channel, sender_title, sender_unit, number,
         subject, handling_grade, security_class)
       select $1, gen_random_uuid(), $2, 'registered', $3::timestamptz - n * interval '1 hour', $3::timestamptz::date, 'counter', 'Direktur',
         'PT Uji', '', 'Lama', 'biasa', 'B' from generate_series(1, 3000) n`,
      [agency.agencyId, unitId, deps.now()],
    );
    await rowsOf(adminUrl, 'analyze incoming_letter');
    await register(deps, agency, { content: { physicalLocation: 'Lemari 7' } });
    const { locations } = await getRegistrationContext(deps, await agency.actor('tu'), {});
    expect(locations).to.deep.equal(['Lemari 7']);
    const { agencyId } = agency;
    const plan = await deps.db.transaction({ agencyId }, (tx) =>
      planOf(tx, (asked) => listLocations(asked, { agencyId, unitId, limit: 8 })),
    );
    expect(plan).to.contain('incoming_letter_unit').and.not.contain('Seq Scan');
  });

  it('splits the work of a big registry by role', async () => {
    for (const key of ['penerima', 'pengarah', 'staf'] as const)
      await refusalOf(register(deps, agency, { as: key }), 'forbidden');
    await refusalOf(register(deps, agency, { as: 'pengendali', direct: { to: ['sekda'] } }), 'forbidden');
    const letter = await register(deps, agency, { as: 'pengendali' });
    expect(letter.unitId).to.equal(agency.unitId('setda'));
    const direct = { incomingId: letter.id, to: [agency.desk('sekda').positionId], cc: [], note: '' };
    for (const key of ['penerima', 'pengendali', 'tu'] as const)
      await refusalOf(directIncoming(deps, await agency.actor(key), direct), 'forbidden');
    const directed = await directIncoming(deps, await agency.actor('pengarah'), direct);
    expect(directed.status).to.equal('directed');
    const cancel = { incomingId: letter.id, version: directed.version, reason: 'Bukan untuk kami' };
    for (const key of ['penerima', 'pengarah', 'tu'] as const)
      await refusalOf(cancelIncoming(deps, await agency.actor(key), cancel), 'forbidden');
  });

  it('offers who directs a letter the desks that letters of its unit usually go to', async () => {
    const first = await register(deps, agency, { as: 'pengendali' });
    const pengarah = await agency.actor('pengarah');
    const usual = async (key: DeskKey) =>
      (await listUsualDesks(deps, await agency.actor(key), { incomingId: first.id })).desks;
    expect((await usual('pengarah')).map(({ title, uses }) => [title, uses])).to.deep.equal([['Sekretaris Daerah', 0]]);
    const to = [agency.desk('kadis').positionId];
    await directIncoming(deps, pengarah, { incomingId: first.id, to, cc: [], note: '' });
    expect((await usual('pengarah')).map(({ uses }) => uses)).to.deep.equal([1, 0]);
    for (const key of ['penerima', 'pengendali', 'tu'] as const) await refusalOf(usual(key), 'forbidden');
  });

  it('keeps each letter with the agency and the unit that registered it', async () => {
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const letter = await register(deps, agency);
    const wanted = { incomingId: letter.id, version: letter.version, reason: 'Coba-coba' };
    await refusalOf(cancelIncoming(deps, await other.actor('tu'), wanted), 'not_found');
    await refusalOf(cancelIncoming(deps, await agency.actor('tupupr'), wanted), 'forbidden');
    expect((await register(deps, other)).agendaNumber).to.equal(1);
    expect(await valueOf(adminUrl, `select count(*)::int from incoming_letter`)).to.equal(2);
  });
});
