import { MailIntakeError } from './parse-message-in-child.ts';

const BY_CODE: readonly (readonly [codes: string, sentence: string])[] = [
  [
    'ENOTFOUND EAI_AGAIN EAI_FAIL EAI_NODATA',
    'Alamat server surel tidak dikenal. Periksa nama server dan sambungan DNS.',
  ],
  ['ECONNREFUSED', 'Server surel menolak sambungan. Periksa nomor port dan apakah layanan IMAP berjalan.'],
  [
    'EHOSTUNREACH ENETUNREACH ENETDOWN',
    'Server surel tidak terjangkau dari jaringan ini. Periksa jaringan dan tembok api.',
  ],
  [
    'silent CONNECT_TIMEOUT GREETING_TIMEOUT UPGRADE_TIMEOUT ETIMEOUT ETIMEDOUT',
    'Server surel tidak menjawab pada waktunya. Pengambilan akan dicoba lagi.',
  ],
  [
    'NoConnection EConnectionClosed ECONNRESET EPIPE ClosedAfterConnectText ClosedAfterConnectTLS StateLogout',
    'Sambungan ke server surel terputus. Surel yang sudah diambil tetap tersimpan; sisanya akan diambil lagi.',
  ],
  ['CERT_HAS_EXPIRED', 'Sertifikat server surel sudah kedaluwarsa. Minta pengelola server memperbaruinya.'],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'Sertifikat server surel bukan untuk alamat ini. Pakai nama server yang tertulis di sertifikat.',
  ],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT ' +
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_UNTRUSTED CERT_SIGNATURE_FAILURE CERT_NOT_YET_VALID',
    'Sertifikat server surel tidak dipercaya. Pasang sertifikat penerbitnya atau minta sertifikat yang sah.',
  ],
  [
    'EPROTO ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'Server surel tidak berbicara TLS pada port ini. Periksa nomor port dan pilihan keamanannya.',
  ],
  ['refused incomplete', 'Server surel menolak membacakan isi folder. Periksa hak akses akun ini atas folder itu.'],
  ['ETHROTTLE', 'Server surel meminta kita menunggu karena terlalu sering dihubungi. Pengambilan akan dicoba lagi.'],
  ['LineTooLarge LiteralTooLarge ResponseTooLarge TooManyTokens', 'Server surel mengirim jawaban yang melebihi batas.'],
];

interface Clues {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly mailboxMissing?: unknown;
  readonly serverResponseCode?: unknown;
  readonly responseStatus?: unknown;
  readonly tlsFailed?: unknown;
}

/** What an operator should read about an error of `pollMailbox` or `parseMessageInChild`, in Indonesian. */
export function describeMailProblem(error: unknown): string {
  if (error instanceof MailIntakeError) return error.message;
  const clues: Clues = typeof error === 'object' && error !== null ? error : {};
  const code = codeOf(clues);
  return (
    refusal(clues) ??
    BY_CODE.find(([codes]) => code !== '' && codes.split(' ').includes(code))?.[1] ??
    security(clues, code) ??
    `Kotak surat tidak dapat dibaca karena sebab yang belum dikenal${code === '' ? '' : ` (${code})`}.`
  );
}

function codeOf({ code, responseStatus }: Clues): string {
  if (typeof code === 'string') return code;
  return responseStatus === 'NO' ? 'refused' : '';
}

function refusal({ authenticationFailed, mailboxMissing, serverResponseCode }: Clues): string | undefined {
  if (authenticationFailed === true) {
    return 'Nama pengguna atau kata sandi kotak surat ditolak server. Periksa keduanya, atau buat kata sandi aplikasi.';
  }
  if (mailboxMissing === true || serverResponseCode === 'NONEXISTENT') {
    return 'Folder kotak surat tidak ditemukan. Periksa ejaan nama foldernya.';
  }
  return undefined;
}

function security({ tlsFailed }: Clues, code: string): string | undefined {
  if (tlsFailed === true || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return 'Sambungan aman ke server surel tidak dapat dibuat. Periksa port, STARTTLS, dan sertifikat server.';
  }
  return undefined;
}
