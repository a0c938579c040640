import { z } from 'zod';
import type { ErrorCode } from './errors.ts';

const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

/** A date that a person gives, YYYY-MM-DD: no calendar reaches further. */
export const givenDay = z.iso
  .date()
  .refine((date) => date >= EARLIEST && date <= LATEST, 'Tahunnya tidak mungkin. Periksa tanggalnya.');

/**
 * Who may call an endpoint at all. `public`: anyone; `session`: a logged-in person; `desk`: a person acting from a
 * valid appointment named by the request (`Lontar-Appointment` header, or `?appointment=` for downloads and streams).
 */
export type Access = 'public' | 'session' | 'desk';

/** What the reply is: parsed JSON, the bytes of a file, or a server-sent event stream. */
export type ReplyKind = 'json' | 'file' | 'stream';

export interface EndpointShape {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Path below /api with `:name` parameters. */
  path: string;
  tag: string;
  summary: string;
  access: Access;
  /** The right asked in the verb, in words a reader of the rights matrix understands. */
  right: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Raw request bytes instead of a JSON body, at most this many. */
  uploadLimitBytes?: number;
  response: z.ZodType;
  reply?: ReplyKind;
  status?: number;
  errors: readonly ErrorCode[];
}

export type Endpoint<S extends EndpointShape = EndpointShape> = Readonly<S>;

/** Declares one API operation; the same object feeds routing, OpenAPI, the rights matrix and the web client. */
export function endpoint<const S extends EndpointShape>(shape: S): Endpoint<S> {
  return shape;
}

type Shape<T> = T extends z.ZodType ? z.output<T> : unknown;

/** What a verb receives: path, query and body merged into one object. */
export type InputOf<E extends EndpointShape> = Shape<E['params']> & Shape<E['query']> & Shape<E['body']>;
export type OutputOf<E extends EndpointShape> = z.output<E['response']>;
export type BodyOf<E extends EndpointShape> = E['body'] extends z.ZodType ? z.input<E['body']> : undefined;
export type QueryOf<E extends EndpointShape> = E['query'] extends z.ZodType ? z.input<E['query']> : undefined;
export type ParamsOf<E extends EndpointShape> = E['params'] extends z.ZodType ? z.input<E['params']> : undefined;
