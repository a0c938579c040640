import { IconDownload } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import type { getLetterPdfEndpoint, Letter } from '../../../server/letters/contract.ts';
import { fileAddress, useCommand } from '../api/index.ts';
import { Button, DownloadButton, ErrorNote, Sheet, showToast, TextField } from '../kit/index.ts';
import { recordPrint } from './letter-operations.ts';
import css from './letter.module.css';

const mostCopies = 500;

interface PrintSheetProps {
  letter: Letter;
  open: boolean;
  onClose: () => void;
}

/** Paper is printed from the PDF, and counted, so that the savings stay honest. */
export function PrintSheet({ letter, open, onClose }: PrintSheetProps) {
  const [copies, setCopies] = useState('1');
  const command = useCommand(recordPrint, {
    onDone: ({ sheets }) => {
      showToast(`${sheets} lembar cetakan dicatat`);
      onClose();
    },
  });
  const count = /^\d+$/u.test(copies.trim()) ? Number(copies) : 0;
  const isValid = count >= 1 && count <= mostCopies;
  const pages = letter.pageCount ?? 0;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isValid) command.press({ params: { letterId: letter.id }, body: { copies: count } });
  };

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Cetak surat"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" type="submit" form="cetak" pending={command.pending} disabled={!isValid}>
            Catat cetakan
          </Button>
        </>
      }
    >
      <form id="cetak" className={css['print']} onSubmit={submit} noValidate>
        <p>Unduh PDF, cetak dari pembaca PDF Anda, lalu catat jumlahnya di sini.</p>
        <DownloadButton
          variant="outline"
          icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
          href={fileAddress<typeof getLetterPdfEndpoint>('/letters/:letterId/pdf', { params: { letterId: letter.id } })}
        >
          Unduh PDF untuk dicetak
        </DownloadButton>
        <TextField
          label="Berapa salinan yang dicetak?"
          inputMode="numeric"
          autoComplete="off"
          value={copies}
          error={isValid ? command.problem?.field('copies') : `Isi angka 1 sampai ${mostCopies}.`}
          hint={
            isValid
              ? `${count * pages} lembar (${pages} halaman), dikurangkan dari laporan penghematan unit Anda.`
              : undefined
          }
          onChange={(event) => setCopies(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </form>
    </Sheet>
  );
}
