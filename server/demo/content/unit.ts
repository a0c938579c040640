export type DemoUnitKind =
  'root' | 'setda' | 'asisten' | 'biro' | 'dinas' | 'badan' | 'inspektorat' | 'bidang' | 'bagian' | 'uptd';

export interface DemoLetterhead {
  readonly government: string;
  readonly unitName: string;
  readonly addressLines: readonly string[];
}

export interface DemoUnit {
  readonly key: string;
  readonly parent: string | null;
  readonly kind: DemoUnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly numberingCode: string;
  /** True for a unit that owns registers and a letterhead of its own; units below use the nearest one above. */
  readonly isOpd: boolean;
  readonly letterhead: DemoLetterhead | null;
  readonly place: string;
  readonly email: string | null;
}

interface OwnLetterhead {
  readonly key: string;
  readonly parent: string;
  readonly kind: DemoUnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly numberingCode: string;
  readonly address: string;
  readonly telephone: string;
  readonly mailName: string;
}

export function agencyUnit(unit: OwnLetterhead): DemoUnit {
  const email = `${unit.mailName}@contoh.go.id`;
  return {
    key: unit.key,
    parent: unit.parent,
    kind: unit.kind,
    name: unit.name,
    shortName: unit.shortName,
    numberingCode: unit.numberingCode,
    isOpd: true,
    letterhead: {
      government: 'PEMERINTAH PROVINSI KALIMANTAN BARAT',
      unitName: unit.name.toUpperCase(),
      addressLines: [unit.address, `Telepon ${unit.telephone}, laman ${unit.mailName}.contoh.go.id, pos-el ${email}`],
    },
    place: 'Pontianak',
    email,
  };
}

export function innerUnit(
  parent: string,
  kind: DemoUnitKind,
  [key, name, shortName, numberingCode]: readonly [string, string, string, string],
): DemoUnit {
  return {
    key,
    parent,
    kind,
    name,
    shortName,
    numberingCode,
    isOpd: false,
    letterhead: null,
    place: key === 'upt-sintang' ? 'Sintang' : 'Pontianak',
    email: null,
  };
}
