import type { SignatureProvider } from '../provider.ts';

/** Where the signature widget stands: `page` counts from 1, lengths are points, the origin is the page's lower left corner. */
export interface SignatureBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SignRequest {
  readonly pdf: Uint8Array;
  readonly signatureBox: SignatureBox;
  /** Unique among the form fields of the file, without a full stop. */
  readonly fieldName: string;
  readonly signer: { readonly name: string };
  readonly location: string;
  readonly reason: string;
  readonly keystore: SignatureProvider;
  readonly signingTime: Date;
}

/**
 * Appends a PAdES B-B signature (ETSI EN 319 142-1) as an incremental update: the bytes of `pdf` stay an exact prefix.
 * Rejects with `SigningRefused` when the file cannot carry the signature.
 */
export function prepareAndSign(_request: SignRequest): Promise<Uint8Array> {
  return Promise.reject(new Error('Not built yet'));
}
