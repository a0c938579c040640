import { AppError } from '../errors.ts';
import { SIGNERS, type Signer } from './paper-signers.ts';
import type { PaperBlock } from './paper-sheet.ts';
import type { PartyRow } from './party-queries.ts';
import type { PaperKind } from './states.ts';

export interface PlannedBlock {
  role: Signer['role'];
  caption: string;
  positionId: string;
  personId: string;
  title: string;
  block: PaperBlock;
}

const PREFIXES = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

/**
 * Who signs a paper, in order: whoever has acted from the desk in this round, else its holder of the day.
 * @throws AppError `people_missing` when a desk is vacant, `two_people` when one person would sign twice
 */
export function planBlocks(
  kind: PaperKind,
  parties: readonly PartyRow[],
  approver: PartyRow | undefined,
): PlannedBlock[] {
  const desks = SIGNERS[kind].flatMap((signer) =>
    (signer.role === 'approver' ? [approver] : parties.filter(({ role }) => role === signer.role)).flatMap((party) =>
      party ? [{ signer, party }] : [],
    ),
  );
  const blocks = desks.map(({ signer, party }, index) => planBlock(signer, party, index + 1));
  if (new Set(blocks.map(({ personId }) => personId)).size < blocks.length)
    throw new AppError('two_people', { detail: 'Satu orang tidak dapat menandatangani naskah yang sama dua kali.' });
  return blocks;
}

function planBlock({ role, caption }: Signer, party: PartyRow, ordinal: number): PlannedBlock {
  const personId = party.personId ?? party.holderPersonId;
  if (personId === null)
    throw new AppError('people_missing', { detail: `Jabatan ${party.title} sedang kosong. Pilih pejabat lain.` });
  const isHolder = personId === party.holderPersonId;
  const prefix = isHolder && party.holderKind !== null ? PREFIXES[party.holderKind] : '';
  const name = isHolder ? party.holderName : party.personName;
  const lines = [...caption.split('\n'), `${prefix}${isHolder ? party.signatureTitle : party.title},`];
  return {
    role,
    caption: caption.replace('\n', ' '),
    positionId: party.positionId,
    personId,
    title: `${prefix}${party.title}`,
    block: {
      ordinal,
      lines,
      name: name ?? '',
      rank: (isHolder ? party.holderRank : party.personRank) ?? null,
      nip: spacedNip(isHolder ? party.holderNip : party.personNip),
      isRegionalHead: party.isRegionalHead,
    },
  };
}

/** `19740816 199903 2 004`, as it is read aloud. */
function spacedNip(nip: string | null): string | null {
  return nip === null ? null : nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/u, '$1 $2 $3 $4');
}
