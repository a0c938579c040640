import { randomUUID } from 'node:crypto';
import { createAccount } from '../../server/accounts/create-account.ts';
import { findDesk } from '../../server/accounts/authenticate.ts';
import type { AppointmentKind, Deps, DeskActor, Role, SessionActor } from '../../server/deps.ts';
import type { AgencyPlan, PositionPlan, RegisterPlan, UnitPlan } from '../../server/organisation/agency-plan.ts';
import { establishAgency } from '../../server/organisation/establish-agency.ts';

export const TEST_PASSWORD = 'sandi-uji-lontar-2026';
export const TEST_PASSPHRASE = 'passphrase-uji-2026';

export interface TestDesk {
  key: string;
  positionId: string;
  personId: string;
  accountId: string;
  appointmentId: string;
  nip: string;
  name: string;
}

/** A small agency: Setda with a split registry, Diskominfo with one bidang, Dinas PUPR; every desk has its own person. */
export interface TestAgency {
  agencyId: string;
  desk(key: DeskKey): TestDesk;
  /** The desk's holder acting from it now; each call carries no idempotency key unless one is given. */
  actor(key: DeskKey, options?: { command?: string }): Promise<DeskActor>;
  unitId(key: string): string;
}

const DESKS = [
  ['gubernur', 'root', 'Gubernur Kalimantan Barat', null, []],
  ['sekda', 'setda', 'Sekretaris Daerah', 'gubernur', []],
  ['kadis', 'kominfo', 'Kepala Dinas Komunikasi dan Informatika', 'sekda', []],
  ['sekdis', 'kominfo', 'Sekretaris Dinas Komunikasi dan Informatika', 'kadis', []],
  ['kabid', 'aplikasi', 'Kepala Bidang Aplikasi Informatika', 'kadis', []],
  ['staf', 'aplikasi', 'Pranata Komputer Ahli Pertama', 'kabid', []],
  ['staf2', 'aplikasi', 'Analis Sistem Informasi', 'kabid', []],
  ['tu', 'kominfo', 'Pengadministrasi Umum Diskominfo', 'sekdis', ['registry']],
  ['arsiparis', 'kominfo', 'Arsiparis Ahli Muda Diskominfo', 'sekdis', ['archivist']],
  ['kadispupr', 'pupr', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', 'sekda', []],
  ['tupupr', 'pupr', 'Pengadministrasi Umum Dinas PUPR', 'kadispupr', ['registry']],
  ['arsiparispupr', 'pupr', 'Arsiparis Dinas PUPR', 'kadispupr', ['archivist']],
  ['auditor', 'root', 'Auditor Ahli Madya Inspektorat', 'gubernur', ['auditor']],
  ['admin', 'setda', 'Administrator Sistem', 'sekda', ['admin']],
  ['kosong', 'kominfo', 'Kepala Subbagian Keuangan', 'sekdis', []],
  ['penerima', 'setda', 'Penerima Surat Setda', 'sekda', ['mail_receiver']],
  ['pengendali', 'setda', 'Pengendali Surat Setda', 'sekda', ['mail_controller']],
  ['pengarah', 'setda', 'Pengarah Surat Setda', 'sekda', ['mail_director']],
] as const satisfies readonly (readonly [string, string, string, string | null, readonly Role[]])[];

export type DeskKey = (typeof DESKS)[number][0];
const HEADS: Record<string, DeskKey> = {
  root: 'gubernur',
  setda: 'sekda',
  kominfo: 'kadis',
  aplikasi: 'kabid',
  pupr: 'kadispupr',
};
const STRUCTURAL = new Set<string>(['gubernur', 'sekda', 'kadis', 'sekdis', 'kabid', 'kadispupr', 'kosong']);

export interface MakeAgencyOptions {
  timeZone?: AgencyPlan['timeZone'];
  /** Further appointments, e.g. a Plh. for a desk. */
  extraAppointments?: { person: DeskKey; position: DeskKey; kind: AppointmentKind; from: string; to: string | null }[];
  /** Give accounts with TEST_PASSWORD; costs some 30 ms a desk. */
  withAccounts?: boolean;
  name?: string;
}

let nextSerial = 0;

export async function makeAgency(deps: Deps, options: MakeAgencyOptions = {}): Promise<TestAgency> {
  const plan = planOf(options);
  const made = await establishAgency(deps, plan);
  const desks = new Map<string, TestDesk>();
  for (const [key] of DESKS) {
    if (key === 'kosong') continue;
    const person = plan.people.find((candidate) => candidate.key === key);
    const personId = idOf(made.people, key);
    const account = { agencyId: made.agencyId, personId, nip: person?.nip ?? '', password: TEST_PASSWORD };
    desks.set(key, {
      key,
      positionId: idOf(made.positions, key),
      personId,
      accountId: options.withAccounts ? await createAccount(deps, account) : randomUUID(),
      appointmentId: idOf(made.appointments, `${key}/${key}/definitif`),
      nip: account.nip,
      name: person?.name ?? '',
    });
  }
  const desk = (key: DeskKey): TestDesk => {
    if (key === 'kosong')
      return {
        key,
        positionId: idOf(made.positions, key),
        personId: '',
        accountId: '',
        appointmentId: '',
        nip: '',
        name: '',
      };
    const found = desks.get(key);
    if (!found) throw new Error(`no desk ${key}`);
    return found;
  };
  return {
    agencyId: made.agencyId,
    desk,
    unitId: (key) => idOf(made.units, key),
    actor: async (key, { command } = {}) => {
      const actor = await findDesk(deps, sessionOf(made.agencyId, desk(key)), desk(key).appointmentId);
      if (!actor) throw new Error(`${key} holds no valid appointment now`);
      return command === undefined ? actor : { ...actor, command: { key: command, requestHash: 'test' } };
    },
  };
}

/** A logged-in person without request behind it. */
export function sessionOf(agencyId: string, desk: TestDesk): SessionActor {
  return {
    kind: 'session',
    agencyId,
    accountId: desk.accountId,
    personId: desk.personId,
    sessionHash: Buffer.alloc(32),
    requestId: randomUUID(),
    ip: '127.0.0.1',
    userAgent: 'test',
    setCookie: () => undefined,
  };
}

function planOf(options: MakeAgencyOptions): AgencyPlan {
  return {
    name: options.name ?? 'Pemerintah Provinsi Uji',
    shortName: 'Provinsi Uji',
    province: 'Kalimantan Barat',
    timeZone: options.timeZone ?? 'Asia/Pontianak',
    isDemo: true,
    units: UNITS,
    positions: DESKS.map(positionOf),
    people: DESKS.filter(([key]) => key !== 'kosong').map(([key], index) => ({
      key,
      nip: nipOf(index),
      name: `Pejabat ${key.charAt(0).toUpperCase()}${key.slice(1)}, S.Kom.`,
      rank: 'Pembina (IV/a)',
      sex: index % 2 === 0 ? 'L' : 'P',
      email: `${key}@contoh.go.id`,
    })),
    appointments: [
      ...DESKS.filter(([key]) => key !== 'kosong').map(([key]) => ({
        person: key,
        position: key,
        kind: 'definitif' as const,
        from: '2024-01-01',
        to: null,
        decreeNumber: 'SK-1',
      })),
      ...(options.extraAppointments ?? []).map((extra) => ({ ...extra, decreeNumber: 'SPT-1' })),
    ],
    registers: REGISTERS,
    classifications: [
      { code: '000', parent: null, name: 'Umum', activeYears: null, inactiveYears: null, finalAction: null },
      {
        code: '000.1',
        parent: '000',
        name: 'Ketatausahaan dan kerumahtanggaan',
        activeYears: 2,
        inactiveYears: 3,
        finalAction: 'destroy',
      },
      { code: '500', parent: null, name: 'Perekonomian', activeYears: null, inactiveYears: null, finalAction: null },
      {
        code: '500.12',
        parent: '500',
        name: 'Komunikasi dan informatika',
        activeYears: 2,
        inactiveYears: 3,
        finalAction: 'permanent',
      },
      {
        code: '500.12.6',
        parent: '500.12',
        name: 'e-Government',
        activeYears: 2,
        inactiveYears: 3,
        finalAction: 'permanent',
      },
    ],
    assumptions: {
      validFrom: '2020-01-01',
      paperRupiahPerRim: 60_000,
      tonerRupiahPerPage: 180,
      courierRupiahPerDelivery: 12_000,
      draftReprints: 2,
      dispositionCopies: 3,
      kilogramsPerRim: 2.2,
    },
  };
}

function positionOf([key, unit, title, commandParent, roles]: (typeof DESKS)[number]): PositionPlan {
  return {
    key,
    unit,
    title,
    shortTitle: title.replace('Kepala ', 'Ka. '),
    signatureTitle: title.toUpperCase(),
    echelon: null,
    kind: STRUCTURAL.has(key) ? 'structural' : 'staff',
    isUnitHead: HEADS[unit] === key,
    isRegionalHead: key === 'gubernur',
    commandParent,
    secretaryOf: key === 'sekdis' ? 'kadis' : null,
    coordinates: [],
    roles,
  };
}

const letterheadOf = (unitName: string) => ({
  government: 'PEMERINTAH PROVINSI UJI',
  unitName,
  addressLines: ['Jalan Uji Nomor 1, Pontianak', 'Pos-el uji@contoh.go.id'],
});

const UNITS: UnitPlan[] = [
  {
    key: 'root',
    parent: null,
    kind: 'root',
    name: 'Pemerintah Provinsi Uji',
    shortName: 'Pemprov',
    numberingCode: 'GUB',
    isOpd: false,
    letterhead: letterheadOf('GUBERNUR'),
    place: 'Pontianak',
  },
  {
    key: 'setda',
    parent: 'root',
    kind: 'setda',
    name: 'Sekretariat Daerah',
    shortName: 'Setda',
    numberingCode: 'UM',
    isOpd: true,
    letterhead: letterheadOf('SEKRETARIAT DAERAH'),
    place: 'Pontianak',
  },
  {
    key: 'kominfo',
    parent: 'root',
    kind: 'dinas',
    name: 'Dinas Komunikasi dan Informatika',
    shortName: 'Diskominfo',
    numberingCode: 'DISKOMINFO',
    isOpd: true,
    letterhead: letterheadOf('DINAS KOMUNIKASI DAN INFORMATIKA'),
    place: 'Pontianak',
  },
  {
    key: 'aplikasi',
    parent: 'kominfo',
    kind: 'bidang',
    name: 'Bidang Aplikasi Informatika',
    shortName: 'Bidang Aplikasi',
    numberingCode: 'APTIKA',
    isOpd: false,
    letterhead: null,
    place: 'Pontianak',
  },
  {
    key: 'pupr',
    parent: 'root',
    kind: 'dinas',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    shortName: 'Dinas PUPR',
    numberingCode: 'PUPR',
    isOpd: true,
    letterhead: letterheadOf('DINAS PEKERJAAN UMUM DAN PENATAAN RUANG'),
    place: 'Pontianak',
  },
];

const REGISTERS: RegisterPlan[] = ['setda', 'kominfo', 'pupr'].flatMap((unit): RegisterPlan[] => [
  {
    unit,
    kind: 'surat_dinas',
    name: `Surat keluar ${unit}`,
    format: '{klasifikasi}/{nomor}/{unit}/{tahun}',
    padding: 0,
  },
  {
    unit,
    kind: 'nota_dinas',
    name: `Nota dinas ${unit}`,
    format: '{klasifikasi}/ND-{nomor:3}/{unit}/{bulan_romawi}/{tahun}',
    padding: 0,
  },
  { unit, kind: 'agenda', name: `Agenda masuk ${unit}`, format: '{nomor}', padding: 0 },
]);

function nipOf(index: number): string {
  nextSerial += 1;
  return `19800101200501${index % 2 === 0 ? '1' : '2'}${String(nextSerial).padStart(3, '0')}`;
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no ${key}`);
  return id;
}
