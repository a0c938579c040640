import { expect } from 'chai';
import type { DeskActor } from '../../server/deps.ts';
import { AppError, type ErrorCode } from '../../server/errors.ts';
import { addComment } from '../../server/letters/add-comment.ts';
import type { Letter, LetterContent } from '../../server/letters/contract.ts';
import { LetterContent as LetterContentSchema } from '../../server/letters/contract.ts';
import { createLetter } from '../../server/letters/create-letter.ts';
import { getLetter, listVersions } from '../../server/letters/get-letter.ts';
import { initialLetter } from '../../server/letters/initial-letter.ts';
import { listLetters } from '../../server/letters/list-letters.ts';
import { returnLetter } from '../../server/letters/return-letter.ts';
import { saveLetter } from '../../server/letters/save-letter.ts';
import { submitLetter } from '../../server/letters/submit-letter.ts';
import { withdrawLetter } from '../../server/letters/withdraw-letter.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const bodyOf = (text: string) => ({ type: 'doc', content: [paragraph(text)] });

describe('A letter in its circuit', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  after(() => deps.release());

  const as = (key: DeskKey): Promise<DeskActor> => agency.actor(key);

  async function draft(changes: Partial<LetterContent> = {}): Promise<Letter> {
    const staf = await as('staf');
    const created = await createLetter(deps, staf, { type: 'surat_dinas' });
    const content = LetterContentSchema.parse({
      type: 'surat_dinas',
      subject: 'Permintaan data aplikasi',
      handlingGrade: 'biasa',
      securityClass: 'B',
      classificationCode: '500.12.6',
      signatoryPositionId: agency.desk('kadis').positionId,
      to: [{ kind: 'internal', positionId: agency.desk('kadispupr').positionId }],
      cc: [],
      circuit: created.circuit.map(({ stage, kind, desk }) => ({ stage, kind, positionId: desk.positionId })),
      body: bodyOf('Mohon data aplikasi disampaikan.'),
      ...changes,
    });
    return saveLetter(deps, staf, { letterId: created.id, version: created.version, content });
  }
  const submit = async (letter: Letter, askAgain: string[] = []) =>
    submitLetter(deps, await as('staf'), { letterId: letter.id, version: letter.version, askAgain, message: '' });
  const contentWith = (letter: Letter, changes: Partial<LetterContent>) =>
    LetterContentSchema.parse({
      type: letter.type,
      subject: letter.subject,
      handlingGrade: letter.handlingGrade,
      securityClass: letter.securityClass,
      classificationCode: letter.classification?.code ?? null,
      signatoryPositionId: letter.signatory?.positionId ?? null,
      to: letter.recipients.flatMap((to) =>
        to.role === 'to' && to.positionId ? [{ kind: 'internal', positionId: to.positionId }] : [],
      ),
      cc: [],
      circuit: letter.circuit.map(({ stage, kind, desk }) => ({ stage, kind, positionId: desk.positionId })),
      body: letter.body,
      ...changes,
    });

  it('proposes the section head and the secretary before the head of agency', async () => {
    const letter = await createLetter(deps, await as('staf'), { type: 'surat_dinas' });
    expect(letter.signatory?.title).to.equal('Kepala Dinas Komunikasi dan Informatika');
    expect(letter.circuit.map((step) => step.desk.positionId)).to.deep.equal([
      agency.desk('kabid').positionId,
      agency.desk('sekdis').positionId,
    ]);
  });

  it('goes up step by step until it is ready to sign', async () => {
    let letter = await submit(await draft());
    expect(letter.status).to.equal('in_review');
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    expect(letter.circuit.map((step) => step.status)).to.deep.equal(['initialled', 'open']);
    letter = await initialLetter(deps, await as('sekdis'), { letterId: letter.id, version: letter.version });
    expect(letter.status).to.equal('ready_to_sign');
    const box = await listLetters(deps, await as('kadis'), { box: 'to_sign', limit: 10 });
    expect(box.items.map((item) => item.id)).to.include(letter.id);
  });

  it('resumes where it was returned, and earlier initials stand on their version', async () => {
    let letter = await submit(await draft());
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    letter = await returnLetter(deps, await as('sekdis'), {
      letterId: letter.id,
      version: letter.version,
      reason: 'Tambahkan batas waktu.',
    });
    expect(letter.status).to.equal('draft');
    const mine = await getLetter(deps, await as('staf'), { letterId: letter.id });
    expect(mine.isReturned).to.equal(true);
    expect(mine.returnReason).to.equal('Tambahkan batas waktu.');
    letter = await saveLetter(deps, await as('staf'), {
      letterId: letter.id,
      version: letter.version,
      content: contentWith(mine, { body: bodyOf('Mohon data aplikasi disampaikan paling lambat Jumat.') }),
    });
    letter = await submit(letter);
    expect(letter.circuit.map((step) => [step.status, step.contentVersion])).to.deep.equal([
      ['initialled', 1],
      ['open', 1],
    ]);
    expect(letter.contentVersion).to.equal(2);
    const { versions } = await listVersions(deps, await as('sekdis'), { letterId: letter.id });
    expect(versions.map((version) => version.reason)).to.deep.equal(['submitted', 'resubmitted']);
  });

  it('asks an earlier desk again when the drafter wants it', async () => {
    let letter = await submit(await draft());
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    letter = await returnLetter(deps, await as('sekdis'), {
      letterId: letter.id,
      version: letter.version,
      reason: 'Ubah hal.',
    });
    const step = letter.circuit[0];
    letter = await submit(letter, [step?.id ?? '']);
    expect(letter.circuit.map((one) => one.status)).to.deep.equal(['open', 'returned']);
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    expect(letter.circuit.map((one) => one.status)).to.deep.equal(['initialled', 'open']);
    letter = await initialLetter(deps, await as('sekdis'), { letterId: letter.id, version: letter.version });
    expect(letter.status).to.equal('ready_to_sign');
  });

  it('comes back to the desk that returned it after a desk put in before that', async () => {
    let letter = await submit(
      await draft({ circuit: [{ stage: 2, kind: 'hierarchical', positionId: agency.desk('sekdis').positionId }] }),
    );
    letter = await returnLetter(deps, await as('sekdis'), {
      letterId: letter.id,
      version: letter.version,
      reason: 'Minta paraf Kabid dahulu.',
    });
    letter = await saveLetter(deps, await as('staf'), {
      letterId: letter.id,
      version: letter.version,
      content: contentWith(letter, {
        circuit: [
          { stage: 1, kind: 'hierarchical', positionId: agency.desk('kabid').positionId },
          { stage: 2, kind: 'hierarchical', positionId: agency.desk('sekdis').positionId },
        ],
      }),
    });
    letter = await submit(letter);
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    expect(letter.circuit.map((one) => one.status)).to.deep.equal(['initialled', 'open']);
  });

  it('lets a reviewer correct the text as a version of its own but not the circuit', async () => {
    let letter = await submit(await draft());
    letter = await getLetter(deps, await as('kabid'), { letterId: letter.id });
    const corrected = await saveLetter(deps, await as('kabid'), {
      letterId: letter.id,
      version: letter.version,
      content: contentWith(letter, { body: bodyOf('Mohon data disampaikan.'), circuit: [] }),
    });
    expect(corrected.contentVersion).to.equal(2);
    expect(corrected.circuit).to.have.length(2);
  });

  it('keeps parallel desks waiting for each other', async () => {
    const content = {
      circuit: [
        { stage: 1, kind: 'coordination' as const, positionId: agency.desk('kabid').positionId },
        { stage: 1, kind: 'coordination' as const, positionId: agency.desk('sekdis').positionId },
      ],
    };
    let letter = await submit(await draft(content));
    expect(letter.circuit.map((step) => step.status)).to.deep.equal(['open', 'open']);
    letter = await initialLetter(deps, await as('sekdis'), { letterId: letter.id, version: letter.version });
    expect(letter.status).to.equal('in_review');
    letter = await initialLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version });
    expect(letter.status).to.equal('ready_to_sign');
  });

  it('refuses a return without a reason, and takes open comments as one', async () => {
    let letter = await submit(await draft());
    await refused('comment_required', () =>
      as('kabid').then((kabid) =>
        returnLetter(deps, kabid, { letterId: letter.id, version: letter.version, reason: '' }),
      ),
    );
    letter = await addComment(deps, await as('kabid'), {
      letterId: letter.id,
      text: 'Perjelas tenggat.',
      anchor: { block: 0, quote: 'Mohon' },
      parentId: null,
    });
    letter = await returnLetter(deps, await as('kabid'), { letterId: letter.id, version: letter.version, reason: '' });
    const mine = await getLetter(deps, await as('staf'), { letterId: letter.id });
    expect(mine.returnReason).to.equal('Perjelas tenggat.');
    expect(mine.comments[0]?.anchor?.quote).to.equal('Mohon');
  });

  it('lets only one of two people acting at once move the letter', async () => {
    const letter = await submit(await draft());
    const [kabid, staf] = [await as('kabid'), await as('staf')];
    const results = await Promise.allSettled([
      initialLetter(deps, kabid, { letterId: letter.id, version: letter.version }),
      withdrawLetter(deps, staf, { letterId: letter.id, version: letter.version, reason: 'Tidak jadi' }),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).to.have.length(1);
  });

  it('answers a repeated command once', async () => {
    const letter = await submit(await draft());
    const kabid = await agency.actor('kabid', { command: 'kunci-berulang-1' });
    const first = await initialLetter(deps, kabid, { letterId: letter.id, version: letter.version });
    const again = await initialLetter(deps, kabid, { letterId: letter.id, version: letter.version });
    expect(again.version).to.equal(first.version);
  });

  it('refuses a stale tab with stale_version and changes nothing', async () => {
    const letter = await draft();
    const staf = await as('staf');
    await saveLetter(deps, staf, {
      letterId: letter.id,
      version: letter.version,
      content: contentWith(letter, { subject: 'Baru' }),
    });
    await refused('stale_version', () =>
      saveLetter(deps, staf, {
        letterId: letter.id,
        version: letter.version,
        content: contentWith(letter, { subject: 'Lama' }),
      }),
    );
    expect((await getLetter(deps, staf, { letterId: letter.id })).subject).to.equal('Baru');
  });

  it('names what is missing before submission', async () => {
    const letter = await draft({ subject: '', to: [] });
    const error = await refused('letter_incomplete', () => submit(letter));
    expect(error.fields.map((field) => field.path)).to.deep.equal(['subject', 'to']);
  });

  it('refuses an outside recipient without address or place', async () => {
    const letter = await draft({ to: [{ kind: 'external', name: 'Bupati Sambas' }] });
    const error = await refused('recipient_incomplete', () => submit(letter));
    expect(error.fields.map((field) => field.path)).to.deep.equal(['to.0.place', 'to.0.address']);
  });

  it('refuses a circuit with a vacant desk and names it', async () => {
    const letter = await draft({
      circuit: [{ stage: 1, kind: 'hierarchical', positionId: agency.desk('kosong').positionId }],
    });
    const error = await refused('circuit_vacant', () => submit(letter));
    expect(error.message).to.include('Kepala Subbagian Keuangan');
  });

  it('refuses an unprintable character and a list of 30 levels with their place', async () => {
    const letter = await draft();
    const staf = await as('staf');
    const deep = (level: number): unknown =>
      level === 0
        ? paragraph('dasar')
        : {
            type: 'orderedList',
            content: [{ type: 'listItem', content: [paragraph('butir'), ...(level > 1 ? [deep(level - 1)] : [])] }],
          };
    for (const body of [bodyOf('Nilai \u{1F600} tidak ada'), { type: 'doc', content: [deep(30)] }]) {
      const error = await refused('invalid_letter_body', () =>
        saveLetter(deps, staf, {
          letterId: letter.id,
          version: letter.version,
          content: contentWith(letter, { body }),
        }),
      );
      expect(error.fields[0]?.message).to.match(/alinea|butir/iu);
    }
    expect((await getLetter(deps, staf, { letterId: letter.id })).version).to.equal(letter.version);
  });

  it('refuses desks that have no part in the letter', async () => {
    const letter = await submit(await draft());
    await refused('forbidden', async () =>
      initialLetter(deps, await as('sekdis'), { letterId: letter.id, version: letter.version }),
    );
    await refused('forbidden', async () => getLetter(deps, await as('tupupr'), { letterId: letter.id }));
    const other = await makeAgency(deps);
    await refused('not_found', async () => getLetter(deps, await other.actor('staf'), { letterId: letter.id }));
  });

  async function refused(code: ErrorCode, work: () => Promise<unknown>): Promise<AppError> {
    const error: unknown = await work().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error, `expected ${code}`).to.be.instanceOf(AppError);
    expect((error as AppError).code).to.equal(code);
    return error as AppError;
  }
});
