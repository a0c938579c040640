import type { PartyRow, PositionFacts } from './party-queries.ts';
import { type DisposalKind, PANEL_ROLES, type PartyRole, SINGLE_ROLES, WITNESS_ROLES } from './states.ts';

interface Chosen {
  role: PartyRole;
  positionId: string;
}

export const ROLE_NAMES: Record<PartyRole, string> = {
  panel_chair: 'ketua panitia penilai',
  panel_creator: 'anggota panitia dari pencipta arsip',
  panel_archivist: 'anggota panitia arsiparis',
  panel_member: 'anggota panitia',
  processing_head: 'pimpinan unit pengolah',
  records_head: 'pimpinan unit kearsipan',
  creator_head: 'pimpinan pencipta arsip',
  executor: 'pelaksana pemusnahan',
  witness_legal: 'saksi unsur hukum',
  witness_inspectorate: 'saksi unsur pengawasan',
  receiver: 'pimpinan lembaga kearsipan',
};

const REPEATABLE: readonly PartyRole[] = ['panel_archivist', 'panel_member'];

/** Why these desks cannot have these roles, in Indonesian. */
export function findPartyProblem(
  roles: readonly PartyRole[],
  chosen: readonly Chosen[],
  facts: readonly PositionFacts[],
): string | undefined {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const foreign = chosen.find(({ role }) => !roles.includes(role));
  if (foreign) return `Peran ${ROLE_NAMES[foreign.role]} tidak dapat diisi pada tahap ini.`;
  if (chosen.some(({ positionId }) => !byId.has(positionId))) return 'Ada jabatan yang tidak ditemukan. Pilih lagi.';
  const twice = chosen.find(
    ({ role }, index) => !REPEATABLE.includes(role) && chosen.findIndex((other) => other.role === role) < index,
  );
  if (twice) return `Pilih satu jabatan saja untuk ${ROLE_NAMES[twice.role]}.`;
  const panel = chosen.filter(({ role }) => PANEL_ROLES.includes(role)).map(({ positionId }) => positionId);
  if (new Set(panel).size < panel.length) return 'Satu jabatan tidak dapat menjadi anggota panitia dua kali.';
  return findWrongDesk(chosen, byId);
}

function findWrongDesk(chosen: readonly Chosen[], byId: ReadonlyMap<string, PositionFacts>): string | undefined {
  for (const { role, positionId } of chosen) {
    const fact = byId.get(positionId);
    if (role === 'creator_head' && !fact?.isHeadOfUnit)
      return 'Pimpinan pencipta arsip harus kepala unit pencipta arsip.';
    if (role === 'panel_archivist' && !fact?.isArchivist)
      return 'Anggota arsiparis harus arsiparis unit pencipta arsip.';
    if ((role === 'panel_chair' || role === 'records_head') && !fact?.isOfUnit)
      return 'Ketua panitia dan pimpinan unit kearsipan harus dari unit pencipta arsip.';
  }
  return undefined;
}

/** What is missing before the proposal may be sent. */
export function findMissingParty(kind: DisposalKind, parties: readonly PartyRow[]): string | undefined {
  const has = (role: PartyRole) => parties.some((party) => party.role === role);
  const missing = SINGLE_ROLES[kind].find((role) => !has(role));
  if (missing !== undefined) return `Pilih ${ROLE_NAMES[missing]}.`;
  const vacant = parties.find(({ holderPersonId }) => holderPersonId === null);
  if (vacant) return `Jabatan ${vacant.title} sedang kosong. Pilih jabatan lain.`;
  if (kind === 'transfer') return undefined;
  if (!has('panel_archivist')) return `Pilih ${ROLE_NAMES.panel_archivist}.`;
  const panel = parties.filter(({ role }) => PANEL_ROLES.includes(role));
  return panel.length % 2 === 0 ? 'Jumlah anggota panitia harus ganjil, paling sedikit tiga.' : undefined;
}

/** Roles that may never meet in one person, whatever desks that person holds. */
export function findSharedPerson(
  kind: DisposalKind,
  parties: readonly PartyRow[],
  proposerPersonId: string,
): string | undefined {
  const peopleOf = (roles: readonly PartyRole[]) => listPeople(parties, roles);
  if (isTwice(peopleOf(PANEL_ROLES))) return 'Satu orang tidak dapat menjadi anggota panitia dari dua jabatan.';
  if (isTwice(peopleOf(['processing_head', 'records_head'])))
    return 'Pimpinan unit pengolah dan pimpinan unit kearsipan harus orang yang berbeda.';
  if (kind === 'handover') {
    if (isTwice(peopleOf(['creator_head', 'receiver'])))
      return 'Yang menyerahkan dan yang menerima harus orang berbeda.';
    if (peopleOf(['receiver']).includes(proposerPersonId)) return 'Pengusul tidak boleh menyetujui usulannya sendiri.';
  }
  return findSharedAtDestruction(parties, proposerPersonId);
}

/** The same among those who carry out a destruction, asked again when they are named anew and before it begins. */
export function findSharedAtDestruction(parties: readonly PartyRow[], proposerPersonId: string): string | undefined {
  const witnesses = listPeople(parties, WITNESS_ROLES);
  const executors = listPeople(parties, ['executor']);
  const panel = listPeople(parties, PANEL_ROLES);
  if (isTwice([...executors, ...witnesses, ...listPeople(parties, ['creator_head'])]))
    return 'Pelaksana, para saksi, dan pimpinan yang mengetahui harus orang yang berbeda.';
  if (witnesses.some((person) => panel.includes(person))) return 'Saksi tidak boleh anggota panitia penilai.';
  if ([...witnesses, ...executors].includes(proposerPersonId))
    return 'Pengusul tidak boleh menjadi pelaksana atau saksi pemusnahan.';
  return undefined;
}

/** Whoever has acted from a desk in this round, else its holder of the day. */
function listPeople(parties: readonly PartyRow[], roles: readonly PartyRole[]): string[] {
  return parties
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ personId, holderPersonId }) => personId ?? holderPersonId ?? []);
}

function isTwice(people: readonly string[]): boolean {
  return new Set(people).size < people.length;
}
