import { expect } from 'chai';
import type { DispositionOptions } from '../../../server/dispositions/contract.ts';
import {
  changeOwn,
  chipsOf,
  findGap,
  isVacant,
  nameRecipients,
  startDraft,
  toggleInstruction,
  toggleRecipient,
  toRecipients,
  type Choice,
} from '../../../web/src/disposisi/disposition-draft.ts';

function choice(label: string, holderName: string | null = 'Pejabat'): Choice {
  const target = { kind: 'position' as const, positionId: label };
  return { target, label, fullTitle: label, holderName, relation: 'direct', timesChosen: 0 };
}

const pupr = choice('Ka. Dinas PUPR');
const bpbd = choice('Ka. BPBD');
const options = { defaultInstruction: 'Tindak lanjuti', defaultDueDate: '2026-11-25' } as DispositionOptions;
const started = startDraft(options);

describe('the draft of a disposition', () => {
  it('starts with the instruction and the deadline of the server, so that one recipient is enough', () => {
    expect(findGap(started, false)).to.equal('Pilih penerima disposisi.');
    const chosen = toggleRecipient(started, pupr);
    expect(findGap(chosen, false)).to.equal(undefined);
    expect(toRecipients(chosen)).to.deep.equal([
      {
        target: pupr.target,
        instructions: ['Tindak lanjuti'],
        note: '',
        dueDate: '2026-11-25',
        isPic: false,
        isPrivate: false,
        fileIds: [],
      },
    ]);
  });

  it('makes the first of several recipients the coordinator until another one is named', () => {
    const two = toggleRecipient(toggleRecipient(started, pupr), bpbd);
    expect(nameRecipients(two)).to.equal('Ka. Dinas PUPR (koordinator), Ka. BPBD');
    const without = { ...two, picKey: null };
    expect(toggleRecipient(without, choice('Karo')).picKey).to.equal(null);
  });

  it('passes the coordination on when the coordinator is taken out, and drops it for a single recipient', () => {
    const three = [pupr, bpbd, choice('Karo')].reduce(toggleRecipient, started);
    const left = toggleRecipient(three, pupr);
    expect(left.picKey).to.equal('Ka. BPBD');
    expect(toggleRecipient(left, bpbd).picKey).to.equal(null);
  });

  it('sends to one recipient what is only for them, and to the others what is for everybody', () => {
    const two = toggleRecipient(toggleRecipient(started, pupr), bpbd);
    const own = changeOwn(two, 'Ka. BPBD', { note: ' Aktifkan posko ', isPrivate: true });
    const sent = toRecipients({ ...own, note: 'Segera' });
    expect(sent.map((one) => [one.note, one.isPrivate])).to.deep.equal([
      ['Segera', false],
      ['Aktifkan posko', true],
    ]);
  });

  it('names the recipient who would get neither instruction nor note', () => {
    const two = toggleRecipient(toggleRecipient(started, pupr), bpbd);
    const silent = changeOwn(two, 'Ka. BPBD', { instructions: [] });
    expect(findGap(silent, false)).to.equal('Pilih instruksi atau tulis catatan untuk Ka. BPBD.');
  });

  it('asks a secretary for the scan of the sheet', () => {
    expect(findGap(toggleRecipient(started, pupr), true)).to.match(/pindaian lembar disposisi/u);
  });

  it('keeps what is chosen among the chips although it stands far down the list', () => {
    expect(chipsOf(['a', 'b', 'c', 'd'], (one) => one === 'd', 2)).to.deep.equal(['a', 'b', 'd']);
    expect(toggleInstruction(['a'], 'b')).to.deep.equal(['a', 'b']);
    expect(toggleInstruction(['a', 'b'], 'a')).to.deep.equal(['b']);
  });

  it('knows a desk without anybody', () => {
    expect(isVacant(choice('Kabid SDA', null))).to.equal(true);
    expect(isVacant({ ...choice('Tim Longsor', null), relation: 'team' })).to.equal(false);
  });
});
