import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { exportSrikandiEndpoint } from '../../../server/exchange/contract.ts';
import { fileAddress } from '../api/index.ts';
import { agencyToday } from '../format/dates.ts';
import { DownloadButton, Card, DayField } from '../kit/index.ts';
import css from './exchange.module.css';

/** Letters with the columns of SRIKANDI's forms. */
export function SrikandiCard() {
  const [from, setFrom] = useState(`${agencyToday().slice(0, 4)}-01-01`);
  const [to, setTo] = useState(agencyToday());
  const address = (book: 'incoming' | 'outgoing') =>
    fileAddress<typeof exportSrikandiEndpoint>('/srikandi/:book/export', { params: { book }, query: { from, to } });
  const icon = <IconDownload size={18} stroke={1.8} aria-hidden="true" />;
  return (
    <Card title="Naskah untuk SRIKANDI">
      <p className={css['lead']}>CSV dengan kolom naskah SRIKANDI. Hal dan ringkasan surat rahasia tidak disertakan.</p>
      <div className={css['fields']}>
        <DayField label="Dari tanggal" value={from} onChange={setFrom} />
        <DayField label="Sampai tanggal" value={to} onChange={setTo} />
      </div>
      <div className={css['foot']}>
        <DownloadButton href={address('incoming')} icon={icon}>
          Naskah masuk
        </DownloadButton>
        <DownloadButton href={address('outgoing')} icon={icon}>
          Naskah keluar
        </DownloadButton>
      </div>
    </Card>
  );
}
