import { IconId, IconPrinter, IconSitemap, IconStack2 } from '@tabler/icons-react';
import type { getDispositionSheetEndpoint } from '../../../server/dispositions/contract.ts';
import { fileAddress } from '../api/index.ts';
import { MenuItem } from '../kit/index.ts';

type Layout = 'form' | 'card' | 'chain';

function openSheet(incomingId: string, layout: Layout, withLetter: boolean): void {
  const address = fileAddress<typeof getDispositionSheetEndpoint>('/incoming/:incomingId/disposition-sheet', {
    params: { incomingId },
    query: { layout, withLetter: withLetter ? 'true' : 'false' },
  });
  window.open(address, '_blank', 'noopener');
}

/** The paper forms of a disposition, for menus. */
export function SheetItems({ incomingId }: { incomingId: string }) {
  return (
    <>
      <MenuItem
        icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
        onPick={() => openSheet(incomingId, 'form', false)}
      >
        Lembar disposisi
      </MenuItem>
      <MenuItem
        icon={<IconId size={18} stroke={1.8} aria-hidden="true" />}
        onPick={() => openSheet(incomingId, 'card', false)}
      >
        Kartu disposisi
      </MenuItem>
      <MenuItem
        icon={<IconSitemap size={18} stroke={1.8} aria-hidden="true" />}
        onPick={() => openSheet(incomingId, 'chain', false)}
      >
        Rantai lengkap
      </MenuItem>
      <MenuItem
        icon={<IconStack2 size={18} stroke={1.8} aria-hidden="true" />}
        onPick={() => openSheet(incomingId, 'form', true)}
      >
        Lembar beserta suratnya
      </MenuItem>
    </>
  );
}
