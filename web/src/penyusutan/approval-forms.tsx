import { type SyntheticEvent, useState } from 'react';
import type { Disposal, getExternalApprovalEndpoint } from '../../../server/disposal/contract.ts';
import { fileAddress, useCommand } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { DownloadButton, Button, ErrorNote, FileInput, showToast, TextField } from '../kit/index.ts';
import { CountForm, type Counted } from './count-form.tsx';
import { approveDisposal, confirmApproval, disposalRefresh, recordApproval, signPaper } from './disposal-operations.ts';
import { actNouns } from './disposal-words.ts';
import css from './disposal-screen.module.css';
import { useDisposalCommand } from './use-disposal-command.ts';

/**
 * The word and the signature of who approves, in one press: the count first, then the paper of approval. The proposal is
 * read again between the two, so that a passphrase that was mistyped can be typed again.
 */
export function ApproveForm({ disposal }: { disposal: Disposal }) {
  const approve = useDisposalCommand(approveDisposal);
  const sign = useCommand(signPaper, {
    refresh: disposalRefresh,
    onDone: () => showToast('Persetujuan ditandatangani, sedang diberi cap waktu'),
  });
  const paper = disposal.papers.find(({ kind }) => kind === 'approval');
  const noun = actNouns[disposal.kind];
  const { files, held } = disposal.totals;
  if (paper === undefined || paper.status !== 'open')
    return (
      <p className={css['quiet']}>
        {paper?.status === 'stamping'
          ? 'Tanda tangan persetujuan sedang diperiksa.'
          : 'Surat persetujuan disiapkan setelah daftar dan pertimbangan panitia ditandatangani.'}
      </p>
    );
  const press = async ({ typedCount, passphrase }: Counted) => {
    const body = { version: disposal.version, typedCount, hasRead: true as const };
    await approve.pressAsync({ params: { disposalId: disposal.id }, body });
    await sign.pressAsync({ params: { paperId: paper.id }, body: { version: paper.version, passphrase } });
  };
  return (
    <CountForm
      title={`Setujui ${noun} ${formatCount(files)} berkas`}
      count={files}
      held={held}
      button={`Setujui ${noun}`}
      isGrave={disposal.kind === 'destruction'}
      asks="passphrase"
      pending={approve.pending || sign.pending}
      problem={approve.problem ?? sign.problem}
      onPress={(counted) => void press(counted).catch(() => undefined)}
    >
      {disposal.kind === 'destruction' ? (
        <>
          Persetujuan ditandatangani dengan passphrase Anda. Setelah dimusnahkan, arsip{' '}
          <strong>tidak dapat dikembalikan</strong>.
        </>
      ) : (
        'Persetujuan ditandatangani dengan passphrase Anda.'
      )}
    </CountForm>
  );
}

/** Ten years and more: the letter of the National Archives is recorded by one person. */
export function RecordForm({ disposal }: { disposal: Disposal }) {
  const [number, setNumber] = useState(disposal.externalNumber ?? '');
  const [date, setDate] = useState(disposal.externalDate ?? '');
  const [file, setFile] = useState<File>();
  const record = useDisposalCommand(recordApproval, () =>
    showToast('Persetujuan dicatat, menunggu pemeriksaan orang kedua'),
  );
  const isReady = number.trim().length >= 3 && date !== '' && file !== undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const query = { version: disposal.version, number: number.trim(), date };
    record.press({ params: { disposalId: disposal.id }, query }, { upload: file });
  };
  return (
    <form className={css['box']} onSubmit={submit} noValidate>
      <h2>Catat persetujuan ANRI</h2>
      <p className={css['quiet']}>
        Retensi sepuluh tahun atau lebih memerlukan persetujuan Kepala Arsip Nasional. Orang lain akan memeriksa catatan
        ini dengan pindaiannya.
      </p>
      <TextField label="Nomor surat" value={number} onChange={(event) => setNumber(event.target.value)} />
      <TextField label="Tanggal surat" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
      <FileInput
        label="Pindaian (PDF)"
        accept="application/pdf"
        files={file === undefined ? [] : [file]}
        onChange={([chosen]) => setFile(chosen)}
      />
      {record.problem === null ? null : <ErrorNote problem={record.problem} />}
      <Button type="submit" variant="primary" full pending={record.pending} disabled={!isReady}>
        Catat persetujuan
      </Button>
    </form>
  );
}

export function ConfirmForm({ disposal }: { disposal: Disposal }) {
  const confirm = useDisposalCommand(confirmApproval, () => showToast('Persetujuan diperiksa; penetapan disiapkan'));
  const { files, held } = disposal.totals;
  return (
    <>
      <DownloadButton
        href={fileAddress<typeof getExternalApprovalEndpoint>('/disposals/:disposalId/external-approval', {
          params: { disposalId: disposal.id },
        })}
        full
      >
        Unduh pindaian persetujuan
      </DownloadButton>
      <CountForm
        title="Periksa persetujuan ANRI"
        count={files}
        held={held}
        button="Persetujuan benar"
        isGrave={false}
        pending={confirm.pending}
        problem={confirm.problem}
        onPress={({ typedCount }) =>
          confirm.press({
            params: { disposalId: disposal.id },
            body: { version: disposal.version, typedCount, hasRead: true },
          })
        }
      >
        Nomor {disposal.externalNumber}, tanggal{' '}
        {disposal.externalDate === null ? '–' : formatDate(disposal.externalDate)}. Bandingkan dengan pindaiannya, lalu
        ketik jumlah berkas.
      </CountForm>
    </>
  );
}
