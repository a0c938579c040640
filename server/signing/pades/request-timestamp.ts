export interface TimestampRequestOptions {
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  /** PEM or DER roots the timestamp authority must chain to; without them only the token itself is checked. */
  readonly trustAnchors?: readonly (string | Uint8Array)[];
  /** The time at which the authority's certificate must be valid; needed with `trustAnchors`. */
  readonly now?: Date;
}

/** The service did not answer, or not with a timestamp: try again later. */
export class TimestampUnavailable extends Error {}

/** The service answered with something that must not be used: trying again will hardly help. */
export class TimestampInvalid extends Error {}

/**
 * Asks an RFC 3161 service for a token over a SHA-256 digest and checks status, imprint, nonce, key usage and signature.
 * Rejects with `TimestampUnavailable` or `TimestampInvalid`.
 */
export function requestTimestamp(
  _url: string,
  _digest: Uint8Array,
  _options: TimestampRequestOptions,
): Promise<Uint8Array> {
  return Promise.reject(new Error('Not built yet'));
}
