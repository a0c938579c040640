/** RFC 3161: the DER token over a SHA-256 digest; rejects with TimestampUnavailable or TimestampInvalid. */
export type RequestTimestamp = (digest: Uint8Array) => Promise<Uint8Array>;

/** Roots and revocation lists that signatures are judged by; read fresh each time, so a new CRL counts at once. */
export interface TrustSource {
  anchors(): Promise<readonly string[]>;
  crls(): Promise<readonly Uint8Array[]>;
}
