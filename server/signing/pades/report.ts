/** valid: intact and trusted. changed: bytes were altered or added after signing. invalid: broken or revoked. unknown: cannot tell. */
export type Verdict = 'valid' | 'changed' | 'invalid' | 'unknown';
export type SignatureLevel = 'B-B' | 'B-T';

export interface TimestampReport {
  readonly time: Date;
  readonly authority: string;
  readonly trusted: boolean;
}

export interface SignatureReport {
  readonly kind: 'signature' | 'document-timestamp';
  readonly fieldName: string;
  readonly verdict: Verdict;
  /** Indonesian, for the person who reads the result; absent when valid. */
  readonly reason?: string;
  readonly level: SignatureLevel;
  /** Common name of the signer's certificate. */
  readonly name: string;
  readonly subject: string;
  readonly issuer: string;
  /** Upper-case hexadecimal. */
  readonly serial: string;
  /** Time of the timestamp; absent at B-B, where only the signer's own clock speaks (`claimedAt`). */
  readonly signedAt?: Date;
  readonly claimedAt?: Date;
  readonly validFrom?: Date;
  readonly validTo?: Date;
  readonly chainOk: boolean;
  readonly timestamp?: TimestampReport;
  readonly coversWholeFile: boolean;
  /** Absent when no revocation list or OCSP answer about this certificate was at hand. */
  readonly revoked?: boolean;
}

export interface VerificationReport {
  readonly verdict: Verdict;
  /** The lowest level among the signatures. */
  readonly level: SignatureLevel;
  readonly reason?: string;
  readonly signatures: readonly SignatureReport[];
}

export interface VerifyOptions {
  /** PEM or DER. */
  readonly trustAnchors: readonly (string | Uint8Array)[];
  readonly now: Date;
  /** DER revocation lists. */
  readonly crl?: readonly Uint8Array[];
  /** DER OCSP responses. */
  readonly ocsp?: readonly Uint8Array[];
}
