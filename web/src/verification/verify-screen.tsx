import {
  IconArchiveOff,
  IconBan,
  IconCheck,
  IconClock,
  IconHelp,
  IconInfoCircle,
  IconRosetteDiscountCheck,
  type Icon,
} from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { Verification } from '../../../server/verification/contract.ts';
import { isProblem, useOperation } from '../api/index.ts';
import { agencyNow, formatDate, formatDateTime } from '../format/dates.ts';
import { Button } from '../kit/button.tsx';
import { Card, Notice } from '../kit/card.tsx';
import { ErrorNote } from '../kit/error-note.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { CodeForm } from './code-form.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileVerdictCard } from './file-verdict.tsx';
import { LetterCopy } from './letter-copy.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { PublicFrame } from './public-frame.tsx';
import { ScanButton } from './scan-button.tsx';
import { useFileCheck, type FileCheck } from './use-file-check.ts';
import { VerdictCard, type VerdictTone } from './verdict-card.tsx';
import { verify } from './verification-operations.ts';
import css from './verification.module.css';

const looks: Record<Verification['status'], { tone: VerdictTone; icon: Icon; title: string; sentence: string }> = {
  genuine: {
    tone: 'good',
    icon: IconRosetteDiscountCheck,
    title: 'Asli',
    sentence: 'dan tidak berubah sejak ditandatangani.',
  },
  revoked: {
    tone: 'warn',
    icon: IconBan,
    title: 'Sudah dicabut',
    sentence: 'dan tanda tangannya sah, tetapi sudah dicabut. Jangan dipakai lagi sebagai dasar.',
  },
  in_progress: {
    tone: 'warn',
    icon: IconClock,
    title: 'Sedang diproses',
    sentence: 'tetapi penandatanganannya belum selesai. Periksa lagi beberapa menit lagi.',
  },
  destroyed: {
    tone: 'plain',
    icon: IconArchiveOff,
    title: 'Telah dimusnahkan',
    sentence: 'dan sah pada waktunya. Isinya telah dimusnahkan karena masa simpannya habis.',
  },
};

/** Under which minutes the content went. */
function destroyedSentence({ destroyed }: Verification): string {
  const minutes = destroyed?.minutesNumber
    ? ` Telah dimusnahkan sesuai berita acara nomor ${destroyed.minutesNumber}${destroyed.minutesDate === null ? '' : ` tanggal ${formatDate(destroyed.minutesDate)}`}.`
    : '';
  return minutes;
}

const below: Record<Verification['status'], string> = {
  genuine: 'Surat aslinya',
  revoked: 'Surat aslinya sudah dicabut',
  in_progress: 'Surat aslinya sedang diproses',
  destroyed: 'Surat aslinya telah dimusnahkan',
};

function LetterCard({ code, letter, isBelow }: { code: string; letter: Verification; isBelow: boolean }) {
  const look = looks[letter.status];
  return (
    <VerdictCard
      tone={look.tone}
      icon={<look.icon size={32} stroke={1.8} aria-hidden="true" />}
      title={isBelow ? below[letter.status] : look.title}
      sentence={`${letter.type === 'arsip' ? 'Naskah' : 'Surat'} ini diterbitkan ${letter.unitName} ${look.sentence}${destroyedSentence(letter)}`}
      isBelow={isBelow}
    >
      <LetterFacts letter={letter} />
      {letter.canDownload ? <LetterCopy code={code} letter={letter} /> : null}
    </VerdictCard>
  );
}

/** Not found is not forged, and the page says so. */
function NotFound() {
  return (
    <VerdictCard
      tone="plain"
      icon={<IconHelp size={32} stroke={1.8} aria-hidden="true" />}
      title="Tidak ditemukan"
      sentence="Kode ini tidak dikenal di sini. Itu belum berarti suratnya palsu."
    >
      <div className={css['advice']}>
        <p>Yang dapat Anda lakukan:</p>
        <ul>
          <li>Periksa lagi kodenya, huruf demi huruf, atau pindai ulang kode QR-nya.</li>
          <li>Pastikan alamat pada surat sama dengan alamat halaman ini; surat dapat terbit dari sistem lain.</li>
          <li>Unggah berkas PDF-nya: tanda tangan elektroniknya tetap dapat diperiksa.</li>
          <li>Tanyakan kepada penerbit surat lewat kontak resmi, bukan kontak yang tercetak pada surat.</li>
        </ul>
      </div>
    </VerdictCard>
  );
}

function Compare({ check }: { check: FileCheck }) {
  return (
    <Card title="Punya berkas PDF-nya?">
      <p className={css['quiet']}>Cocokkan untuk memastikan berkas di tangan Anda sama persis.</p>
      <FileDrop pending={check.pending} onFile={check.check} />
      {check.problem === null ? null : <ErrorNote problem={check.problem} onRetry={check.again} />}
    </Card>
  );
}

function PaperChecks({ letter }: { letter: Verification }) {
  const checks = [
    'Nomor, tanggal, dan nama penandatangan sama',
    `Alamat halaman ini ${window.location.host}, sama dengan yang tercetak pada surat`,
    letter.canDownload ? 'Isi cetakan sama dengan salinan di sini' : 'Bila ragu, tanyakan isinya kepada penerbit',
  ];
  return (
    <Card title="Bandingkan dengan surat di tangan Anda">
      <ul className={css['checks']}>
        {checks.map((text) => (
          <li key={text}>
            <IconCheck size={18} stroke={2.2} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DemoNotice() {
  return (
    <Notice tone="menunggu" icon={<IconInfoCircle size={20} stroke={1.8} aria-hidden="true" />}>
      Surat demonstrasi: dibuat untuk mencoba Lontar, ditandatangani dengan sertifikat demonstrasi, dan tidak
      berkekuatan hukum.
    </Notice>
  );
}

/** After an upload its verdict comes first; the original stays below, with its download. */
function FileResult({ check, letter }: { check: FileCheck; letter: Verification | undefined }) {
  if (check.result === undefined) return null;
  return (
    <>
      <FileVerdictCard {...check.result} original={letter} />
      <Button onClick={check.close}>Tutup hasil berkas</Button>
    </>
  );
}

function Foot({ letter }: { letter: Verification }) {
  return (
    <>
      <span>Kode {letter.shortCode}</span>
      <span>Diperiksa {formatDateTime(agencyNow())}</span>
      <span>Penerbit {letter.unitName}</span>
    </>
  );
}

export function VerifyScreen() {
  const { kode } = useParams({ from: '/v/$kode' });
  const found = useOperation(verify, { params: { code: kode } }, { staleTimeMs: 0 });
  const check = useFileCheck(kode);
  const letter = found.data;
  const missing = isProblem(found.error, 'not_found', 'invalid_input');

  return (
    <PublicFrame
      title="Periksa keaslian surat"
      agency={letter?.agencyName}
      foot={letter === undefined ? undefined : <Foot letter={letter} />}
    >
      <div className={css['column']}>
        <FileResult check={check} letter={letter} />
        {letter?.isDemo === true ? <DemoNotice /> : null}
        {found.isPending ? <Skeleton rows={6} height={64} /> : null}
        {letter === undefined ? null : <LetterCard code={kode} letter={letter} isBelow={check.result !== undefined} />}
        {missing ? <NotFound /> : null}
        {found.error === null || missing ? null : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
      <div className={css['column']}>
        <Compare check={check} />
        {letter === undefined ? null : <PaperChecks letter={letter} />}
        <Card title="Periksa surat lain">
          <CodeForm />
        </Card>
        <ScanButton label="Pindai kode QR" />
      </div>
    </PublicFrame>
  );
}
