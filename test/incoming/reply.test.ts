import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { replyIncoming } from '../../server/incoming/reply-incoming.ts';
import { getLetter } from '../../server/letters/get-letter.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, type LetterWanted } from '../support/letters.ts';
import { disposed, receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('a letter that answers an incoming one', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const reply = async (key: DeskKey, incomingId: string, itemId: string | null = null) => {
    const actor = await agency.actor(key);
    const { letterId } = await replyIncoming(deps, actor, { incomingId, itemId });
    return getLetter(deps, actor, { letterId });
  };
  const textOf = (body: unknown) =>
    [...JSON.stringify(body).matchAll(/"text":"([^"]*)"/gu)].map(([, text]) => text).join('\n');

  it('goes to the sender outside with the data of the contact, and names the letter it answers', async () => {
    const contactId = randomUUID();
    await rowsOf(
      deps.database.adminUrl,
      `insert into contact (agency_id, id, title, organisation, address, email, last_used_at, created_at)
       values ($1, $2, 'Bupati Kapuas Hulu', 'Pemerintah Kabupaten Kapuas Hulu', 'Jalan Antasari 2, Putussibau', 'bupati@contoh.go.id', $3, $3)`,
      [agency.agencyId, contactId, deps.now()],
    );
    const { id } = await receivedLetter(deps, agency, { to: 'kadis', contactId, dueDate: '2026-12-01' });
    const letter = await reply('kadis', id);
    expect(letter).to.include({
      type: 'surat_dinas',
      status: 'draft',
      subject: 'Tanggapan atas Permohonan data aplikasi',
      securityClass: 'B',
      dueDate: '2026-12-01',
    });
    expect(letter.classification?.code).to.equal('500.12.6');
    expect(letter.recipients).to.have.lengthOf(1);
    expect(letter.recipients[0]).to.include({
      kind: 'external',
      name: 'Bupati Kapuas Hulu',
      address: 'Jalan Antasari 2, Putussibau',
      email: 'bupati@contoh.go.id',
    });
    expect(textOf(letter.body)).to.equal(
      'Sehubungan dengan surat Saudara nomor 000/12/BUP/2026 tanggal 20 November 2026 hal Permohonan data aplikasi, ' +
        'bersama ini kami sampaikan hal-hal sebagai berikut.',
    );
    const { replies } = await getIncoming(deps, await agency.actor('kadis'), { incomingId: id });
    expect(replies.map(({ letterId, status }) => [letterId, status])).to.deep.equal([[letter.id, 'draft']]);
    const actions = await rowsOf<{ action: string }>(
      deps.database.adminUrl,
      'select action from event where letter_id = any($1) order by seq',
      [[id, letter.id]],
    );
    expect(actions.map(({ action }) => action)).to.deep.equal(['letter.created', 'incoming.reply_started']);
  });

  it('is proposed to be signed by the head at the level that the letter is addressed to', async () => {
    const signatoryOf = async (to: DeskKey, key: DeskKey) => {
      const { id } = await receivedLetter(deps, agency, { to });
      if (to !== key) await disposed(deps, agency, { incomingId: id, from: to, to: key });
      return (await reply(key, id)).signatory?.positionId;
    };
    const idOf = (key: DeskKey) => agency.desk(key).positionId;
    expect(await signatoryOf('kadis', 'kadis')).to.equal(idOf('kadis'));
    expect(await signatoryOf('kadis', 'kabid')).to.equal(idOf('kadis'));
    expect(await signatoryOf('sekda', 'kadis')).to.equal(idOf('sekda'));
    expect(await signatoryOf('kabid', 'kabid'), 'a surat dinas leaves the OPD').to.equal(idOf('kadis'));
    expect(await signatoryOf('gubernur', 'gubernur')).to.equal(idOf('gubernur'));
  });

  it('begins with what is known when the letter bore no number, date or printable subject', async () => {
    const { id } = await receivedLetter(deps, agency, {
      to: 'kadis',
      number: '',
      letterDate: null,
      subject: `Undangan 🎉 rapat\u200b ${'panjang '.repeat(50)}`,
      senderTitle: 'Direktur Utama',
      senderUnit: 'PT Bank Kalbar',
    });
    const letter = await reply('kadis', id);
    expect(letter.subject)
      .to.match(/^Tanggapan atas Undangan rapat panjang .*…$/u)
      .and.have.length.within(250, 300);
    expect(letter.recipients[0]?.name).to.equal('Direktur Utama PT Bank Kalbar');
    expect(textOf(letter.body)).to.match(/^Sehubungan dengan surat Saudara hal Undangan rapat/u);
  });

  it('is a nota dinas to a desk of the same OPD, a surat dinas to one of another', async function () {
    this.timeout(90_000);
    await giveCertificate(deps, agency, 'kadis');
    const send = async (wanted: LetterWanted) => {
      const { id } = await signedLetter(deps, agency, wanted);
      return valueOf<string>(deps.database.adminUrl, 'select id from incoming_letter where origin_letter_id = $1', [
        id,
      ]);
    };
    const note = await send({ type: 'nota_dinas', to: [inside(agency, 'kabid')] });
    const inOpd = await reply('kabid', note);
    expect(inOpd.type).to.equal('nota_dinas');
    expect(inOpd.recipients[0]).to.include({ kind: 'internal', positionId: agency.desk('kadis').positionId });
    expect(textOf(inOpd.body)).to.match(/^Sehubungan dengan nota dinas Saudara nomor 500\.12\.6\/ND-001/u);
    const letter = await send({ to: [inside(agency, 'kadispupr')] });
    const toOther = await reply('kadispupr', letter);
    expect(toOther.type).to.equal('surat_dinas');
    expect(toOther.recipients[0]).to.include({ kind: 'internal', positionId: agency.desk('kadis').positionId });
    await rowsOf(deps.database.adminUrl, `update position set abolished_at = $2 where id = $1`, [
      agency.desk('kadis').positionId,
      deps.now(),
    ]);
    const toNobody = await reply('kadispupr', letter);
    expect(toNobody.recipients[0]).to.include({ kind: 'external' });
    expect(toNobody.recipients[0]?.name).to.match(/^Kepala Dinas Komunikasi dan Informatika/u);
  });

  it('is linked to the disposition that asks for it, and due with it', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis', dueDate: '2026-12-20' });
    const dueAt = new Date('2026-12-01T09:00:00Z');
    const itemId = await disposed(deps, agency, { incomingId: id, from: 'kadis', to: 'kabid', dueAt });
    const letter = await reply('kabid', id, itemId);
    expect(letter.dueDate).to.equal('2026-12-01');
    expect(
      await valueOf(deps.database.adminUrl, 'select item_id from letter_reply where letter_id = $1', [letter.id]),
    ).to.equal(itemId);
    const other = await receivedLetter(deps, agency, { to: 'kabid' });
    await refusalOf(reply('kabid', other.id, itemId), 'not_found');
    await refusalOf(reply('kabid', id, randomUUID()), 'not_found');
    const elsewhere = await disposed(deps, agency, { incomingId: id, from: 'kadis', to: 'sekdis' });
    await refusalOf(reply('kabid', id, elsewhere), 'forbidden');
  });

  it('is as secret as the letter whose words it repeats', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis', securityClass: 'R', subject: 'Pengadaan sandi' });
    const letter = await reply('kadis', id);
    expect(letter.securityClass).to.equal('R');
    await refusalOf(reply('tu', id), 'not_found');
    const views = `select count(*)::int from event where letter_id = $1 and action = 'letter.viewed' and body like '%reply%'`;
    expect(await valueOf(deps.database.adminUrl, views, [id])).to.equal(1);
  });

  it('is begun once for equal presses, and only by desks that may read and act', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis' });
    const actor = await agency.actor('kadis', { command: 'balas-surat-1' });
    const pressed = await Promise.all(
      [1, 2, 3].map(() => replyIncoming(deps, actor, { incomingId: id, itemId: null })),
    );
    expect(new Set(pressed.map(({ letterId }) => letterId)).size).to.equal(1);
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from letter_reply')).to.equal(1);
    await refusalOf(reply('staf', id), 'forbidden');
    await refusalOf(
      replyIncoming(deps, { ...(await agency.actor('kadis')), canAct: false }, { incomingId: id, itemId: null }),
      'desk_read_only',
    );
    await rowsOf(
      deps.database.adminUrl,
      `update incoming_letter set status = 'cancelled', cancelled_at = $2 where id = $1`,
      [id, deps.now()],
    );
    await refusalOf(reply('kadis', id), 'wrong_state');
  });
});
