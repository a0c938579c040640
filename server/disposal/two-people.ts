export type ActKind = 'propose' | 'assess' | 'approve' | 'record_approval' | 'confirm_approval' | 'attend' | 'execute';

export interface Act {
  kind: ActKind;
  personId: string;
}

/** Parts of one round that the same person may never play, from whichever desk. The database keeps the same list. */
const APART: readonly (readonly [ActKind, ActKind, string])[] = [
  ['propose', 'approve', 'Pengusul tidak boleh menyetujui usulannya sendiri.'],
  ['propose', 'execute', 'Pengusul tidak boleh melaksanakan pemusnahan yang diusulkannya.'],
  ['propose', 'confirm_approval', 'Persetujuan harus diperiksa oleh orang lain, bukan pengusul.'],
  ['propose', 'attend', 'Saksi tidak boleh pengusul.'],
  ['record_approval', 'confirm_approval', 'Persetujuan yang Anda catat harus diperiksa oleh orang lain.'],
  ['assess', 'attend', 'Saksi tidak boleh anggota panitia penilai.'],
  ['attend', 'execute', 'Saksi tidak boleh pelaksana pemusnahan.'],
  ['approve', 'execute', 'Yang menyetujui tidak boleh melaksanakan pemusnahan.'],
  ['approve', 'attend', 'Yang menyetujui tidak boleh menjadi saksi.'],
];

/** Why this person may not do this now, in Indonesian; undefined when two people are at work as they should. */
export function refusalForPerson(acts: readonly Act[], personId: string, kind: ActKind): string | undefined {
  const own = new Set(acts.filter((act) => act.personId === personId).map((act) => act.kind));
  return APART.find(([one, other]) => (kind === one && own.has(other)) || (kind === other && own.has(one)))?.[2];
}
