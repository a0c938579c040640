import type { Deps } from '../../server/deps.ts';
import { type Incoming } from '../../server/incoming/contract.ts';
import { RegistrationContent } from '../../server/registration/contract.ts';
import { registerIncoming } from '../../server/registration/register-incoming.ts';
import type { IntakeListItem } from '../../server/intake/contract.ts';
import { uploadIntake } from '../../server/intake/upload-intake.ts';
import type { DeskKey, TestAgency } from './agency.ts';

type Content = Partial<Record<keyof RegistrationContent, string | null>>;

let serial = 0;

/** A filled form; each call has a number of its own. */
export function formOf(changes: Content = {}): RegistrationContent {
  serial += 1;
  return RegistrationContent.parse({
    channel: 'counter',
    media: 'paper',
    senderTitle: 'Bupati Sintang',
    senderUnit: 'Pemerintah Kabupaten Sintang',
    number: `600.1.10/${String(serial)}/DPUPR-B/2026`,
    letterDate: '2026-11-23',
    subject: 'Usulan Penanganan Darurat Jembatan Ketungau II',
    summary: 'Pilar tengah bergeser.',
    handlingGrade: 'segera',
    securityClass: 'B',
    classificationCode: '500.12.6',
    ...changes,
  });
}

export interface RegistrationWanted {
  as?: DeskKey;
  content?: Content;
  intakeId?: string | null;
  isNotDuplicate?: boolean;
  direct?: { to: DeskKey[]; cc?: DeskKey[]; note?: string };
  command?: string;
}

/** Registered through the real verb, by the registry of Diskominfo unless another desk is named. */
export async function register(deps: Deps, agency: TestAgency, wanted: RegistrationWanted = {}): Promise<Incoming> {
  const ids = (keys: readonly DeskKey[]) => keys.map((key) => agency.desk(key).positionId);
  const { direct } = wanted;
  const actor = await agency.actor(wanted.as ?? 'tu', wanted.command === undefined ? {} : { command: wanted.command });
  return registerIncoming(deps, actor, {
    intakeId: wanted.intakeId ?? null,
    content: formOf(wanted.content),
    isNotDuplicate: wanted.isNotDuplicate ?? false,
    direct: direct === undefined ? null : { to: ids(direct.to), cc: ids(direct.cc ?? []), note: direct.note ?? '' },
  });
}

/** A scan uploaded by the registry of Diskominfo; it waits to be read. */
export async function upload(
  deps: Deps,
  agency: TestAgency,
  bytes: Uint8Array,
  options: { as?: DeskKey; fileName?: string; intakeId?: string; command?: string } = {},
): Promise<IntakeListItem> {
  const { as = 'tu', fileName = 'surat.pdf', intakeId, command } = options;
  const actor = await agency.actor(as, command === undefined ? {} : { command });
  return uploadIntake(deps, actor, {
    ...{ fileName, source: 'upload', bytes: Buffer.from(bytes) },
    ...(intakeId === undefined ? {} : { intakeId }),
  });
}
