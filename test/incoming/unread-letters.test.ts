import { expect } from 'chai';
import { RecipientInput } from '../../server/dispositions/contract.ts';
import { getDispositionItem } from '../../server/dispositions/get-disposition-item.ts';
import { listDispositions } from '../../server/dispositions/list-dispositions.ts';
import { returnDisposition } from '../../server/dispositions/return-disposition.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { correctIncoming } from '../../server/registration/correct-incoming.ts';
import { directIncoming } from '../../server/registration/direct-incoming.ts';
import { findDuplicates } from '../../server/registration/find-duplicates.ts';
import { forwardIncoming } from '../../server/incoming/forward-incoming.ts';
import { getIncomingJourney } from '../../server/incoming/get-incoming-journey.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { listIncoming } from '../../server/incoming/list-incoming.ts';
import { getIntakeFile } from '../../server/intake/get-intake-file.ts';
import { getIntake } from '../../server/intake/get-intake.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { formOf, register, upload } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const NAME = 'Pemeriksaan Khusus';
const sealed = { subject: NAME, securityClass: 'R', summary: '' } as const;

describe('letters that a desk handles but may not read', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const open = async (key: DeskKey, incomingId: string) => getIncoming(deps, await agency.actor(key), { incomingId });
  const subjectIn = (incomingId: string) =>
    valueOf(adminUrl, 'select subject from incoming_letter where id = $1', [incomingId]);
  const give = async (incomingId: string, said: Partial<RecipientInput>) => {
    const target = { kind: 'position', positionId: agency.desk('kabid').positionId } as const;
    const recipients = [RecipientInput.parse({ target, instructions: ['Telaah'], ...said })];
    const given = await giveDisposition(deps, await agency.actor('kadis'), {
      ...{ incomingId, recipients },
      parentItemId: null,
      sheetFileId: null,
    });
    deps.advance(10_000);
    await drainOutbox(deps);
    return given.items[0]?.id ?? '';
  };
  /** One more registry desk of Diskominfo. */
  const addRegistry = (key: DeskKey) =>
    rowsOf(
      adminUrl,
      `insert into position_role (agency_id, position_id, role, unit_id) values ($1, $2, 'registry', $3)`,
      [agency.agencyId, agency.desk(key).positionId, agency.unitId('kominfo')],
    );

  it('shows a sealed letter to its registry by what is in the agenda, with what is to be done with it', async () => {
    const { id } = await register(deps, agency, { content: sealed, direct: { to: ['kadis'], note: 'Segera buka' } });
    const seen = await open('tu', id);
    expect(seen).to.include({ subject: 'Rahasia', summary: '', securityClass: 'R', agendaNumber: 1 });
    expect(seen.actions).to.include.members(['correct', 'cancel', 'direct']);
    expect(JSON.stringify(seen)).not.to.match(/Pemeriksaan|Segera buka/u);
    expect((await open('kadis', id)).subject).to.equal(NAME);
    for (const key of ['sekdis', 'kabid', 'tupupr', 'penerima'] as const) await refusalOf(open(key, id), 'not_found');
    const views = `select count(*)::int from event where letter_id = $1 and action = 'letter.viewed'`;
    expect(await valueOf(adminUrl, views, [id])).to.equal(1);
  });

  it('keeps the subject that the registry does not see when it corrects and cancels the letter after a reload', async () => {
    const form = formOf(sealed);
    const { id } = await register(deps, agency, { content: sealed });
    const seen = await open('tu', id);
    const content = { ...form, subject: seen.subject, number: 'R-17/2026' };
    const actor = await agency.actor('tu');
    const fixed = await correctIncoming(deps, actor, {
      incomingId: id,
      version: seen.version,
      content,
      reason: 'Nomor',
    });
    expect(fixed).to.include({ subject: 'Rahasia', number: 'R-17/2026' });
    expect(await subjectIn(id)).to.equal(NAME);
    expect(await valueOf(adminUrl, `select changes::text from incoming_change`)).not.to.match(/Hal/u);
    const { version } = await open('tu', id);
    await cancelIncoming(deps, actor, { incomingId: id, version, reason: 'Salah unit' });
  });

  it('does not let its class be lowered by who may not read it', async () => {
    const { id } = await register(deps, agency, { content: sealed });
    const { version } = await open('tu', id);
    const content = { ...formOf(sealed), securityClass: 'B' as const };
    const lowered = correctIncoming(deps, await agency.actor('tu'), {
      incomingId: id,
      version,
      content,
      reason: 'Ingin tahu',
    });
    await refusalOf(lowered, 'forbidden');
    expect(await open('tu', id)).to.include({ subject: 'Rahasia', securityClass: 'R', version });
  });

  it('tells a colleague who directs or compares a limited letter nothing of what it says', async () => {
    await addRegistry('staf');
    const content = { subject: NAME, securityClass: 'T', number: 'T-1/2026' };
    const { id: intakeId } = await upload(deps, agency, PDF);
    const { id } = await register(deps, agency, { content, intakeId });
    const staf = await agency.actor('staf');
    const to = [agency.desk('kadis').positionId];
    const directed = await directIncoming(deps, staf, { incomingId: id, to, cc: [], note: '' });
    expect(directed).to.include({ subject: 'Rahasia', summary: '' });
    expect(directed.files).to.deep.equal([]);
    expect(await open('staf', id)).to.include({ subject: 'Rahasia' });
    const twin = { senderTitle: 'Bupati Sintang', senderUnit: '', number: 'T-1/2026', intakeId: null };
    const seenBy = async (key: DeskKey) =>
      (await findDuplicates(deps, await agency.actor(key), twin)).duplicates[0]?.subject;
    expect(await seenBy('staf')).to.equal('Rahasia');
    expect(await seenBy('tu')).to.equal(NAME);
    await refusalOf(getIntake(deps, staf, { intakeId }), 'not_found');
    await refusalOf(getIntakeFile(deps, staf, { intakeId, ordinal: 1 }), 'not_found');
    expect((await getIntake(deps, await agency.actor('tu'), { intakeId })).incomingId).to.equal(id);
  });

  it('takes the scan of a cancelled letter from those who had it: it belongs to the next registration', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    const { id, version } = await register(deps, agency, { intakeId, direct: { to: ['kadispupr'] } });
    expect((await open('kadispupr', id)).files).to.have.length(1);
    await cancelIncoming(deps, await agency.actor('tu'), { incomingId: id, version, reason: 'Salah alamat' });
    const again = await register(deps, agency, {
      intakeId,
      content: { securityClass: 'T' },
      direct: { to: ['kadis'] },
    });
    expect((await open('kadispupr', id)).files).to.deep.equal([]);
    expect((await open('kadis', again.id)).files).to.have.length(1);
  });

  it('lists to a secretary no word of a private or secret disposition of the official', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kadis'] } });
    const { id: secretId } = await register(deps, agency, { content: sealed, direct: { to: ['kadis'] } });
    await give(id, { isPrivate: true, note: 'Hanya untuk Anda' });
    await give(secretId, { note: 'Jangan dibicarakan' });
    const listed = async (key: DeskKey, positionId?: string) =>
      JSON.stringify(
        await listDispositions(deps, await agency.actor(key), {
          ...{ box: 'given', tab: 'all', limit: 30 },
          ...(positionId === undefined ? {} : { positionId }),
        }),
      );
    expect(await listed('kadis'))
      .to.match(/Hanya untuk Anda/u)
      .and.match(/Jangan dibicarakan/u);
    const seen = await listed('sekdis', agency.desk('kadis').positionId);
    expect(seen).not.to.match(/Hanya untuk Anda|Telaah|Jangan dibicarakan|Pemeriksaan/u);
  });

  it('keeps from bystanders why a private disposition was given back', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kadis'] } });
    const itemId = await give(id, { isPrivate: true });
    const kabid = await agency.actor('kabid');
    const { version } = (await getDispositionItem(deps, kabid, { itemId })).item;
    await returnDisposition(deps, kabid, { itemId, version, reason: 'Saya terlibat' });
    const reasonFor = async (key: DeskKey) =>
      (await getDispositionItem(deps, await agency.actor(key), { itemId })).item.closedReason;
    expect(await reasonFor('kadis')).to.equal('Saya terlibat');
    expect(await reasonFor('tu')).to.equal(null);
  });

  it('records who looked at the journey of a secret letter', async () => {
    const { id } = await register(deps, agency, { content: sealed, direct: { to: ['kadis'] } });
    await getIncomingJourney(deps, await agency.actor('kadis'), { incomingId: id });
    const views = `select count(*)::int from event where letter_id = $1 and action = 'letter.viewed'`;
    expect(await valueOf(adminUrl, views, [id])).to.equal(1);
  });

  it('gives a forwarded letter once to a desk that had a copy, and lets its secretary read it', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kabid'], cc: ['kadis'] } });
    const to = [agency.desk('kadis').positionId];
    await forwardIncoming(deps, await agency.actor('kabid'), { incomingId: id, to, note: '' });
    const inbox = await listIncoming(deps, await agency.actor('kadis'), { tab: 'all', limit: 30 });
    expect(inbox.items.map(({ role }) => role)).to.deep.equal(['to']);
    expect((await open('sekdis', id)).id).to.equal(id);
    const { entries } = await getIncomingJourney(deps, await agency.actor('kadis'), { incomingId: id });
    expect(entries.find(({ action }) => action === 'incoming.forwarded')?.title).to.match(/^Diteruskan ke Ka\. Dinas/u);
  });

  it('counts a letter for one sender, however often it is corrected, and for none when it is cancelled', async () => {
    const form = formOf({ senderTitle: 'bupati sintang' });
    let { id, version } = await register(deps, agency, { content: form });
    const actor = await agency.actor('tu');
    for (const senderTitle of ['Bupati Sintang', 'Bupati Melawi', 'Bupati Sintang']) {
      const content = { ...form, senderTitle, contactId: null };
      ({ id, version } = await correctIncoming(deps, actor, {
        incomingId: id,
        version,
        content,
        reason: 'Asal surat',
      }));
    }
    const counts = `select jsonb_object_agg(lower(title), letter_count) from contact`;
    expect(await valueOf(adminUrl, counts)).to.deep.equal({ 'bupati sintang': 1, 'bupati melawi': 0 });
    const own = `select c.title from contact c join incoming_letter i on i.contact_id = c.id`;
    expect(String(await valueOf(adminUrl, own)).toLowerCase()).to.equal('bupati sintang');
    await cancelIncoming(deps, actor, { incomingId: id, version, reason: 'Salah' });
    expect(await valueOf(adminUrl, 'select sum(letter_count)::int from contact')).to.equal(0);
  });
});
