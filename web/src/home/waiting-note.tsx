import { IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Notice } from '../kit/index.ts';

/** Letters whose signing waits for the certificate or timestamp service: never unseen. */
export function WaitingNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice tone="menunggu" icon={<IconHourglass size={20} stroke={1.8} aria-hidden="true" />}>
      {count} surat masih menunggu layanan sertifikat atau cap waktu. <Link to="/ttd">Lihat keadaannya</Link>
    </Notice>
  );
}
