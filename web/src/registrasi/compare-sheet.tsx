import { useState } from 'react';
import type { getIncomingEndpoint, getIncomingPageEndpoint } from '../../../server/incoming/contract.ts';
import type { Duplicate } from '../../../server/registration/contract.ts';
import { fileAddress, operation, useOperation } from '../api/index.ts';
import { formatDate, formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ButtonLink, Chip, ChipRow, Sheet } from '../kit/index.ts';
import css from './compare-sheet.module.css';
import { channelWords } from './registration-values.ts';

const getIncoming = operation<typeof getIncomingEndpoint>('get', '/incoming/:incomingId');

/** The letter that is being registered, as far as it is known. */
export interface LetterInHand {
  number: string;
  letterDate: string;
  sender: string;
  subject: string;
  receivedAt: string;
  /** First page, where there is a scan. */
  pageSrc: string | undefined;
}

interface Row {
  label: string;
  here: string;
  there: string;
}

function dayOf(value: string | null | undefined): string {
  return value === null || value === undefined || value === '' ? '' : formatDate(value);
}

function compareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function rowsOf(inHand: LetterInHand, duplicate: Duplicate, letterDate: string | null | undefined): Row[] {
  return [
    { label: 'Nomor', here: inHand.number, there: duplicate.number },
    { label: 'Tanggal', here: dayOf(inHand.letterDate), there: dayOf(letterDate) },
    { label: 'Asal', here: inHand.sender, there: duplicate.sender },
    { label: 'Hal', here: inHand.subject, there: duplicate.subject },
  ];
}

function FirstPage({ src, alt }: { src: string | undefined; alt: string }) {
  if (src === undefined) return <div className={css['noPage']}>Tidak ada gambar halaman</div>;
  return <img className={css['page']} src={src} alt={alt} loading="lazy" decoding="async" />;
}

function nameOf(duplicate: Duplicate): string {
  return duplicate.agendaNumber === null ? 'Surat terdaftar' : `Agenda ${formatCount(duplicate.agendaNumber)}`;
}

/** The letter in hand beside the registered one; what differs is marked in words and colour. */
function Comparison({ inHand, duplicate }: { inHand: LetterInHand; duplicate: Duplicate }) {
  const found = useOperation(getIncoming, { params: { incomingId: duplicate.incomingId } });
  const registered = found.data;
  const page = registered?.pages[0]?.page;
  const pageSrc =
    page === undefined
      ? undefined
      : fileAddress<typeof getIncomingPageEndpoint>('/incoming/:incomingId/pages/:page', {
          params: { incomingId: duplicate.incomingId, page },
          query: { width: 780 },
        });
  return (
    <>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-read">Bagian</span>
            </th>
            <th scope="col">Surat ini</th>
            <th scope="col">{nameOf(duplicate)}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(inHand, duplicate, registered?.letterDate).map((row) => {
            const differs = compareWords(row.here) !== compareWords(row.there);
            return (
              <tr key={row.label} data-differs={differs ? '' : undefined}>
                <th scope="row">{row.label}</th>
                <td>{row.here === '' ? '–' : row.here}</td>
                <td>
                  {row.there === '' ? '–' : row.there}
                  {differs ? <span className={css['differs']}>Berbeda</span> : null}
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">Diterima</th>
            <td>{formatDateTime(inHand.receivedAt)}</td>
            <td>
              {formatDateTime(duplicate.receivedAt)} {channelWords(duplicate.channel)}
            </td>
          </tr>
        </tbody>
      </table>
      <div className={css['pages']}>
        <FirstPage src={inHand.pageSrc} alt="Halaman pertama surat ini" />
        <FirstPage src={pageSrc} alt={`Halaman pertama ${nameOf(duplicate)}`} />
      </div>
    </>
  );
}

interface CompareSheetProps {
  open: boolean;
  onClose: () => void;
  duplicates: readonly Duplicate[];
  inHand: LetterInHand;
  onNotDuplicate: () => void;
}

export function CompareSheet({ open, onClose, duplicates, inHand, onNotDuplicate }: CompareSheetProps) {
  const [at, setAt] = useState(0);
  const duplicate = duplicates[at] ?? duplicates[0];
  if (duplicate === undefined) return null;
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Bandingkan dengan surat terdaftar"
      wide
      footer={
        <>
          <ButtonLink to="/agenda/masuk/$id" params={{ id: duplicate.incomingId }}>
            Buka surat terdaftar
          </ButtonLink>
          <Button variant="primary" onClick={onNotDuplicate}>
            Bukan duplikat
          </Button>
        </>
      }
    >
      {duplicates.length > 1 ? (
        <div className={css['choice']}>
          <ChipRow label="Surat yang mirip">
            {duplicates.map((one, index) => (
              <Chip key={one.incomingId} selected={one === duplicate} onSelect={() => setAt(index)}>
                {nameOf(one)}
              </Chip>
            ))}
          </ChipRow>
        </div>
      ) : null}
      <div tabIndex={0} role="region" aria-label="Perbandingan">
        <Comparison inHand={inHand} duplicate={duplicate} />
      </div>
    </Sheet>
  );
}
