import { expect } from 'chai';
import { getLetter } from '../../server/letters/get-letter.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { listIncoming } from '../../server/incoming/list-incoming.ts';
import type { DeskActor } from '../../server/deps.ts';
import type { IncomingListItem } from '../../server/incoming/contract.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, type LetterWanted, outside, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

interface RecipientState extends Record<string, unknown> {
  name: string;
  delivery_status: string;
  failure: string | null;
}

describe('delivering a signed letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  afterEach(() => deps.release());

  const send = async (wanted: LetterWanted): Promise<string> => {
    const letter = await readyToSign(deps, agency, wanted);
    await press(deps, agency, letter);
    await drainOutbox(deps);
    return letter.id;
  };
  const incomingOf = (letterId: string) =>
    rowsOf<{ unit: string; agenda_number: number | null; desks: number }>(
      adminUrl,
      `select u.short_name as unit, i.agenda_number, count(a.*)::int as desks from incoming_letter i
       join org_unit u on u.id = i.unit_id join incoming_addressee a on a.incoming_id = i.id
       where i.origin_letter_id = $1 group by 1, 2 order by 1`,
      [letterId],
    );
  const recipientsOf = (letterId: string) =>
    rowsOf<RecipientState>(
      adminUrl,
      'select name, delivery_status, failure from letter_recipient where letter_id = $1 order by role desc, ordinal',
      [letterId],
    );
  const inboxOf = async (actor: DeskActor): Promise<IncomingListItem[]> =>
    (await listIncoming(deps, actor, { tab: 'all', limit: 30 })).items;

  it('makes one incoming letter with an agenda number for each receiving register', async () => {
    const letterId = await send({
      to: [inside(agency, 'kadispupr'), inside(agency, 'tupupr'), inside(agency, 'sekda')],
      cc: [inside(agency, 'gubernur'), inside(agency, 'kadispupr')],
    });
    expect(await incomingOf(letterId)).to.deep.equal([
      { unit: 'Dinas PUPR', agenda_number: 1, desks: 2 },
      { unit: 'Setda', agenda_number: 1, desks: 2 },
    ]);
    await send({ to: [inside(agency, 'kadispupr')] });
    const numbers = await rowsOf<{ number: number }>(
      adminUrl,
      `select agenda_number as number from incoming_letter i join org_unit u on u.id = i.unit_id
       where u.short_name = 'Dinas PUPR' order by 1`,
    );
    expect(numbers.map((row) => row.number)).to.deep.equal([1, 2]);
  });

  it('takes a nota dinas inside one register to its desk without agenda number', async () => {
    const letterId = await send({
      type: 'nota_dinas',
      to: [inside(agency, 'sekdis'), inside(agency, 'kabid')],
      cc: [inside(agency, 'kadispupr')],
    });
    expect(await incomingOf(letterId)).to.deep.equal([
      { unit: 'Dinas PUPR', agenda_number: 1, desks: 1 },
      { unit: 'Diskominfo', agenda_number: null, desks: 2 },
    ]);
  });

  it('mails the PDF with a fixed Message-ID and says what an addressee without address needs', async () => {
    const letterId = await send({ to: [outside('Universitas Uji', 'rektor@contoh.ac.id'), outside('PT Tanpa Surel')] });
    const [mail] = deps.sentMails;
    expect(deps.sentMails).to.have.length(1);
    expect(mail?.messageId).to.match(/^<[0-9a-f-]{36}@127[.]0[.]0[.]1>$/u);
    expect(mail?.to).to.deep.equal({ name: 'Universitas Uji', address: 'rektor@contoh.ac.id' });
    expect(mail?.subject).to.equal(
      'Surat dinas nomor 500.12.6/1/DISKOMINFO/2026: Undangan rapat koordinasi layanan digital',
    );
    expect(mail?.text).to.match(/\/v\/[A-Za-z0-9_-]{22}\n/u);
    const sha256 = await valueOf<string>(adminUrl, 'select signed_sha256 from letter where id = $1', [letterId]);
    expect(Buffer.from(mail?.attachment?.bytes ?? [])).to.deep.equal(
      Buffer.from(await deps.files.read(agency.agencyId, sha256)),
    );
    expect(await recipientsOf(letterId)).to.deep.equal([
      { name: 'Universitas Uji', delivery_status: 'handed_over', failure: null },
      {
        name: 'PT Tanpa Surel',
        delivery_status: 'failed',
        failure: 'Belum ada surel: cetak dan kirim lewat ekspedisi.',
      },
    ]);
    expect(await valueOf(adminUrl, 'select status from letter where id = $1', [letterId])).to.equal('dispatched');
  });

  it('sends nothing of a confidential letter by mail', async () => {
    const letterId = await send({
      securityClass: 'R',
      subject: 'Hasil pemeriksaan pegawai',
      text: 'Rincian yang tidak boleh bocor.',
      to: [outside('Inspektorat Jenderal', 'irjen@contoh.go.id')],
    });
    const [mail] = deps.sentMails;
    expect(mail?.attachment).to.equal(null);
    expect(`${mail?.subject ?? ''} ${mail?.text ?? ''}`).not.to.match(/pemeriksaan|bocor|500[.]12/u);
    expect((await recipientsOf(letterId))[0]).to.include({ delivery_status: 'failed' });
    expect(await valueOf(adminUrl, 'select status from letter where id = $1', [letterId])).to.equal('dispatched');
  });

  it('lets the addressed desks and the registry of their unit read an open letter, and nobody beside them', async () => {
    const letterId = await send({ to: [inside(agency, 'kadispupr')] });
    for (const key of ['kadispupr', 'tupupr', 'arsiparispupr', 'tu', 'arsiparis', 'staf', 'kadis'] as const)
      expect((await getLetter(deps, await agency.actor(key), { letterId })).id, key).to.equal(letterId);
    await refusalOf(getLetter(deps, await agency.actor('staf2'), { letterId }), 'forbidden');
    const [item] = await inboxOf(await agency.actor('kadispupr'));
    const received = await getIncoming(deps, await agency.actor('tupupr'), { incomingId: item?.id ?? '' });
    expect(received).to.include({ letterId, agendaNumber: 1, status: 'directed' });
    await refusalOf(getIncoming(deps, await agency.actor('staf'), { incomingId: item?.id ?? '' }), 'forbidden');
  });

  it('shows a confidential letter to its named desks only', async () => {
    const letterId = await send({ securityClass: 'R', to: [inside(agency, 'kadispupr')] });
    const [item] = await inboxOf(await agency.actor('kadispupr'));
    expect(item?.letterId).to.equal(letterId);
    expect(await inboxOf(await agency.actor('tupupr'))).to.deep.equal([]);
    const incomingId = item?.id ?? '';
    for (const key of ['tupupr', 'arsiparispupr', 'arsiparis', 'staf2'] as const) {
      const actor = await agency.actor(key);
      await refusalOf(getLetter(deps, actor, { letterId }), 'not_found');
      if (key !== 'tupupr') await refusalOf(getIncoming(deps, actor, { incomingId }), 'not_found');
    }
    const cover = await getIncoming(deps, await agency.actor('tupupr'), { incomingId });
    expect(cover, 'the registry knows what its agenda book says').to.deep.include({
      subject: 'Rahasia',
      summary: '',
      pages: [],
      files: [],
    });
    await getIncoming(deps, await agency.actor('kadispupr'), { incomingId });
    const viewed = `select count(*)::int from event where letter_id = $1 and action = 'letter.viewed'`;
    expect(await valueOf(adminUrl, viewed, [letterId])).to.equal(1);
    const notice = `select text from notification where letter_id = $1 and kind = 'incoming'`;
    expect(await valueOf(adminUrl, notice, [letterId])).to.contain('surat rahasia');
  });
});
