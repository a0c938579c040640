import type { LetterStatus } from '../letters/states.ts';
import type { SigningProgress } from './contract.ts';

/** What the rows say about one signing; instants as ISO text. */
export interface SigningFacts {
  letterId: string;
  letterStatus: LetterStatus;
  number: string | null;
  state: 'numbered' | 'typeset' | 'sealed' | 'accepted' | 'failed' | 'lost';
  startedAt: string;
  typesetAt: string | null;
  pageCount: number | null;
  sealedAt: string | null;
  acceptedAt: string | null;
  failureCode: string | null;
  waitingFor: 'signing_service' | 'timestamp_service' | null;
  waitingSince: string | null;
  nextTryAt: string | null;
  /** Null until delivery is made. */
  deliveredAt: string | null;
  pendingRecipients: number;
  failedRecipients: number;
}

type Step = SigningProgress['steps'][number];

const WAITING_REASONS = {
  signing_service:
    'Layanan tanda tangan belum menjawab. Surat dicoba lagi dengan sendirinya; nomor dan isinya sudah aman.',
  timestamp_service:
    'Layanan cap waktu belum menjawab. Surat sudah ditandatangani dan akan dilanjutkan dengan sendirinya begitu layanan pulih.',
} as const;

const FAILURES: Record<string, string> = {
  secret_expired:
    'Passphrase sudah tidak tersimpan (lewat 5 menit). Nomor surat tetap; buka surat dan tanda tangani lagi.',
  secret_lost:
    'Sistem sempat mati sehingga passphrase tidak tersimpan. Nomor surat tetap; buka surat dan tanda tangani lagi.',
  wrong_passphrase:
    'Passphrase ditolak penyedia tanda tangan. Nomor surat tetap; periksa passphrase, lalu tanda tangani lagi.',
  signing_service: 'Layanan tanda tangan tidak menjawab. Nomor surat tetap; tanda tangani lagi beberapa saat lagi.',
  signing_refused: 'Berkas tidak dapat ditandatangani. Nomor surat tetap; hubungi administrator.',
  certificate_revoked: 'Sertifikat elektronik sudah dicabut. Nomor surat tetap; hubungi administrator.',
  typeset_failed: 'Naskah tidak dapat disusun menjadi PDF. Nomor surat tetap; kembalikan surat kepada konseptor.',
  self_check_failed: 'Hasil tanda tangan tidak lolos pemeriksaan sistem. Nomor surat tetap; tanda tangani lagi.',
};

/** Why a signing ended without a signed letter, for the signatory. */
export function failureText(code: string): string {
  return FAILURES[code] ?? 'Penandatanganan tidak berhasil. Nomor surat tetap; tanda tangani lagi.';
}

/** The five steps the signatory watches, from what has been written so far. */
export function deriveProgress(facts: SigningFacts): SigningProgress {
  const steps = [numberStep(facts), typesetStep(facts), signStep(facts), timestampStep(facts), deliverStep(facts)];
  const hasFailed = facts.state === 'failed';
  const current = steps.find((step) => step.status !== 'done');
  if (current) current.status = currentStatus(facts);
  return {
    letterId: facts.letterId,
    letterStatus: facts.letterStatus,
    number: facts.number,
    startedAt: facts.startedAt,
    steps,
    waitingReason: facts.waitingFor === null ? null : WAITING_REASONS[facts.waitingFor],
    isFinished: hasFailed || (facts.deliveredAt !== null && facts.pendingRecipients === 0),
    failure: hasFailed ? failureText(facts.failureCode ?? '') : null,
  };
}

/** How the first step that is not done stands. */
function currentStatus(facts: SigningFacts): Step['status'] {
  if (facts.state === 'failed') return 'failed';
  return facts.waitingFor === null ? 'running' : 'waiting';
}

function numberStep(facts: SigningFacts): Step {
  return doneStep('number', facts.startedAt, null, `Nomor ${facts.number ?? ''}`.trim());
}

function typesetStep(facts: SigningFacts): Step {
  if (facts.typesetAt === null) return openStep('typeset', 'Naskah disusun menjadi PDF/A');
  return doneStep('typeset', facts.typesetAt, facts.startedAt, `PDF/A, ${facts.pageCount ?? 0} halaman`);
}

function signStep(facts: SigningFacts): Step {
  if (facts.sealedAt === null) return openStep('sign', 'Tanda tangan elektronik dibubuhkan');
  return doneStep('sign', facts.sealedAt, facts.typesetAt, 'Tanda tangan elektronik terbubuh dan tersimpan');
}

function timestampStep(facts: SigningFacts): Step {
  if (facts.acceptedAt !== null)
    return doneStep('timestamp', facts.acceptedAt, facts.sealedAt, 'Cap waktu terpasang, hasil diperiksa dan disimpan');
  if (facts.waitingFor !== 'timestamp_service') return openStep('timestamp', 'Cap waktu dan pemeriksaan hasil');
  return { ...openStep('timestamp', 'Menunggu layanan cap waktu'), at: facts.waitingSince };
}

function deliverStep(facts: SigningFacts): Step {
  if (facts.acceptedAt === null) return openStep('deliver', 'Surat dikirim kepada penerima');
  if (facts.deliveredAt === null) return openStep('deliver', 'Surat dikirim kepada penerima');
  if (facts.pendingRecipients > 0)
    return {
      ...openStep('deliver', `Menunggu surel untuk ${facts.pendingRecipients} penerima luar`),
      at: facts.deliveredAt,
    };
  const detail =
    facts.failedRecipients > 0
      ? `Terkirim; ${facts.failedRecipients} penerima perlu ditangani lewat ekspedisi`
      : 'Terkirim kepada semua penerima';
  return doneStep('deliver', facts.deliveredAt, facts.acceptedAt, detail);
}

function openStep(step: Step['step'], detail: string): Step {
  return { step, status: 'waiting', at: null, durationMs: null, detail };
}

function doneStep(step: Step['step'], at: string, since: string | null, detail: string): Step {
  const durationMs = since === null ? null : Math.max(0, Date.parse(at) - Date.parse(since));
  return { step, status: 'done', at, durationMs, detail };
}
