import { expect } from 'chai';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { discardIntake } from '../../server/intake/discard-intake.ts';
import { getIntake } from '../../server/intake/get-intake.ts';
import { listIntake } from '../../server/intake/list-intake.ts';
import { saveIntakeDraft } from '../../server/intake/save-intake-draft.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { register, upload } from '../support/registration.ts';
import { valueOf } from '../support/rows.ts';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');

describe('the scan queue of a unit', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const list = async (key: DeskKey, after?: string, limit = 50) =>
    listIntake(deps, await agency.actor(key), { limit, ...(after === undefined ? {} : { after }) });

  it('is worked off oldest first, page by page, by the registry of that unit only', async () => {
    for (const fileName of ['satu.pdf', 'dua.pdf', 'tiga.pdf']) {
      deps.advance(1000);
      await upload(deps, agency, PDF, { fileName });
    }
    const first = await list('tu', undefined, 2);
    expect(first).to.include({ total: 3 });
    expect(first.engine).not.to.equal('');
    const rest = await list('tu', first.next ?? '', 2);
    const titles = [...first.items, ...rest.items].map(({ title }) => title);
    expect(titles).to.deep.equal(['satu.pdf', 'dua.pdf', 'tiga.pdf']);
    expect(rest.next).to.equal(null);
    expect((await list('tupupr')).items).to.deep.equal([]);
    await refusalOf(list('staf'), 'forbidden');
    const intakeId = first.items[0]?.id ?? '';
    for (const key of ['tupupr', 'staf', 'pengendali'] as const)
      await refusalOf(getIntake(deps, await agency.actor(key), { intakeId }), 'not_found');
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    await refusalOf(getIntake(deps, await other.actor('tu'), { intakeId }), 'not_found');
  });

  it('takes the same upload once, however often it is sent', async () => {
    const sent = [1, 2, 3].map(() => upload(deps, agency, PDF, { command: 'kirim-sekali' }));
    expect(new Set((await Promise.all(sent)).map(({ id }) => id)).size).to.equal(1);
    expect((await list('tu')).total).to.equal(1);
  });

  it('lets the receiver of a split registry scan, and only the controller fill in and discard', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF, { as: 'penerima' });
    await refusalOf(upload(deps, agency, PDF, { as: 'pengarah' }), 'forbidden');
    const receiver = await agency.actor('penerima');
    await refusalOf(saveIntakeDraft(deps, receiver, { intakeId, draft: { subject: 'x' } }), 'forbidden');
    await refusalOf(discardIntake(deps, receiver, { intakeId, reason: 'Bukan surat' }), 'forbidden');
    const controller = await agency.actor('pengendali');
    await saveIntakeDraft(deps, controller, { intakeId, draft: { subject: 'Setengah jadi' } });
    const item = await getIntake(deps, receiver, { intakeId });
    expect(item.draft).to.deep.equal({ subject: 'Setengah jadi' });
    expect(item.hasDraft).to.equal(true);
    const huge = { subject: 'x'.repeat(30_000) };
    const tooLong = Promise.resolve().then(() => saveIntakeDraft(deps, controller, { intakeId, draft: huge }));
    await refusalOf(tooLong, 'invalid_input');
    await discardIntake(deps, controller, { intakeId, reason: 'Bukan surat' });
    expect((await list('penerima')).items).to.deep.equal([]);
    await refusalOf(register(deps, agency, { as: 'pengendali', intakeId }), 'wrong_state');
    await refusalOf(saveIntakeDraft(deps, controller, { intakeId, draft: {} }), 'wrong_state');
  });

  it('gets an item back when its registration is cancelled, and it can be registered again', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    const first = await register(deps, agency, { intakeId });
    expect((await list('tu')).items).to.deep.equal([]);
    const wanted = { incomingId: first.id, version: first.version, reason: 'Salah isi' };
    await cancelIncoming(deps, await agency.actor('tu'), wanted);
    expect((await list('tu')).items.map(({ id }) => id)).to.deep.equal([intakeId]);
    const second = await register(deps, agency, { intakeId });
    expect(second.agendaNumber).to.equal(2);
    expect((await getIntake(deps, await agency.actor('tu'), { intakeId })).incomingId).to.equal(second.id);
  });

  it('does not let a sealed letter be registered from a scan', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    const secret = register(deps, agency, { intakeId, content: { securityClass: 'R', summary: '' } });
    expect((await refusalOf(secret, 'invalid_input')).fields[0]?.message).to.include('tanpa dibuka');
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from register_entry')).to.equal(0);
  });
});
