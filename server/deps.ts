import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db.ts';
import type { Files } from './files/files.ts';
import type { Role } from './organisation/roles.ts';
import type { OcrEngine } from './reading/ocr-engine.ts';
import type { TypesetPool } from './pdf/preview-pool.ts';
import type { RequestTimestamp, TrustSource } from './signing/deps.ts';
import type { Throttle } from './throttle.ts';
import type { MailTransport } from './delivery/mail-transport.ts';

/** Everything a verb may reach beyond its arguments; made once in main, handed down as a plain object. */
export interface Deps {
  config: Config;
  db: Db;
  files: Files;
  pdf: TypesetPool;
  mail: MailTransport;
  throttle: Throttle;
  /** RFC 3161 timestamp over a SHA-256 digest. */
  requestTimestamp: RequestTimestamp;
  trust: TrustSource;
  /** Who recognises the text of scans here; chosen once at start, never rejects. */
  ocrEngine: Promise<OcrEngine>;
  /** The only source of business time. */
  now: () => Date;
  log: Logger;
  /** Named moments of background work, for tests that stop a worker there. */
  checkpoint?: (name: string) => void | Promise<void>;
}

export interface Visitor {
  requestId: string;
  ip: string;
  userAgent: string;
  /** Sends a Set-Cookie header with the answer. */
  setCookie: (value: string) => void;
}

/** The idempotency key of a command as the client sent it, with the hash of what it asked. */
export interface CommandKey {
  key: string;
  requestHash: string;
}

/** A logged-in person who has not (or not yet) chosen a desk. */
export interface SessionActor extends Visitor {
  kind: 'session';
  agencyId: string;
  accountId: string;
  personId: string;
  sessionHash: Buffer;
  command?: CommandKey;
}

export type AppointmentKind = 'definitif' | 'plt' | 'plh';
export type { Role };

/** A person acting from a desk: every command and list names its appointment. */
export interface DeskActor extends Omit<SessionActor, 'kind'> {
  kind: 'desk';
  appointmentId: string;
  appointmentKind: AppointmentKind;
  positionId: string;
  unitId: string;
  /** The OPD (or Setda) the desk's unit belongs to. */
  opdId: string;
  /** False for a definitive holder while a Plh. runs. */
  canAct: boolean;
  roles: { role: Role; unitId: string }[];
  /** Officials whom the desk serves as secretary today: it reads open letters (B and T) with them. */
  serves: string[];
  /** True only while the demonstration agency is being written. */
  isSeeded?: boolean;
}

/** A background job acting for the agency. */
export interface SystemActor {
  kind: 'system';
  agencyId: string;
  job: string;
  isSeeded?: boolean;
}

export type Performer = SessionActor | DeskActor | SystemActor;
