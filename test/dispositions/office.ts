import type { Disposition, DispositionItem, RecipientInput } from '../../server/dispositions/contract.ts';
import { RecipientInput as Recipient } from '../../server/dispositions/contract.ts';
import { getDispositionItem } from '../../server/dispositions/get-disposition-item.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type DeskKey, type MakeAgencyOptions, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf } from '../support/rows.ts';

type Given = Partial<Omit<RecipientInput, 'target'>>;

/** An agency with its clock, and the moves that most stories begin with. */
export interface Office {
  deps: TestDeps;
  agency: TestAgency;
  recipient(key: DeskKey, said?: Given): ReturnType<typeof Recipient.parse>;
  /** Gives, and leaves it held. */
  hold(incomingId: string, from: DeskKey, to: readonly Sent[], parentItemId?: string | null): Promise<Disposition>;
  /** Gives, and lets the ten seconds pass. */
  send(
    incomingId: string,
    from: DeskKey,
    to: readonly Sent[],
    parentItemId?: string | null,
  ): Promise<DispositionItem[]>;
  deliver(): Promise<void>;
  item(key: DeskKey, itemId: string): Promise<DispositionItem>;
  noticesOf(key: DeskKey): Promise<{ kind: string; text: string }[]>;
}

export type Sent = DeskKey | [DeskKey, Given];

export async function openOffice(options: MakeAgencyOptions = {}): Promise<Office> {
  const deps = await makeDeps();
  const agency = await makeAgency(deps, options);
  const recipient: Office['recipient'] = (key, said = {}) =>
    Recipient.parse({
      target: { kind: 'position', positionId: agency.desk(key).positionId },
      instructions: ['Tindak lanjuti'],
      ...said,
    });
  const hold: Office['hold'] = async (incomingId, from, to, parentItemId = null) =>
    giveDisposition(deps, await agency.actor(from), {
      incomingId,
      parentItemId,
      recipients: to.map((sent) => (typeof sent === 'string' ? recipient(sent) : recipient(...sent))),
      sheetFileId: null,
    });
  const deliver = async () => {
    deps.advance(10_000);
    await drainOutbox(deps);
  };
  return {
    deps,
    agency,
    recipient,
    hold,
    deliver,
    send: async (...given) => {
      const { items } = await hold(...given);
      await deliver();
      const actor = await agency.actor(given[1]);
      return Promise.all(items.map(async ({ id }) => (await getDispositionItem(deps, actor, { itemId: id })).item));
    },
    item: async (key, itemId) => (await getDispositionItem(deps, await agency.actor(key), { itemId })).item,
    noticesOf: (key) =>
      rowsOf(
        deps.database.adminUrl,
        `select kind, text from notification where position_id = $1 order by created_at, id`,
        [agency.desk(key).positionId],
      ),
  };
}
