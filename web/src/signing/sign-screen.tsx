import { useParams } from '@tanstack/react-router';
import { useOperation } from '../api/index.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { SignLetter } from './sign-letter.tsx';
import css from './sign-screen.module.css';
import { getCertificate } from './signing-operations.ts';
import { getLetter } from '../letters/letter-operations.ts';

export function SignScreen() {
  const { id } = useParams({ from: '/meja/ttd/$id' });
  const letter = useOperation(getLetter, { params: { letterId: id } });
  const certificate = useOperation(getCertificate, {}, { staleTimeMs: 60_000 });
  const problem = letter.error ?? certificate.error;

  if (letter.data !== undefined && certificate.data !== undefined)
    return <SignLetter key={id} letter={letter.data} certificate={certificate.data.certificate} />;
  return (
    <>
      <PageTitle title="Perlu Tanda Tangan" backTo="/ttd" />
      <div className={css['middle']}>
        {problem === null ? (
          <Skeleton rows={3} height={180} />
        ) : (
          <ErrorNote problem={problem} onRetry={() => void Promise.all([letter.refetch(), certificate.refetch()])} />
        )}
      </div>
    </>
  );
}
