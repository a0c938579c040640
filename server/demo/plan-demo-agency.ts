import { readFileSync } from 'node:fs';
import type { AgencyPlan, ClassificationPlan, PositionPlan, RegisterPlan } from '../organisation/agency-plan.ts';
import { readRows } from '../retention/read-rows.ts';
import { projectRoot } from '../runtime/project-root.ts';
import { join } from 'node:path';
import { DEMO_APPOINTMENTS } from './content/appointments.ts';
import { resolveDemoDate } from './content/demo-date.ts';
import { DEMO_PEOPLE } from './content/people.ts';
import type { DemoPosition } from './content/position.ts';
import { DEMO_POSITIONS } from './content/positions.ts';
import { DEMO_UNITS } from './content/units.ts';

const REGIONAL_HEADS = new Set(['gubernur', 'wagub']);

/** The demonstration agency as a plan; `start` is the business date it is made on. */
export function planDemoAgency(start: string): AgencyPlan {
  return {
    name: 'Pemerintah Provinsi Kalimantan Barat (demonstrasi)',
    shortName: 'Provinsi Kalimantan Barat',
    province: 'Kalimantan Barat',
    timeZone: 'Asia/Pontianak',
    isDemo: true,
    units: DEMO_UNITS,
    positions: DEMO_POSITIONS.map(planPosition),
    people: DEMO_PEOPLE.map((person) => ({ ...person, rank: person.rank ?? '' })),
    appointments: DEMO_APPOINTMENTS.map((appointment) => ({
      ...appointment,
      from: resolveDemoDate(appointment.from, start),
      to: appointment.to === null ? null : resolveDemoDate(appointment.to, start),
    })),
    registers: planRegisters(),
    classifications: readStarterClassification(),
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

function planPosition(position: DemoPosition): PositionPlan {
  return { ...position, isRegionalHead: REGIONAL_HEADS.has(position.key) };
}

/** Every organisation that signs keeps a book for surat dinas, one for nota dinas and an agenda. */
function planRegisters(): RegisterPlan[] {
  return DEMO_UNITS.filter((unit) => unit.isOpd && unit.parent !== null).flatMap((unit): RegisterPlan[] => [
    {
      unit: unit.key,
      kind: 'surat_dinas',
      name: `Surat keluar ${unit.shortName}`,
      format: '{klasifikasi}/{nomor}/{unit}/{tahun}',
      padding: 0,
    },
    {
      unit: unit.key,
      kind: 'nota_dinas',
      name: `Nota dinas ${unit.shortName}`,
      format: '{klasifikasi}/ND-{nomor:2}/{unit}/{bulan_romawi}/{tahun}',
      padding: 0,
    },
    { unit: unit.key, kind: 'agenda', name: `Agenda masuk ${unit.shortName}`, format: '{nomor}', padding: 0 },
  ]);
}

/** The starter set that ships with Lontar, read as any import is; a row that an import would refuse stops the plan. */
function readStarterClassification(): ClassificationPlan[] {
  const bytes = readFileSync(join(projectRoot, 'templates/classification/starter.csv'));
  const { rows, refused } = readRows(bytes, 'scheme');
  if (refused.length > 0) throw new Error(`starter.csv: ${JSON.stringify(refused)}`);
  return rows.map(({ code, name = '', parentCode = null, rule, securityClass = 'B' }) => ({
    ...{ code, name, parent: parentCode, securityClass },
    ...(rule ?? NO_RULE),
  }));
}

const NO_RULE = { activeYears: null, inactiveYears: null, finalAction: null, triggerEvent: '', exceptionNote: '' };
