import { IconShieldCheck } from '@tabler/icons-react';
import type { Desk } from '../../../server/organisation/contract.ts';
import type { Letter, Recipient } from '../../../server/letters/contract.ts';
import { formatDate, formatDateTime, formatDateTimeSeconds } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Card, DataList, DataRow } from '../kit/index.ts';
import css from './data-tab.module.css';

const typeNames = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' } as const;
const gradeNames = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat segera' } as const;
const securityNames = { B: 'Biasa (terbuka)', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' } as const;

function deskTitle(desk: Desk | null): string {
  if (desk === null) return 'Belum dipilih';
  return `${desk.actingKind === null ? '' : `${desk.actingKind === 'plt' ? 'Plt.' : 'Plh.'} `}${desk.title}`;
}

function Names({ recipients }: { recipients: readonly Recipient[] }) {
  return (
    <ul className={css['names']}>
      {recipients.map((recipient) => (
        <li key={recipient.id}>
          {recipient.name}
          {recipient.place === '' ? '' : `, ${recipient.place}`}
          {recipient.email === '' ? null : <span className={css['mail']}>{recipient.email}</span>}
        </li>
      ))}
    </ul>
  );
}

function Contents({ letter }: { letter: Letter }) {
  const to = letter.recipients.filter((one) => one.role === 'to');
  const cc = letter.recipients.filter((one) => one.role === 'cc');
  return (
    <Card flush title="Data surat">
      <DataList divided>
        <DataRow label="Jenis naskah">{typeNames[letter.type]}</DataRow>
        <DataRow label="Hal">{letter.subject}</DataRow>
        <DataRow label="Nomor">{letter.number ?? 'Diberikan saat TTE'}</DataRow>
        <DataRow label="Tanggal surat">
          {letter.letterDate === null ? 'Tanggal saat TTE' : formatDate(letter.letterDate)}
        </DataRow>
        <DataRow label="Sifat">{gradeNames[letter.handlingGrade]}</DataRow>
        <DataRow label="Keamanan">{securityNames[letter.securityClass]}</DataRow>
        <DataRow label="Klasifikasi" note={letter.classification?.name}>
          {letter.classification?.code ?? 'Belum dipilih'}
        </DataRow>
        {letter.dueDate === null ? null : <DataRow label="Tenggat">{formatDate(letter.dueDate)}</DataRow>}
        <DataRow label="Tujuan">
          <Names recipients={to} />
        </DataRow>
        {cc.length === 0 ? null : (
          <DataRow label="Tembusan">
            <Names recipients={cc} />
          </DataRow>
        )}
      </DataList>
    </Card>
  );
}

function Making({ letter }: { letter: Letter }) {
  return (
    <Card flush title="Pembuatan">
      <DataList divided>
        <DataRow label="Konseptor" note={letter.drafter.title}>
          {letter.drafter.name}
        </DataRow>
        <DataRow label="Unit">{letter.unitName}</DataRow>
        <DataRow label="Dibuat">{formatDateTime(letter.createdAt)}</DataRow>
        <DataRow label="Versi isi">{letter.contentVersion}</DataRow>
        <DataRow label="Penanda tangan" note={letter.signatory?.holderName ?? undefined}>
          {deskTitle(letter.signatory)}
        </DataRow>
        {letter.onBehalfOf === null ? null : <DataRow label="Atas nama">{letter.onBehalfOf.title}</DataRow>}
      </DataList>
    </Card>
  );
}

function Signature({ letter }: { letter: Letter }) {
  if (letter.signedAt === null) return null;
  return (
    <Card flush title="Tanda tangan elektronik">
      <DataList divided>
        <DataRow label="Waktu">{formatDateTimeSeconds(letter.signedAt)}</DataRow>
        {letter.signatureLevel === null ? null : <DataRow label="Tingkat">{letter.signatureLevel}</DataRow>}
        {letter.pageCount === null ? null : (
          <DataRow label="Berkas PDF">
            {letter.pageCount} halaman{letter.sizeBytes === null ? '' : ` · ${formatSize(letter.sizeBytes)}`}
          </DataRow>
        )}
        {letter.signedSha256 === null ? null : (
          <DataRow label="SHA-256 PDF">
            <span className={css['hash']}>{letter.signedSha256}</span>
          </DataRow>
        )}
        {letter.shortCode === null ? null : <DataRow label="Kode periksa">{letter.shortCode}</DataRow>}
      </DataList>
      {letter.verificationPath === null ? null : (
        <p className={css['check']}>
          <a href={letter.verificationPath} target="_blank" rel="noopener">
            <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
            Buka halaman pemeriksaan keaslian
          </a>
        </p>
      )}
    </Card>
  );
}

export function DataTab({ letter }: { letter: Letter }) {
  return (
    <div className={css['columns']}>
      <Contents letter={letter} />
      <div className={css['column']}>
        <Making letter={letter} />
        <Signature letter={letter} />
      </div>
    </div>
  );
}
