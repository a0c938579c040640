import { IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { exportRecordListEndpoint } from '../../../server/exchange/contract.ts';
import { fileAddress } from '../api/index.ts';
import { DownloadButton, Card, SelectField, TextField } from '../kit/index.ts';
import css from './exchange.module.css';

type List = 'active' | 'inactive' | 'files' | 'items';

const LISTS: readonly { value: List; label: string }[] = [
  { value: 'active', label: 'Daftar arsip aktif' },
  { value: 'inactive', label: 'Daftar arsip inaktif' },
  { value: 'files', label: 'Daftar berkas' },
  { value: 'items', label: 'Daftar isi berkas' },
];
const FORMATS = [
  { format: 'pdf', label: 'PDF', icon: IconFileTypePdf },
  { format: 'xlsx', label: 'Excel', icon: IconFileSpreadsheet },
  { format: 'csv', label: 'CSV', icon: IconFileTypeCsv },
] as const;

/** The official lists of the archivist's unit. */
export function ListsCard() {
  const [list, setList] = useState<List>('active');
  const [year, setYear] = useState('');
  const isYear = /^(18|19|20|21)\d\d$/u.test(year);
  const address = (format: (typeof FORMATS)[number]['format']) =>
    fileAddress<typeof exportRecordListEndpoint>('/record-lists/:list/export', {
      params: { list },
      query: { format, ...(isYear ? { year } : {}) },
    });
  return (
    <Card title="Daftar arsip">
      <div className={css['fields']}>
        <SelectField
          label="Daftar"
          value={list}
          options={LISTS}
          onChange={(event) => setList(event.target.value as List)}
        />
        <TextField
          label="Tahun berkas"
          inputMode="numeric"
          maxLength={4}
          placeholder="Semua tahun"
          value={year}
          error={year === '' || isYear ? undefined : 'Tulis tahun dengan empat angka.'}
          onChange={(event) => setYear(event.target.value.trim())}
        />
      </div>
      <div className={css['foot']}>
        {FORMATS.map(({ format, label, icon: Icon }) => (
          <DownloadButton key={format} href={address(format)} icon={<Icon size={18} stroke={1.8} aria-hidden="true" />}>
            {label}
          </DownloadButton>
        ))}
      </div>
    </Card>
  );
}
