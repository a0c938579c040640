import { IconCircleCheck, IconTrash } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Intake } from '../../../server/intake/contract.ts';
import { useOperation } from '../api/index.ts';
import { ButtonLink, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { LetterProblem } from '../letters/letter-problem.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { getIntake, getRegistrationContext, listIntake } from './intake-operations.ts';
import { RegistrationDesk } from './registration-desk.tsx';
import type { RegistrationValues } from './registration-values.ts';

const title = 'Registrasi surat masuk';
const queuePath = '/agenda/masuk/antrean';

function useQueue() {
  const queue = useOperation(listIntake, { query: { limit: 100 } }, { keepPrevious: true });
  return { items: queue.data?.items ?? [], total: queue.data?.total ?? 0 };
}

function Waiting() {
  return (
    <>
      <PageTitle title={title} backTo={queuePath} context="Antrean pindai" />
      <div style={{ padding: '0 20px' }}>
        <Skeleton rows={7} height={64} />
      </div>
    </>
  );
}

/** The item has left the queue: somebody registered or discarded it. */
function Settled({ intake }: { intake: Intake }) {
  const isRegistered = intake.state === 'registered';
  const Icon = isRegistered ? IconCircleCheck : IconTrash;
  return (
    <>
      <PageTitle title={title} backTo={queuePath} context="Antrean pindai" />
      <EmptyState
        icon={<Icon size={28} stroke={1.8} />}
        title={isRegistered ? 'Berkas ini sudah diregistrasi' : 'Berkas ini sudah dikeluarkan dari antrean'}
        action={
          isRegistered && intake.incomingId !== null ? (
            <ButtonLink to="/agenda/masuk/$id" params={{ id: intake.incomingId }} variant="outline">
              Buka surat
            </ButtonLink>
          ) : (
            <ButtonLink to={queuePath} variant="outline">
              Ke antrean pindai
            </ButtonLink>
          )
        }
      />
    </>
  );
}

/** The next number and the usual desks are asked anew for every letter. */
function useContext(intakeId: string | undefined) {
  return useOperation(getRegistrationContext, { query: { intakeId } }, { staleTimeMs: 0 });
}

/** What is known from the envelope stays; what was read inside goes. */
function withoutScan(values: RegistrationValues): RegistrationValues {
  return { ...values, media: 'paper', subject: '', summary: '', attachmentNote: '' };
}

export function RegistrationScreen() {
  const { intakeId } = useParams({ from: '/meja/agenda/masuk/registrasi/$intakeId' });
  const found = useOperation(getIntake, { params: { intakeId } });
  const context = useContext(intakeId);
  const queue = useQueue();
  const [sealed, setSealed] = useState<RegistrationValues | null>(null);
  const problem = found.error ?? context.error;

  if (sealed !== null && context.data !== undefined)
    return (
      <RegistrationDesk key="sampul" intake={null} context={context.data} queue={queue} start={withoutScan(sealed)} />
    );
  if (found.data !== undefined && (found.data.state === 'registered' || found.data.state === 'discarded'))
    return <Settled intake={found.data} />;
  if (found.data !== undefined && context.data !== undefined)
    return (
      <RegistrationDesk
        key={intakeId}
        intake={found.data}
        context={context.data}
        queue={queue}
        onWithoutScan={setSealed}
      />
    );
  if (problem !== null)
    return (
      <LetterProblem
        problem={problem}
        backTo={queuePath}
        backLabel="Antrean pindai"
        onRetry={() => Promise.all([found.refetch(), context.refetch()])}
      />
    );
  return <Waiting />;
}

/** Paper that stays paper, and sealed envelopes. */
export function PaperRegistrationScreen() {
  const context = useContext(undefined);
  const queue = useQueue();
  const [round, setRound] = useState(1);
  if (context.data !== undefined)
    return (
      <RegistrationDesk
        key={round}
        intake={null}
        context={context.data}
        queue={queue}
        onEmpty={() => setRound(round + 1)}
      />
    );
  if (context.error === null) return <Waiting />;
  return (
    <>
      <PageTitle title={title} backTo={queuePath} context="Antrean pindai" />
      <div style={{ padding: 20 }}>
        <ErrorNote problem={context.error} onRetry={() => void context.refetch()} />
      </div>
    </>
  );
}
