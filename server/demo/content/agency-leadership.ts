import { staff, structural } from './position.ts';
import type { DemoPosition } from './position.ts';

interface Agency {
  readonly unit: string;
  readonly headKey: string;
  readonly headTitle: string;
  readonly headShort: string;
  readonly secretaryTitle: string;
  readonly shortName: string;
}

export function leadership(agency: Agency): readonly DemoPosition[] {
  const secretary = `sekretaris-${agency.unit}`;
  return [
    structural(
      {
        key: agency.headKey,
        unit: agency.unit,
        title: agency.headTitle,
        shortTitle: agency.headShort,
        under: 'sekda',
      },
      { echelon: 'II.a' },
    ),
    structural(
      {
        key: secretary,
        unit: `${agency.unit}-sekretariat`,
        title: agency.secretaryTitle,
        shortTitle: `Sekretaris ${agency.shortName}`,
        under: agency.headKey,
      },
      { echelon: 'III.a', secretaryOf: agency.headKey },
    ),
    staff(
      {
        key: `tu-${agency.unit}`,
        unit: `${agency.unit}-sekretariat`,
        title: `Pengadministrasi Persuratan ${agency.shortName}`,
        shortTitle: `TU ${agency.shortName}`,
        under: secretary,
      },
      ['registry'],
    ),
  ];
}

export function fieldHead(
  agencyHead: string,
  [key, unit, title, shortTitle]: readonly [string, string, string, string],
): DemoPosition {
  return structural({ key, unit, title, shortTitle, under: agencyHead }, { echelon: 'III.a' });
}
