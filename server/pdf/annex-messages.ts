import type { AnnexErrorCode } from './annex-error.ts';
import type { AnnexKind } from './annex-kind.ts';

/** What the parent asks of the child process that reads foreign files. */
export interface AnnexRequest {
  readonly task: 'count' | 'draw';
  readonly kind: AnnexKind;
  readonly bytes: Uint8Array;
}

/** One page of an annex, ready to be placed on A4. */
export interface AnnexPage {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type AnnexReply =
  | { readonly type: 'page'; readonly page: AnnexPage }
  | { readonly type: 'done'; readonly pageCount: number }
  | { readonly type: 'refused'; readonly code: AnnexErrorCode };
