import type pg from 'pg';
import { checkLog, type Finding, type LogRow } from './verify-log.ts';
import type { CheckableRoot, RootWitness } from './verify-roots.ts';
import * as queries from './verify-queries.ts';

export interface AgencyVerdict {
  agencyId: string;
  name: string;
  events: number;
  roots: number;
  findings: Finding[];
}

export interface VerifyOptions {
  /** Only this agency. */
  agencyId?: string | undefined;
  witnessOf: (agencyId: string) => Promise<RootWitness>;
}

export interface DatabaseVerdict {
  agencies: AgencyVerdict[];
  /** What is wrong with the table itself, or belongs to no agency. */
  general: string[];
}

/**
 * Reads the whole audit log past the tenant wall and judges it. The connection belongs to the tables' owner and is inside
 * a repeatable read transaction, so that what is written meanwhile is no part of it.
 */
export async function verifyDatabase(client: pg.Client, options: VerifyOptions): Promise<DatabaseVerdict> {
  await client.query(`set local time zone 'UTC'; set local datestyle = 'ISO'`);
  const partitions = await queries.listPartitions(client);
  const agencies: AgencyVerdict[] = [];
  for (const agency of await queries.listAgencies(client, options.agencyId))
    agencies.push(await verifyAgency(client, agency, partitions, await options.witnessOf(agency.agencyId)));
  const general = [
    ...judgePartitions(partitions, await queries.listLooseTables(client)),
    ...(await queries.listStrangers(client)).map((id) => `Ada kejadian atas nama instansi ${id} yang tidak dikenal.`),
  ];
  return { agencies, general };
}

async function verifyAgency(
  client: pg.Client,
  agency: { agencyId: string; name: string },
  partitions: readonly queries.Partition[],
  witness: RootWitness,
): Promise<AgencyVerdict> {
  const { agencyId } = agency;
  const roots: CheckableRoot[] = await queries.listAllRoots(client, agencyId);
  const partitionOf = (seq: number) => partitions.find(({ from, to }) => seq >= from && seq < to)?.name;
  const check = checkLog({ agencyId, roots, witness, partitionOf });
  let events = 0;
  await queries.eachEvent(client, agencyId, (row: LogRow) => {
    events += 1;
    check.take(row);
  });
  const findings = check.finish(await queries.findHead(client, agencyId));
  return { ...agency, events, roots: roots.length, findings };
}

/** The ranges must follow each other from 1 without end, and no part of the log may have been taken off. */
function judgePartitions(partitions: readonly queries.Partition[], loose: readonly string[]): string[] {
  const problems = loose.map((name) => `Tabel ${name} dilepas dari tabel kejadian atau ditambahkan di sampingnya.`);
  let next = 1;
  for (const { name, from, to } of partitions.toSorted((one, other) => one.from - other.from)) {
    if (from !== next) problems.push(`Partisi ${name} tidak menyambung partisi sebelumnya.`);
    next = to;
  }
  if (next !== Infinity) problems.push('Partisi terakhir tabel kejadian tidak ada.');
  return problems;
}
