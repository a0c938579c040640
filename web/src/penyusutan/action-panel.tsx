import { useState } from 'react';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { PANEL_ROLES, type PartyRole, WITNESS_ROLES } from '../../../server/disposal/states.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ErrorNote, Notice, showToast } from '../kit/index.ts';
import { ApproveForm, ConfirmForm, RecordForm } from './approval-forms.tsx';
import { CountForm } from './count-form.tsx';
import { assessDisposal, attendDestruction, executeDisposal, submitDisposal } from './disposal-operations.ts';
import { actNouns, partiesNoun } from './disposal-words.ts';
import css from './disposal-screen.module.css';
import { useDisposalCommand } from './use-disposal-command.ts';
import { SignForm } from './paper-card.tsx';
import { PartiesForm } from './parties-form.tsx';
import { PeopleCard } from './people-card.tsx';
import type { ReasonAction } from './reason-sheet.tsx';

function AssessForm({ disposal }: { disposal: Disposal }) {
  const assess = useDisposalCommand(assessDisposal, () => showToast('Pertimbangan Anda tercatat'));
  const noun = actNouns[disposal.kind];
  const { files, held } = disposal.totals;
  const route =
    disposal.route === 'national_archive'
      ? 'Retensi sepuluh tahun atau lebih, sehingga usulan diteruskan kepada Kepala ANRI.'
      : disposal.route === 'regional_head'
        ? 'Retensi di bawah 10 tahun, sehingga usulan diteruskan kepada kepala daerah.'
        : 'Usulan diteruskan kepada lembaga kearsipan daerah.';
  return (
    <CountForm
      title={`Setujui ${noun} ${formatCount(files)} berkas`}
      count={files}
      held={held}
      button={`Setujui ${noun}`}
      isGrave={disposal.kind === 'destruction'}
      asks="consideration"
      pending={assess.pending}
      problem={assess.problem}
      onPress={({ typedCount, consideration }) =>
        assess.press({
          params: { disposalId: disposal.id },
          body: { version: disposal.version, typedCount, hasRead: true, consideration },
        })
      }
    >
      {route}
      {disposal.kind === 'destruction' ? (
        <>
          {' '}
          Setelah dimusnahkan, arsip <strong>tidak dapat dikembalikan</strong>.
        </>
      ) : null}
    </CountForm>
  );
}

function AttendForm({ disposal }: { disposal: Disposal }) {
  const attend = useDisposalCommand(attendDestruction, () => showToast('Kehadiran Anda tercatat'));
  const { files, held } = disposal.totals;
  return (
    <CountForm
      title="Nyatakan hadir sebagai saksi"
      count={files}
      held={held}
      button="Saya hadir menyaksikan"
      isGrave={false}
      pending={attend.pending}
      problem={attend.problem}
      onPress={({ typedCount }) =>
        attend.press({
          params: { disposalId: disposal.id },
          body: { version: disposal.version, typedCount, hasRead: true },
        })
      }
    >
      Pemusnahan dimulai setelah kedua saksi menyatakan hadir. Anda ikut menandatangani berita acaranya.
    </CountForm>
  );
}

function ExecuteForm({ disposal }: { disposal: Disposal }) {
  const execute = useDisposalCommand(executeDisposal, () =>
    showToast('Pemusnahan berjalan; berita acara disiapkan setelah selesai'),
  );
  const { files, held } = disposal.totals;
  const absent = disposal.parties.some(({ role, verdict }) => WITNESS_ROLES.includes(role) && verdict === null);
  if (absent) return <p className={css['quiet']}>Menunggu kedua saksi menyatakan hadir.</p>;
  return (
    <CountForm
      title={`Musnahkan ${formatCount(files)} berkas`}
      count={files}
      held={held}
      button="Musnahkan sekarang"
      isGrave
      asks="passphrase"
      pending={execute.pending}
      problem={execute.problem}
      onPress={({ typedCount, passphrase }) =>
        execute.press({
          params: { disposalId: disposal.id },
          body: { version: disposal.version, typedCount, hasRead: true, passphrase },
        })
      }
    >
      Isi, lampiran, pindaian, dan salinannya dihapus dari penyimpanan. Yang tersisa hanya metadata dan nilai hash.
      Arsip <strong>tidak dapat dikembalikan</strong>.
    </CountForm>
  );
}

function DraftForm({ disposal }: { disposal: Disposal }) {
  const submit = useDisposalCommand(submitDisposal, () =>
    showToast('Usulan diajukan; daftarnya disiapkan untuk ditandatangani'),
  );
  return (
    <div className={css['box']}>
      <h2>Ajukan usulan</h2>
      <p className={css['quiet']}>
        Setelah diajukan, daftar mengambil nomor dan pejabat yang dipilih dapat menilai dan menandatanganinya.
      </p>
      {submit.problem === null ? null : <ErrorNote problem={submit.problem} />}
      <Button
        variant="primary"
        full
        pending={submit.pending}
        disabled={disposal.totals.files === 0}
        onClick={() => submit.press({ params: { disposalId: disposal.id }, body: { version: disposal.version } })}
      >
        Ajukan {formatCount(disposal.totals.files)} berkas
      </Button>
    </div>
  );
}

function Main({ disposal }: { disposal: Disposal }) {
  const can = (action: Disposal['actions'][number]) => disposal.actions.includes(action);
  const paper = disposal.papers.find(({ canSign, kind }) => canSign && kind !== 'approval');
  return (
    <>
      {paper === undefined ? null : <SignForm key={`${paper.id} ${paper.version}`} paper={paper} />}
      {can('submit') ? <DraftForm disposal={disposal} /> : null}
      {can('assess') ? <AssessForm disposal={disposal} /> : null}
      {can('approve') ? <ApproveForm disposal={disposal} /> : null}
      {can('record_approval') ? <RecordForm disposal={disposal} /> : null}
      {can('confirm_approval') ? <ConfirmForm disposal={disposal} /> : null}
      {can('attend') ? <AttendForm disposal={disposal} /> : null}
      {can('execute') ? <ExecuteForm disposal={disposal} /> : null}
      {disposal.state === 'executing' ? <Notice tone="segera">Pemusnahan sedang berjalan.</Notice> : null}
    </>
  );
}

const takeBacks: readonly { action: Exclude<ReasonAction, 'exclude'>; label: string }[] = [
  { action: 'return', label: 'Kembalikan' },
  { action: 'withdraw', label: 'Tarik usulan' },
  { action: 'cancel', label: 'Batalkan usulan' },
];

const heads: readonly PartyRole[] = ['processing_head', 'records_head', 'creator_head', 'receiver'];

/** The right column: who takes part, what this desk may do, and the ways back. */
export function ActionPanel({
  disposal,
  chosenCount,
  onReason,
}: {
  disposal: Disposal;
  chosenCount: number;
  onReason: (action: ReasonAction) => void;
}) {
  const [isNaming, setNaming] = useState(false);
  const { state, actions } = disposal;
  const mayName = actions.includes('set_parties');
  return (
    <aside className={css['panel']} aria-label="Panitia dan tindakan">
      <PeopleCard title="Panitia penilai" disposal={disposal} roles={PANEL_ROLES} isAsked={state === 'assessment'} />
      {state === 'draft' || state === 'assessment' ? null : (
        <PeopleCard
          title="Pelaksana dan saksi"
          disposal={disposal}
          roles={['executor', ...WITNESS_ROLES]}
          isAsked={state === 'decreed'}
        />
      )}
      {disposal.kind === 'transfer' || state === 'draft' ? (
        <PeopleCard title="Pejabat" disposal={disposal} roles={heads} isAsked={false} />
      ) : null}
      {mayName ? (
        <Button full onClick={() => setNaming(true)}>
          {state === 'draft' ? `Pilih ${partiesNoun[disposal.kind]}` : 'Ganti pelaksana atau saksi'}
        </Button>
      ) : null}
      <Main disposal={disposal} />
      <div className={css['ways']}>
        {takeBacks
          .filter(({ action }) => actions.includes(action))
          .map(({ action, label }) => (
            <Button key={action} onClick={() => onReason(action)}>
              {label}
            </Button>
          ))}
        {actions.includes('exclude') ? (
          <Button disabled={chosenCount === 0} onClick={() => onReason('exclude')}>
            {chosenCount === 0 ? 'Keluarkan berkas' : `Keluarkan ${formatCount(chosenCount)} berkas`}
          </Button>
        ) : null}
      </div>
      {mayName ? (
        <PartiesForm key={disposal.version} disposal={disposal} open={isNaming} onClose={() => setNaming(false)} />
      ) : null}
    </aside>
  );
}
