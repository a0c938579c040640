import { IconHammer } from '@tabler/icons-react';
import { EmptyState } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';

export function SavingsScreen() {
  return (
    <>
      <PageTitle title="Laporan" />
      <EmptyState icon={<IconHammer size={28} stroke={1.8} />} title="Layar ini sedang dibangun" />
    </>
  );
}
