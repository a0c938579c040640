import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { EndpointShape } from './contract.ts';
import { ENDPOINTS } from './endpoints.ts';
import { ERRORS, type ErrorCode } from './errors.ts';

const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `title` and `detail` are written for people, in Indonesian.' });

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** OpenAPI 3.1 of every endpoint; `endpoints` maps the operation id to its shape. */
export function buildOpenApi(endpoints: ReadonlyMap<string, EndpointShape> = ENDPOINTS): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, shape] of endpoints) {
    const path = openApiPath(shape.path);
    paths[path] = { ...paths[path], [shape.method]: operation(name.replace(/Endpoint$/u, ''), shape) };
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Lontar',
        version: '1',
        description:
          'Operations of the e-office. Commands carry `Idempotency-Key`; operations of a desk carry `Lontar-Appointment`.',
      },
      servers: [{ url: '/api' }],
      tags: [...new Set([...endpoints.values()].map((shape) => shape.tag))].map((name) => ({ name })),
      paths,
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-lontar' },
          appointment: { type: 'apiKey', in: 'header', name: 'Lontar-Appointment' },
        },
      },
    },
    { allowEmptySchema: { any: true, unknown: true } },
  );
}

/** `/letters/:letterId` as OpenAPI writes it: `/letters/{letterId}`. */
export function openApiPath(path: string): string {
  return path.replace(/:(\w+)/gu, '{$1}');
}

/** What an operation may answer beyond its own list, because of how it is bound. */
export function commonErrors(shape: EndpointShape): ErrorCode[] {
  const codes: ErrorCode[] = ['internal', 'unavailable'];
  if (shape.access !== 'public') codes.push('unauthenticated');
  if (shape.access === 'desk') codes.push('desk_required', 'desk_invalid');
  if (shape.params) codes.push('not_found');
  if (shape.query || shape.body) codes.push('invalid_input');
  if (shape.method === 'get') return codes;
  codes.push('foreign_origin', 'unsupported_media', 'payload_too_large', 'malformed_request');
  if (shape.access === 'desk') codes.push('idempotency_key_missing', 'idempotency_mismatch');
  return codes;
}

function operation(id: string, shape: EndpointShape): ZodOpenApiOperationObject {
  const security =
    shape.access === 'public' ? [] : [shape.access === 'desk' ? { session: [], appointment: [] } : { session: [] }];
  const body = requestBody(shape);
  return {
    operationId: id,
    tags: [shape.tag],
    summary: shape.summary,
    description: `Right: ${shape.right}.`,
    security,
    requestParams: {
      ...(shape.params ? { path: shape.params } : {}),
      ...(shape.query ? { query: shape.query } : {}),
      ...(needsKey(shape) ? { header: z.object({ 'Idempotency-Key': z.string().min(8).max(100) }) } : {}),
    },
    ...(body ? { requestBody: body } : {}),
    responses: { [`${shape.status ?? 200}`]: success(shape), ...problems(shape) },
  };
}

function needsKey(shape: EndpointShape): boolean {
  return shape.access === 'desk' && shape.method !== 'get';
}

function requestBody(shape: EndpointShape): ZodOpenApiOperationObject['requestBody'] {
  if (shape.uploadLimitBytes !== undefined)
    return {
      required: true,
      description: `At most ${shape.uploadLimitBytes} bytes.`,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return shape.body ? { required: true, content: { 'application/json': { schema: shape.body } } } : undefined;
}

function success(shape: EndpointShape): ZodOpenApiOperationObject['responses'][`2${string}`] {
  const binary = { schema: { type: 'string', format: 'binary' } } as const;
  if (shape.reply === 'file') return { description: 'The bytes of the file', content: { '*/*': binary } };
  if (shape.reply === 'stream')
    return { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } };
  return { description: shape.summary, content: { 'application/json': { schema: shape.response } } };
}

function problems(shape: EndpointShape): ZodOpenApiOperationObject['responses'] {
  const codes = [...new Set([...shape.errors, ...commonErrors(shape)])];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  const sorted = [...byStatus].sort(([left], [right]) => left - right);
  return Object.fromEntries(
    sorted.map(([status, found]) => [
      `${status}`,
      {
        description: found.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}
