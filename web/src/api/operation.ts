import type { BodyOf, EndpointShape, OutputOf, ParamsOf, QueryOf } from '../../../server/contract.ts';
import { buildAddress, type AddressParts } from './build-address.ts';
import { currentDesk } from './desk.ts';
import { newKey } from './new-key.ts';
import { reach } from './reach.ts';
import { readProblem } from './read-problem.ts';

type Part<Name extends string, T> = [T] extends [undefined]
  ? object
  : Partial<T> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T };

export interface CallOptions {
  /** The desk to act from; the desk of this tab unless given. */
  appointmentId?: string | undefined;
  /** Made when the person presses and kept over retries of the same press (see useCommand). */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Raw bytes for an upload endpoint, instead of a JSON body. */
  upload?: Blob;
}

export type CallInput<E extends EndpointShape> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>>;

export interface Operation<E extends EndpointShape> {
  (input: CallInput<E>, options?: CallOptions): Promise<OutputOf<E>>;
  method: E['method'];
  path: E['path'];
}

interface LooseInput {
  params?: AddressParts;
  query?: AddressParts;
  body?: unknown;
}

function buildHeaders(method: string, options: CallOptions): Headers {
  const headers = new Headers({ accept: 'application/json' });
  const desk = options.appointmentId ?? currentDesk();
  if (desk !== undefined) headers.set('Lontar-Appointment', desk);
  if (method !== 'get') headers.set('Idempotency-Key', options.idempotencyKey ?? newKey());
  if (method !== 'get')
    headers.set('content-type', options.upload === undefined ? 'application/json' : 'application/octet-stream');
  return headers;
}

function buildBody(method: string, input: LooseInput, options: CallOptions): BodyInit | null {
  if (method === 'get') return null;
  return options.upload ?? JSON.stringify(input.body ?? {});
}

async function send(method: string, path: string, input: LooseInput, options: CallOptions): Promise<unknown> {
  const response = await reach(buildAddress(path, input.params, input.query), {
    method: method.toUpperCase(),
    headers: buildHeaders(method, options),
    body: buildBody(method, input, options),
    signal: options.signal ?? null,
    credentials: 'same-origin',
  });
  if (!response.ok) throw await readProblem(response);
  return response.status === 204 ? undefined : response.json();
}

/**
 * A typed call of one endpoint: `operation<typeof submitLetterEndpoint>('post', '/letters/:letterId/submit')`.
 * Method and path are checked by the compiler against the contract, which is imported as a type only, so that zod stays
 * out of the browser. Throws ApiProblem.
 */
export function operation<E extends EndpointShape>(method: E['method'], path: E['path']): Operation<E> {
  const call = (input: CallInput<E>, options: CallOptions = {}): Promise<OutputOf<E>> =>
    send(method, path, input as LooseInput, options) as Promise<OutputOf<E>>;
  return Object.assign(call, { method, path });
}

/** The address of a file or stream endpoint for `src`, `href` or EventSource, with the desk of this tab. */
export function fileAddress<E extends EndpointShape>(
  path: E['path'],
  input: { params?: ParamsOf<E>; query?: AddressParts } = {},
): string {
  return buildAddress(path, input.params, { ...input.query, appointment: currentDesk() });
}
