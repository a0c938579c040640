import { randomUUID } from 'node:crypto';
import { getDisposal } from '../../server/disposal/get-disposal.ts';
import { approveDisposal } from '../../server/disposal/approve-disposal.ts';
import { assessDisposal } from '../../server/disposal/assess-disposal.ts';
import { attendDestruction } from '../../server/disposal/attend-destruction.ts';
import { changeDisposal } from '../../server/disposal/change-disposal.ts';
import type { Disposal } from '../../server/disposal/contract.ts';
import { createDisposal } from '../../server/disposal/create-disposal.ts';
import { executeDisposal } from '../../server/disposal/execute-disposal.ts';
import { setDisposalParties } from '../../server/disposal/set-disposal-parties.ts';
import { signPaper } from '../../server/disposal/sign-paper.ts';
import type { DisposalKind, PartyRole } from '../../server/disposal/states.ts';
import { submitDisposal } from '../../server/disposal/submit-disposal.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { type DeskKey, TEST_PASSPHRASE, type TestAgency } from '../support/agency.ts';
import type { TestDeps } from '../support/deps.ts';
import { giveCertificate, type LetterWanted } from '../support/letters.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

export const PARTIES: Record<DisposalKind, readonly [PartyRole, DeskKey][]> = {
  transfer: [
    ['processing_head', 'kabid'],
    ['records_head', 'sekdis'],
  ],
  destruction: [
    ['panel_chair', 'sekdis'],
    ['panel_creator', 'kadis'],
    ['panel_archivist', 'arsiparis'],
    ['processing_head', 'kabid'],
    ['records_head', 'sekdis'],
    ['creator_head', 'kadis'],
    ['executor', 'sekdis'],
    ['witness_legal', 'pengarah'],
    ['witness_inspectorate', 'auditor'],
  ],
  handover: [
    ['panel_chair', 'sekdis'],
    ['panel_creator', 'kadis'],
    ['panel_archivist', 'arsiparis'],
    ['processing_head', 'kabid'],
    ['records_head', 'sekdis'],
    ['creator_head', 'kadis'],
    ['receiver', 'kadispupr'],
  ],
};

const SIGNERS = ['kabid', 'sekdis', 'kadis', 'arsiparis', 'gubernur', 'pengarah', 'auditor', 'kadispupr'] as const;

export async function giveCertificates(deps: TestDeps, agency: TestAgency): Promise<void> {
  for (const key of SIGNERS) await giveCertificate(deps, agency, key);
}

export interface DueFile {
  fileId: string;
  letterIds: string[];
}

/** A file (berkas) of Diskominfo with letters of its own, whose retention is over. */
export async function makeDueFile(
  deps: TestDeps,
  agency: TestAgency,
  given: {
    kind?: DisposalKind | 'review';
    letters?: LetterWanted[];
    years?: [active: number, inactive: number];
    title?: string;
  } = {},
): Promise<DueFile> {
  const { kind = 'destruction', letters = [{}], years = [2, 3], title } = given;
  const letterIds: string[] = [];
  for (const wanted of letters) letterIds.push((await signedLetter(deps, agency, wanted)).id);
  const fileId = randomUUID();
  const { adminUrl } = deps.database;
  const unitId = agency.unitId('kominfo');
  const action = { transfer: 'destroy', destruction: 'destroy', handover: 'permanent', review: 'review' }[kind];
  await rowsOf(
    adminUrl,
    `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, description, status, is_standing, lifecycle,
       closed_on, trigger_on, active_years, inactive_years, final_action, active_until, inactive_until, created_at)
     values ($1, $2, $3, '000.1', 2018, take_file_number($1, $3, 2018), $4, '', 'closed', false, $5, '2018-12-31', '2018-12-31', $6, $7, $8,
       '2020-12-31', '2023-12-31', now())`,
    [
      agency.agencyId,
      fileId,
      unitId,
      title ?? `Berkas uji ${fileId.slice(0, 4)}`,
      kind === 'transfer' ? 'active' : 'inactive',
      ...years,
      action,
    ],
  );
  await rowsOf(
    adminUrl,
    `update record r set file_id = $2, filing = 'filed', ordinal = array_position($4::uuid[], r.letter_id)
     where agency_id = $1 and unit_id = $3 and letter_id = any($4::uuid[])`,
    [agency.agencyId, fileId, unitId, letterIds],
  );
  return { fileId, letterIds };
}

export async function placeHold(deps: TestDeps, agency: TestAgency, fileId: string): Promise<string> {
  const id = randomUUID();
  const { positionId, personId } = agency.desk('arsiparis');
  await rowsOf(
    deps.database.adminUrl,
    `with hold as (
       insert into legal_hold (agency_id, id, unit_id, case_number, reason, placed_at, placed_by_position_id, placed_by_person_id)
       values ($1, $2, $3, '700/112/ITPROV/2026', 'Pemeriksaan Inspektorat', now(), $4, $5))
     insert into legal_hold_file (agency_id, hold_id, file_id) values ($1, $2, $6)`,
    [agency.agencyId, id, agency.unitId('kominfo'), positionId, personId, fileId],
  );
  return id;
}

/** The case ends: its files are free again. */
export async function releaseHold(deps: TestDeps, holdId: string): Promise<void> {
  await rowsOf(
    deps.database.adminUrl,
    `update legal_hold set released_at = now(), release_reason = 'Perkara selesai' where id = $1`,
    [holdId],
  );
}

/** The paper of a file leaves its place. */
export async function lendPaper(deps: TestDeps, agency: TestAgency, fileId: string): Promise<void> {
  const { positionId, personId } = agency.desk('arsiparis');
  await rowsOf(
    deps.database.adminUrl,
    `insert into file_loan (agency_id, id, unit_id, file_id, borrower_position_id, purpose, lent_at, due_date, lent_by_position_id,
       lent_by_person_id)
     values ($1, $2, $3, $4, $5, 'Bahan pemeriksaan', now(), '2030-01-01', $6, $7)`,
    [
      agency.agencyId,
      randomUUID(),
      agency.unitId('kominfo'),
      fileId,
      agency.desk('kabid').positionId,
      positionId,
      personId,
    ],
  );
}

export async function returnPaper(deps: TestDeps, fileId: string): Promise<void> {
  await rowsOf(
    deps.database.adminUrl,
    `update file_loan set returned_at = now() where file_id = $1 and returned_at is null`,
    [fileId],
  );
}

/** A person who plays a disposal through the verbs, as the screens do. */
export class Office {
  readonly deps: TestDeps;
  readonly agency: TestAgency;
  id = '';

  constructor(deps: TestDeps, agency: TestAgency) {
    this.deps = deps;
    this.agency = agency;
  }

  actor(key: DeskKey) {
    return this.agency.actor(key, { command: randomUUID() });
  }

  async now(key: DeskKey = 'arsiparis'): Promise<Disposal> {
    return getDisposal(this.deps, await this.actor(key), { disposalId: this.id });
  }

  async begin(
    kind: DisposalKind,
    fileIds: string[],
    changes: Partial<Record<PartyRole, DeskKey>> = {},
  ): Promise<Disposal> {
    const created = await createDisposal(this.deps, await this.actor('arsiparis'), { kind, fileIds });
    this.id = created.id;
    const parties = PARTIES[kind].map(([role, key]) => ({
      role,
      positionId: this.agency.desk(changes[role] ?? key).positionId,
    }));
    const { version } = await setDisposalParties(this.deps, await this.actor('arsiparis'), {
      disposalId: this.id,
      version: created.version,
      parties,
    });
    return changeDisposal(this.deps, await this.actor('arsiparis'), {
      disposalId: this.id,
      version,
      add: [],
      remove: [],
      boxes: [],
      location: 'Depo Arsip Dinas Komunikasi dan Informatika',
      ...(kind === 'destruction' ? { method: 'shredded' as const } : {}),
    });
  }

  async submit(key: DeskKey = 'arsiparis'): Promise<Disposal> {
    const { version } = await this.now();
    return submitDisposal(this.deps, await this.actor(key), { disposalId: this.id, version });
  }

  async assess(key: DeskKey, typedCount?: number): Promise<Disposal> {
    return assessDisposal(this.deps, await this.actor(key), {
      ...(await this.counted(typedCount)),
      consideration: 'Retensi habis, tidak ada perkara berjalan.',
    });
  }

  async approve(key: DeskKey, typedCount?: number): Promise<Disposal> {
    return approveDisposal(this.deps, await this.actor(key), await this.counted(typedCount));
  }

  async attend(key: DeskKey, typedCount?: number): Promise<Disposal> {
    return attendDestruction(this.deps, await this.actor(key), await this.counted(typedCount));
  }

  async execute(key: DeskKey, typedCount?: number, passphrase = TEST_PASSPHRASE): Promise<Disposal> {
    return executeDisposal(this.deps, await this.actor(key), { ...(await this.counted(typedCount)), passphrase });
  }

  /** Every signature of a paper in turn, each with its timestamp. */
  async signAll(kind: string, keys: readonly DeskKey[]): Promise<void> {
    await this.work();
    for (const key of keys) {
      const paper = (await this.now()).papers.find((one) => one.kind === kind);
      if (!paper) throw new Error(`no paper ${kind}`);
      await signPaper(this.deps, await this.actor(key), {
        paperId: paper.id,
        version: paper.version,
        passphrase: TEST_PASSPHRASE,
      });
      await this.work();
    }
  }

  async work(): Promise<void> {
    const outcomes = await drainOutbox(this.deps);
    const bad = outcomes.filter((outcome) => outcome !== 'done');
    if (bad.length > 0) throw new Error(`work ended as ${JSON.stringify(outcomes)}`);
  }

  /** Destruction from submission up to the decree, by the usual people. */
  async upToDecree(): Promise<void> {
    await this.submit();
    await this.signAll('destruction_list', ['kabid', 'sekdis']);
    for (const key of ['sekdis', 'kadis', 'arsiparis'] as const) await this.assess(key);
    await this.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
    await this.approve('gubernur');
    await this.signAll('approval', ['gubernur']);
    await this.signAll('decree', ['kadis']);
  }

  async witnessed(): Promise<void> {
    await this.attend('pengarah');
    await this.attend('auditor');
  }

  private async counted(typedCount?: number) {
    const { version, totals } = await this.now();
    return { disposalId: this.id, version, typedCount: typedCount ?? totals.files, hasRead: true as const };
  }
}
