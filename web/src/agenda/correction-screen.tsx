import { IconLock } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { getIncomingPageEndpoint, Incoming } from '../../../server/incoming/contract.ts';
import { fileAddress, useCommand, useOperation } from '../api/index.ts';
import { formatShortDate, formatTime, zoneName } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { ActionBar, ActionRow, Button, ErrorNote, Notice, showToast, Skeleton, TextField } from '../kit/index.ts';
import { LetterProblem } from '../letters/letter-problem.tsx';
import type { FieldProps } from '../registrasi/field-props.ts';
import { getRegistrationContext } from '../registrasi/intake-operations.ts';
import { RegistrationForm } from '../registrasi/registration-form.tsx';
import {
  channelLabel,
  findGaps,
  isSealed,
  toContent,
  valuesOf,
  type RegistrationContext,
  type RegistrationValues,
} from '../registrasi/registration-values.ts';
import { ScanPane } from '../registrasi/scan-pane.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { correctIncoming, getIncoming } from './agenda-operations.ts';
import css from './registry.module.css';

interface CorrectionProps {
  incoming: Incoming;
  context: RegistrationContext;
}

function useCorrection(incoming: Incoming) {
  const navigate = useNavigate();
  const [values, setValues] = useState<RegistrationValues>(() => valuesOf(incoming));
  const [reason, setReason] = useState('');
  const leave = () => void navigate({ to: '/agenda/masuk/$id', params: { id: incoming.id } });
  const command = useCommand(correctIncoming, {
    onDone: () => {
      showToast('Koreksi tersimpan');
      leave();
    },
  });
  const gaps = findGaps(values);
  const isReady = reason.trim().length >= 3 && Object.keys(gaps).length === 0;
  const form: FieldProps = {
    values,
    change: (part) => setValues((known) => ({ ...known, ...part })),
    proposals: {},
    edits: { checked: [] },
    onChecked: () => undefined,
    active: null,
    onActive: () => undefined,
    errorOf: (path) =>
      (path === 'subject' || path === 'senderTitle' ? gaps[path] : undefined) ??
      command.problem?.field(`content.${path}`),
  };
  const save = () => {
    if (!isReady) return;
    command.press({
      params: { incomingId: incoming.id },
      body: { version: incoming.version, content: toContent(values), reason },
    });
  };
  return { form, reason, setReason, save, leave, isReady, command };
}

function Correction({ incoming, context }: CorrectionProps) {
  const { form, reason, setReason, save, leave, isReady, command } = useCorrection(incoming);
  useKeys({ 'Ctrl+Enter': command.pending ? undefined : save });
  const pages = incoming.pages.map(({ page, widthPx, heightPx }) => ({
    src: fileAddress<typeof getIncomingPageEndpoint>('/incoming/:incomingId/pages/:page', {
      params: { incomingId: incoming.id, page },
    }),
    widthPx,
    heightPx,
  }));
  const hasScan = pages.length > 0 && !isSealed(form.values);

  return (
    <div className={css['screen']}>
      <PageTitle
        title="Koreksi data surat"
        backTo={`/agenda/masuk/${incoming.id}`}
        context="Registrasi surat masuk"
        meta={incoming.agendaNumber === null ? incoming.subject : `Agenda ${formatCount(incoming.agendaNumber)}`}
      />
      <div className={css['correction']} data-scan={hasScan ? '' : undefined}>
        {hasScan ? (
          <div className={css['scan']}>
            <ScanPane pages={pages} title={incoming.subject} />
          </div>
        ) : null}
        <div className={css['write']}>
          <div className={css['form']}>
            <TextField
              label="Alasan koreksi"
              autoComplete="off"
              placeholder="Misalnya: nomor salah baca"
              hint="Data yang lama tetap tersimpan bersama alasan ini."
              value={reason}
              error={command.problem?.field('reason')}
              onChange={(event) => setReason(event.target.value)}
            />
            {incoming.isContentHidden ? (
              <Notice tone="menunggu" icon={<IconLock size={20} stroke={1.8} aria-hidden="true" />}>
                <strong>Isi surat ini tidak terbuka bagi Anda.</strong> Hal dan isi ringkasnya tetap seperti tercatat,
                dan klasifikasi keamanannya tidak dapat diturunkan. Data lainnya dapat diperbaiki.
              </Notice>
            ) : null}
            {command.problem === null ? null : <ErrorNote problem={command.problem} />}
            <RegistrationForm
              form={form}
              context={context}
              hiddenClass={incoming.isContentHidden ? incoming.securityClass : undefined}
              received={{
                at: `${formatShortDate(incoming.receivedAt)}, ${formatTime(incoming.receivedAt)} ${zoneName()}`,
                note: channelLabel(incoming.channel),
              }}
            />
          </div>
          <div className={css['foot']}>
            <ActionBar>
              <ActionRow>
                <Button onClick={leave}>Batal</Button>
                <Button
                  variant="primary"
                  hint="Ctrl Enter"
                  pending={command.pending}
                  disabled={!isReady}
                  onClick={save}
                >
                  Simpan koreksi
                </Button>
              </ActionRow>
            </ActionBar>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The same form as at registration, over a letter that has its number. */
export function CorrectionScreen() {
  const { id } = useParams({ from: '/meja/agenda/masuk/$id/koreksi' });
  const found = useOperation(getIncoming, { params: { incomingId: id } });
  const context = useOperation(getRegistrationContext, { query: {} });
  const problem = found.error ?? context.error;
  if (found.data !== undefined && context.data !== undefined)
    return <Correction incoming={found.data} context={context.data} />;
  if (problem !== null)
    return (
      <LetterProblem
        problem={problem}
        backTo="/agenda/masuk"
        backLabel="Agenda Masuk"
        onRetry={() => Promise.all([found.refetch(), context.refetch()])}
      />
    );
  return (
    <div className={css['waiting']}>
      <Skeleton rows={6} height={64} />
    </div>
  );
}
