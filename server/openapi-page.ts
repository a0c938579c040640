import type { OpenApiDocument } from './openapi.ts';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** The API as one readable page, made from the same document: no script, no style from elsewhere. */
export function openApiPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation, tag: operation.tags?.[0] ?? '' }] : [];
    }),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API Lontar</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>API Lontar</h1><p>${operations.length} operasi. Versi mesin: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${escapeHtml(document.openapi)}).</p>
<nav aria-label="Bagian">${tags.map((tag) => `<a href="#${anchor(tag)}">${escapeHtml(tag)}</a>`).join(' ')}</nav></header><main>
${tags
  .map((tag) =>
    section(
      tag,
      operations.filter((entry) => entry.tag === tag),
    ),
  )
  .join('\n')}
</main></body></html>`;
}

interface Entry {
  path: string;
  method: string;
  operation: OperationObject;
}
type PathItem = NonNullable<NonNullable<OpenApiDocument['paths']>[string]>;
type OperationObject = NonNullable<PathItem['get']>;

function section(tag: string, entries: readonly Entry[]): string {
  return `<section id="${anchor(tag)}" aria-label="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${entries.map(article).join('')}</section>`;
}

function article({ path, method, operation }: Entry): string {
  return `<article><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>/api${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}</p><p class="right">${escapeHtml(operation.description ?? '')}</p>
${parameterTable(operation)}${bodyBlock(operation)}${responseTable(operation)}</article>`;
}

function parameterTable(operation: OperationObject): string {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter] : []));
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (parameter) =>
      `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td>${escapeHtml(parameter.in)}</td><td>${parameter.required === true ? 'wajib' : ''}</td><td><code>${escapeHtml(JSON.stringify(parameter.schema ?? {}))}</code></td></tr>`,
  );
  return `<table><caption>Parameter</caption><tbody>${rows.join('')}</tbody></table>`;
}

function bodyBlock(operation: OperationObject): string {
  const body = operation.requestBody;
  if (!body || !('content' in body)) return '';
  return Object.entries(body.content)
    .map(
      ([mediaType, { schema }]) =>
        `<details><summary>Isi permintaan (${escapeHtml(mediaType)})</summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
    )
    .join('');
}

function responseTable(operation: OperationObject): string {
  const rows = Object.entries(operation.responses ?? {}).flatMap(([status, response]: [string, unknown]) => {
    const description = (response as { description?: string }).description ?? '';
    return [
      `<tr><td>${escapeHtml(status)}</td><td>${description.split('\n\n').map(escapeHtml).join('<br>')}</td></tr>`,
    ];
  });
  return `<table><caption>Jawaban</caption><tbody>${rows.join('')}</tbody></table>`;
}

function anchor(tag: string): string {
  return tag.replace(/[^a-z0-9]+/gu, '-');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
}

export const OPENAPI_PAGE_STYLE = `
:root { color-scheme: light dark; --line: #dce3e8; --ink: #14212b; --soft: #4a5a66; --paper: #f6f8f9; --link: #0b5c6b; }
@media (prefers-color-scheme: dark) { :root { --line: #2b3b46; --ink: #e9eef1; --soft: #aebac3; --paper: #10191f; --link: #8fc7d0; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 15px/1.55 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; margin: 0; } h2 { margin: 2.5rem 0 0.5rem; text-transform: capitalize; } h3 { font-size: 1rem; margin: 0; }
nav a { margin-right: 0.75rem; } a { color: var(--link); } code, pre { font-size: 13px; overflow-wrap: anywhere; } pre { white-space: pre-wrap; }
article { border-top: 1px solid var(--line); padding: 1rem 0; } p { margin: 0.25rem 0; } .right { color: var(--soft); }
.method { display: inline-block; min-width: 4rem; font-size: 12px; font-weight: 700; letter-spacing: 0.04em; }
table { border-collapse: collapse; width: 100%; margin-top: 0.75rem; } caption { text-align: left; font-weight: 600; }
td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; vertical-align: top; overflow-wrap: anywhere; }
`;
