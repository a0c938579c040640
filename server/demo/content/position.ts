export type DemoRole = 'registry' | 'archivist' | 'auditor' | 'admin';
export type DemoEchelon = 'I.b' | 'II.a' | 'II.b' | 'III.a' | 'III.b' | 'IV.a';

export interface DemoPosition {
  readonly key: string;
  readonly unit: string;
  readonly title: string;
  readonly shortTitle: string;
  /** The office line above a signature, without prefix and comma. */
  readonly signatureTitle: string;
  readonly echelon: DemoEchelon | null;
  readonly isUnitHead: boolean;
  readonly kind: 'structural' | 'functional' | 'staff';
  readonly capacity: 1;
  readonly commandParent: string | null;
  readonly secretaryOf: string | null;
  /** Positions that this one may give a disposition to although they are not below it (Asisten to OPD). */
  readonly coordinates: readonly string[];
  readonly roles: readonly DemoRole[];
}

interface PositionCore {
  readonly key: string;
  readonly unit: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly under: string | null;
}

interface HeadExtras {
  readonly echelon: DemoEchelon | null;
  readonly isUnitHead?: boolean;
  readonly secretaryOf?: string;
  readonly coordinates?: readonly string[];
}

export function structural(core: PositionCore, extras: HeadExtras): DemoPosition {
  return {
    ...basics(core),
    echelon: extras.echelon,
    isUnitHead: extras.isUnitHead ?? true,
    kind: 'structural',
    secretaryOf: extras.secretaryOf ?? null,
    coordinates: extras.coordinates ?? [],
    roles: [],
  };
}

export function functional(core: PositionCore, roles: readonly DemoRole[] = []): DemoPosition {
  return { ...basics(core), ...OUTSIDE_HIERARCHY, kind: 'functional', roles };
}

export function staff(core: PositionCore, roles: readonly DemoRole[] = []): DemoPosition {
  return { ...basics(core), ...OUTSIDE_HIERARCHY, kind: 'staff', roles };
}

const OUTSIDE_HIERARCHY = { echelon: null, isUnitHead: false, secretaryOf: null, coordinates: [] } as const;

function basics({ key, unit, title, shortTitle, under }: PositionCore) {
  return {
    key,
    unit,
    title,
    shortTitle,
    signatureTitle: title.toUpperCase(),
    capacity: 1,
    commandParent: under,
  } as const;
}
