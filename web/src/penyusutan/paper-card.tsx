import { IconDownload, IconEye, IconSignature } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import type { getPaperPageEndpoint, getPaperPdfEndpoint, OfficialPaper } from '../../../server/disposal/contract.ts';
import { fileAddress, useCommand } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import {
  DownloadButton,
  Badge,
  Button,
  Card,
  ErrorNote,
  Notice,
  PasswordField,
  Sheet,
  showToast,
} from '../kit/index.ts';
import { disposalRefresh, signPaper } from './disposal-operations.ts';
import css from './paper-card.module.css';

function statusText(paper: OfficialPaper): string {
  if (paper.status === 'preparing') return 'Sedang disusun';
  if (paper.isWaitingForTimestamp) return 'Menunggu layanan cap waktu';
  if (paper.status === 'stamping') return 'Tanda tangan diperiksa';
  const signed = paper.signatories.filter(({ status }) => status === 'signed').length;
  return paper.status === 'signed' ? 'Ditandatangani' : `${signed} dari ${paper.signatories.length} tanda tangan`;
}

function Pages({ paper }: { paper: OfficialPaper }) {
  return (
    <div className={css['pages']} tabIndex={0} role="region" aria-label={`Halaman ${paper.title}`}>
      {Array.from({ length: paper.pageCount ?? 0 }, (_, index) => (
        <img
          key={`${paper.version} ${index}`}
          src={fileAddress<typeof getPaperPageEndpoint>('/papers/:paperId/pages/:page', {
            params: { paperId: paper.id, page: index + 1 },
            query: { v: paper.version },
          })}
          alt={`${paper.title}, halaman ${index + 1}`}
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
}

/** Who signs, in order, with whose turn it is. */
function Signatories({ paper }: { paper: OfficialPaper }) {
  return (
    <ol className={css['signatories']}>
      {paper.signatories.map((one) => (
        <li key={one.ordinal} data-signed={one.status === 'signed' ? '' : undefined}>
          <span>{one.name}</span>
          <span className={css['quiet']}>
            {one.caption.replace(/,$/u, '')}
            {one.signedAt === null ? '' : ` · ${formatDate(one.signedAt)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function SignForm({ paper }: { paper: OfficialPaper }) {
  const [passphrase, setPassphrase] = useState('');
  const sign = useCommand(signPaper, {
    refresh: disposalRefresh,
    onDone: () => showToast('Tanda tangan diterima, sedang diberi cap waktu'),
  });
  const isWrong = sign.problem?.code === 'wrong_passphrase';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (passphrase === '' || sign.pending) return;
    sign.press({ params: { paperId: paper.id }, body: { version: paper.version, passphrase } });
    setPassphrase('');
  };
  return (
    <form className={css['sign']} onSubmit={submit} noValidate>
      <h2>Tanda tangani {paper.title}</h2>
      <p className={css['quiet']}>
        Baca naskahnya lebih dahulu. Tanda tangan ditambahkan di atas tanda tangan sebelumnya.
      </p>
      {paper.failure === null ? null : <Notice tone="segera">{paper.failure}</Notice>}
      <PasswordField
        label="Passphrase"
        secretName="passphrase"
        autoComplete="off"
        hint="Boleh ditempel. Tidak dicatat di mana pun."
        value={passphrase}
        error={isWrong ? sign.problem?.message : undefined}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      {sign.problem === null || isWrong ? null : <ErrorNote problem={sign.problem} />}
      <Button
        type="submit"
        variant="primary"
        full
        icon={<IconSignature size={20} stroke={1.8} aria-hidden="true" />}
        pending={sign.pending}
        disabled={passphrase === ''}
      >
        Tanda tangani
      </Button>
    </form>
  );
}

function PaperRow({ paper, onOpen }: { paper: OfficialPaper; onOpen: () => void }) {
  const isReadable = paper.status !== 'preparing';
  return (
    <li className={css['row']}>
      <div className={css['text']}>
        <span className={css['title']}>{paper.title}</span>
        <span className={css['quiet']}>
          Nomor {paper.number} · {formatDate(paper.date)}
        </span>
        <Signatories paper={paper} />
      </div>
      <div className={css['aside']}>
        <Badge tone={paper.status === 'signed' ? 'selesai' : 'menunggu'}>{statusText(paper)}</Badge>
        {isReadable ? (
          <div className={css['buttons']}>
            <Button size="small" icon={<IconEye size={16} stroke={1.8} aria-hidden="true" />} onClick={onOpen}>
              Lihat
            </Button>
            <DownloadButton
              size="small"
              href={fileAddress<typeof getPaperPdfEndpoint>('/papers/:paperId/pdf', { params: { paperId: paper.id } })}
              icon={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}
            >
              PDF
            </DownloadButton>
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** The official papers of a proposal with who has signed them. */
export function PaperCard({ papers }: { papers: readonly OfficialPaper[] }) {
  const [openId, setOpenId] = useState<string>();
  const open = papers.find(({ id }) => id === openId);
  if (papers.length === 0) return null;
  return (
    <Card title="Naskah resmi" flush>
      <ul>
        {[...papers].reverse().map((paper) => (
          <PaperRow key={paper.id} paper={paper} onOpen={() => setOpenId(paper.id)} />
        ))}
      </ul>
      <Sheet open={open !== undefined} onClose={() => setOpenId(undefined)} title={open?.title ?? ''} wide>
        {open === undefined ? null : <Pages paper={open} />}
      </Sheet>
    </Card>
  );
}

/** The newest paper on paper, as it stands now. */
export function PaperPreview({ paper }: { paper: OfficialPaper }) {
  if (paper.status === 'preparing') return null;
  return (
    <figure className={css['preview']}>
      <img
        src={fileAddress<typeof getPaperPageEndpoint>('/papers/:paperId/pages/:page', {
          params: { paperId: paper.id, page: 1 },
          query: { v: paper.version },
        })}
        alt={`${paper.title}, halaman 1`}
        loading="lazy"
        decoding="async"
      />
      <figcaption className="meta">
        {paper.title}, nomor {paper.number}
      </figcaption>
    </figure>
  );
}
