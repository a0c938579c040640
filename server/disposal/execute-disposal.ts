import { createHash } from 'node:crypto';
import type { AuditEntry } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { enqueue } from '../outbox.ts';
import { checkPassphrase, requireCertificate } from '../signing/unlock-keystore.ts';
import type { Disposal, executeDisposalEndpoint } from './contract.ts';
import { act, disposalCommand, requireCount } from './disposal-command.ts';
import { type LoadedDisposal, loadDisposal } from './load-disposal.ts';
import { findSharedAtDestruction } from './party-problems.ts';
import { setVerdict } from './party-queries.ts';
import { setState } from './queries.ts';
import { WITNESS_ROLES } from './states.ts';

type ExecuteInput = InputOf<typeof executeDisposalEndpoint>;

/** The point of no return: passphrase proved, count typed, both witnesses present. A worker then destroys file by file. */
export async function executeDisposal(deps: Deps, actor: DeskActor, input: ExecuteInput): Promise<Disposal> {
  const { disposalId, version, passphrase } = input;
  const certificate = await read(deps, actor, async (tx) => {
    const { parties } = await loadDisposal(tx, deps, actor, { disposalId });
    const isExecutor = parties.some(({ role, positionId }) => role === 'executor' && positionId === actor.positionId);
    if (!isExecutor) throw new AppError('forbidden');
    if (!actor.canAct) throw new AppError('desk_read_only');
    return requireCertificate(tx, deps, actor);
  });
  await checkPassphrase(deps, actor, certificate, { passphrase, detail: { disposalId } });
  const wanted = { disposalId, version, action: 'execute' } as const;
  return disposalCommand(deps, withoutPassphrase(actor, input), wanted, (tx, loaded) =>
    execute(tx, deps, actor, { loaded, typedCount: input.typedCount }),
  );
}

async function execute(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { loaded, typedCount }: { loaded: LoadedDisposal; typedCount: number },
): Promise<AuditEntry[]> {
  const { agencyId, personId, positionId } = actor;
  const disposalId = loaded.row.id;
  requirePresence(loaded);
  requireDifferentPeople(loaded, personId);
  await requireCount(tx, { agencyId, now: deps.now() }, loaded, typedCount);
  if (typedCount === 0) throw new AppError('nothing_to_dispose');
  await act(tx, deps, actor, { loaded, kind: 'execute' });
  const now = deps.now();
  const verdict = { verdict: 'attend', note: '', typedCount, now } as const;
  await setVerdict(tx, { agencyId, disposalId, roles: ['executor'], positionId, personId, ...verdict });
  await setState(tx, { agencyId, disposalId, state: 'executing', now });
  await enqueue(tx, agencyId, 'disposal.destroy', { disposalId }, { now });
  return [{ action: 'disposal.executing', detail: { disposalId, typedCount, method: loaded.row.method } }];
}

function requirePresence({ parties }: LoadedDisposal): void {
  const absent = parties.find(({ role, verdict }) => WITNESS_ROLES.includes(role) && verdict !== 'attend');
  if (absent)
    throw new AppError('people_missing', {
      detail: `${absent.title} belum menyatakan hadir sebagai saksi. Pemusnahan menunggu kedua saksi.`,
    });
  const head = parties.find(({ role }) => role === 'creator_head');
  if (!head?.holderPersonId)
    throw new AppError('people_missing', {
      detail: 'Jabatan pimpinan yang mengetahui sedang kosong, sehingga berita acara tidak dapat dibuat.',
    });
}

/** They will sign the minutes together, so it is asked while it can still be put right. */
function requireDifferentPeople({ row, parties }: LoadedDisposal, executorPersonId: string): void {
  const acting = parties.map((party) => (party.role === 'executor' ? { ...party, personId: executorPersonId } : party));
  const shared = findSharedAtDestruction(acting, row.proposerPersonId);
  if (shared !== undefined) throw new AppError('two_people', { detail: shared });
}

// The stored hash of the request outlives the command: it must not be a hash of the passphrase.
function withoutPassphrase(actor: DeskActor, input: ExecuteInput): DeskActor {
  if (!actor.command) return actor;
  const asked = `execute ${input.disposalId} ${input.version} ${input.typedCount}`;
  return {
    ...actor,
    command: { key: actor.command.key, requestHash: createHash('sha256').update(asked).digest('hex') },
  };
}
