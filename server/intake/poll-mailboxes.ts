import { uuidv7 } from 'uuidv7';
import type { Deps } from '../deps.ts';
import { describeMailProblem } from '../mail-intake/describe-mail-problem.ts';
import { pollMailbox } from '../mail-intake/poll-mailbox.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import type { IntakeMailbox } from './mailbox-address.ts';
import { ensureMailbox, findMailboxUnit, type MailboxRow, setPolled } from './mail-queries.ts';
import { takeMessage } from './take-message.ts';

/**
 * Asks every mailbox of the configuration for new messages, one after the other. What keeps one from answering is
 * written down for the queue screen and does not keep the others.
 */
export async function pollMailboxes(deps: Deps): Promise<void> {
  for (const configured of deps.config.intakeMailboxes) {
    const owners = await findOwners(deps, configured);
    const [owner] = owners;
    if (owner && owners.length === 1) await pollOne(deps, configured, owner);
    else
      deps.log.error(
        { address: configured.address, unitCode: configured.unitCode, agencies: owners.length },
        'a mailbox belongs to exactly one unit: check unit and agency of INTAKE_MAILBOXES',
      );
  }
}

interface Owner {
  agencyId: string;
  unitId: string;
}

async function findOwners(deps: Deps, { unitCode, agency }: IntakeMailbox): Promise<Owner[]> {
  const owners: Owner[] = [];
  await forEachAgency(deps, async (agencyId) => {
    const unit = await deps.db.transaction({ agencyId }, (tx) => findMailboxUnit(tx, { agencyId, unitCode, agency }));
    if (unit) owners.push({ agencyId, unitId: unit.unitId });
  });
  return owners;
}

const DAY_MS = 86_400_000;

async function pollOne(deps: Deps, { mailbox, address, firstDays }: IntakeMailbox, owner: Owner): Promise<void> {
  const { agencyId, unitId } = owner;
  const takeFrom = new Date(deps.now().getTime() - firstDays * DAY_MS);
  const row = await deps.db.transaction({ agencyId }, (tx) =>
    ensureMailbox(tx, { agencyId, id: uuidv7(), unitId, address, takeFrom }),
  );
  const source = { agencyId, unitId, mailboxId: row.id };
  let failure: string | null = null;
  try {
    const options = row.takeFrom === null ? {} : { startFrom: row.takeFrom };
    await pollMailbox(mailbox, cursorOf(row), (message, cursor) => takeMessage(deps, source, message, cursor), options);
  } catch (error) {
    deps.log.warn({ err: error, address }, 'mailbox could not be read to its end');
    failure = describeMailProblem(error);
  }
  await deps.db.transaction({ agencyId }, (tx) =>
    setPolled(tx, { agencyId, mailboxId: row.id, failure, now: deps.now() }),
  );
}

const cursorOf = (row: MailboxRow) => ({ uidValidity: Number(row.uidValidity), lastUid: row.lastUid });
