import type { AppointmentKind, Role } from '../deps.ts';
import type { SecurityClass } from '../letters/contract.ts';

/** An organisation described by keys, as an importer, the demonstration or a test writes it. */
export interface AgencyPlan {
  name: string;
  shortName: string;
  province: string;
  timeZone: 'Asia/Pontianak' | 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  isDemo: boolean;
  /** Parents before children. */
  units: readonly UnitPlan[];
  positions: readonly PositionPlan[];
  people: readonly PersonPlan[];
  appointments: readonly AppointmentPlan[];
  registers: readonly RegisterPlan[];
  /** Parents before children. */
  classifications: readonly ClassificationPlan[];
  assumptions: AssumptionsPlan;
}

export interface UnitPlan {
  key: string;
  parent: string | null;
  kind: string;
  name: string;
  shortName: string;
  numberingCode: string;
  isOpd: boolean;
  letterhead: { government: string; unitName: string; addressLines: readonly string[] } | null;
  place: string;
}

export interface PositionPlan {
  key: string;
  unit: string;
  title: string;
  shortTitle: string;
  signatureTitle: string;
  echelon: string | null;
  kind: 'structural' | 'functional' | 'staff';
  isUnitHead: boolean;
  isRegionalHead: boolean;
  commandParent: string | null;
  secretaryOf: string | null;
  coordinates: readonly string[];
  /** Roles over the OPD of the position's unit; `auditor` and `admin` over the whole agency. */
  roles: readonly Role[];
}

export interface PersonPlan {
  key: string;
  nip: string;
  name: string;
  rank: string;
  sex: 'L' | 'P';
  email: string | null;
}

export interface AppointmentPlan {
  person: string;
  position: string;
  kind: AppointmentKind;
  /** Business dates; `to` is the first day it no longer holds, null while open. */
  from: string;
  to: string | null;
  isShared?: boolean;
  decreeNumber: string;
}

export interface RegisterPlan {
  unit: string;
  kind: 'surat_dinas' | 'nota_dinas' | 'agenda';
  name: string;
  format: string;
  padding: number;
}

export interface ClassificationPlan {
  code: string;
  parent: string | null;
  name: string;
  activeYears: number | null;
  inactiveYears: number | null;
  finalAction: 'destroy' | 'permanent' | 'review' | null;
  /** What the years count from; since the file was closed unless given. */
  triggerEvent?: string;
  exceptionNote?: string;
  securityClass?: SecurityClass;
  accessNote?: string;
}

export interface AssumptionsPlan {
  validFrom: string;
  paperRupiahPerRim: number;
  tonerRupiahPerPage: number;
  courierRupiahPerDelivery: number;
  draftReprints: number;
  dispositionCopies: number;
  kilogramsPerRim: number;
}

/** Ids given to the plan's keys. */
export interface EstablishedAgency {
  agencyId: string;
  units: ReadonlyMap<string, string>;
  positions: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  /** `person/position/kind` -> appointment id. */
  appointments: ReadonlyMap<string, string>;
}
