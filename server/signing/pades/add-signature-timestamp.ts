/** Returns the DER TimeStampToken over a SHA-256 digest. */
export type TimestampSource = (digest: Uint8Array) => Promise<Uint8Array>;

export interface AddTimestampOptions {
  /** Default: the last signature of the file. Only a signature that nothing was appended to can still take a timestamp. */
  readonly fieldName?: string;
}

/**
 * Raises B-B to B-T: puts the RFC 3161 token into the space reserved in Contents, so the length of the file stays.
 * Needs no key. Errors of `requestTimestamp` pass through; `SigningRefused` when there is no room or no such signature.
 */
export function addSignatureTimestamp(
  _bytes: Uint8Array,
  _requestTimestamp: TimestampSource,
  _options: AddTimestampOptions = {},
): Promise<Uint8Array> {
  return Promise.reject(new Error('Not built yet'));
}
