import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EVENT_TITLES } from '../../server/audit/event-titles.ts';
import { DISPOSAL_KINDS, DISPOSAL_STATES, PAPER_KINDS, PARTY_ROLES } from '../../server/disposal/states.ts';
import { ITEM_STATUSES } from '../../server/dispositions/states.ts';
import { IncomingListItem } from '../../server/incoming/contract.ts';
import { JOBS } from '../../server/jobs.ts';
import {
  CircuitStep,
  HandlingGrade,
  LetterType,
  LetterVersion,
  Recipient,
  SecurityClass,
} from '../../server/letters/contract.ts';
import { LETTER_STATUSES } from '../../server/letters/states.ts';
import { CopyStatus, FileStatus, FilingReason, Lifecycle } from '../../server/filing/contract.ts';
import { SearchHit } from '../../server/search/contract.ts';
import { HANDLERS } from '../../workers/handlers.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { rowsOf } from '../support/rows.ts';

const server = new URL('../../server/', import.meta.url).pathname;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('lists that are written twice', () => {
  let database: TestDatabase;
  before(async () => {
    database = await cloneDatabase();
  });
  after(() => database.drop());

  const LISTS: [table: string, column: string, values: readonly string[]][] = [
    ['letter', 'status', LETTER_STATUSES],
    ['letter', 'type', LetterType.options],
    ['letter', 'handling_grade', HandlingGrade.options],
    ['letter', 'security_class', SecurityClass.options],
    ['circuit_step', 'status', CircuitStep.shape.status.options],
    ['circuit_step', 'kind', CircuitStep.shape.kind.options],
    ['letter_recipient', 'delivery_status', Recipient.shape.deliveryStatus.options],
    ['letter_version', 'reason', LetterVersion.shape.reason.options],
    ['incoming_letter', 'status', IncomingListItem.shape.status.options],
    ['disposition_item', 'status', ITEM_STATUSES],
    ['disposal', 'state', DISPOSAL_STATES],
    ['disposal', 'kind', DISPOSAL_KINDS],
    ['disposal_party', 'role', PARTY_ROLES],
    ['official_paper', 'kind', PAPER_KINDS],
    ['incoming_addressee', 'role', IncomingListItem.shape.role.options],
    ['record', 'reason', FilingReason.options],
    ['record', 'copy_status', CopyStatus.options],
    ['record_file', 'status', FileStatus.options],
    ['record_file', 'lifecycle', Lifecycle.options],
    ['record', 'filing', (SearchHit.shape.filing as z.ZodNullable<z.ZodEnum>).unwrap().options.map(String)],
  ];

  for (const [table, column, values] of LISTS)
    it(`${table}.${column} allows in the database exactly what the code knows`, async () => {
      const rows = await rowsOf<{ definition: string }>(
        database.adminUrl,
        `select pg_get_constraintdef(c.oid) as definition from pg_constraint c
         where c.conrelid = $1::regclass and c.contype = 'c' and cardinality(c.conkey) = 1
           and c.conkey[1] = (select attnum from pg_attribute where attrelid = c.conrelid and attname = $2)`,
        [table, column],
      );
      const allowed = rows.flatMap(({ definition }) =>
        [...definition.matchAll(/'([^']+)'::text/gu)].map(([, value]) => value),
      );
      expect(allowed).to.have.members([...values]);
    });

  it('every job has a handler, and every handler a job', () => {
    expect(Object.keys(HANDLERS)).to.have.members(Object.keys(JOBS));
    for (const handler of Object.values(HANDLERS)) expect(handler).to.be.a('function');
  });

  it('every recorded action has a title, and every title an action', () => {
    const recorded = new Set(
      sources(server)
        .filter((text) => !text.includes('export const EVENT_TITLES'))
        .flatMap((text) => [
          ...text.matchAll(
            /'((?:agenda|audit|classification|demo|disposal|disposition|export|fixity|incoming|intake|letter|load|number|record|record_list|savings|search|session|signing|srikandi)\.[a-z_]+)'/gu,
          ),
        ])
        .map(([, action]) => action ?? ''),
    );
    const titled = Object.keys(EVENT_TITLES);
    expect(titled.filter((action) => !recorded.has(action))).to.deep.equal([]);
    const written = sources(server).flatMap((text) =>
      [...text.matchAll(/action: (?:[a-zA-Z.]+ \? )?'([a-z_]+\.[a-z_]+)'/gu)].map(([, action]) => action ?? ''),
    );
    expect(written.length).to.be.greaterThan(20);
    expect([...new Set(written)].filter((action) => !titled.includes(action))).to.deep.equal([]);
  });
});
