import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ENDPOINTS } from '../../server/endpoints.ts';
import { ERRORS, type ErrorCode } from '../../server/errors.ts';
import { commonErrors } from '../../server/openapi.ts';
import { readThrownCodes, type ThrownCodes } from './thrown-codes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const server = join(root, 'server');

const files = readdirSync(server, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name));

/** Endpoint name -> file and name of its verb, read from the routes files. */
function readBindings(): Map<string, { file: string; verb: string }> {
  const bindings = new Map<string, { file: string; verb: string }>();
  for (const routes of files.filter((file) => file.endsWith('/routes.ts'))) {
    const text = readFileSync(routes, 'utf8');
    const imports = new Map<string, string>();
    for (const [, names = '', from = ''] of text.matchAll(/import \{([^}]+)\} from '([^']+)'/gu))
      for (const name of names.split(',')) imports.set(name.trim(), join(dirname(routes), from));
    for (const [, endpoint = '', verb = ''] of text.matchAll(
      /bind\w*\(\s*binder,\s*(?:\w+\.)?(\w+Endpoint),\s*(\w+)/gu,
    ))
      bindings.set(endpoint, { file: imports.get(verb) ?? '', verb });
  }
  return bindings;
}

/** Thrown by parts that run before every verb; http.ts and accounts answer with them for any endpoint. */
const SHARED = new Set<string>(['idempotency_mismatch', 'internal']);

/** On the way of the verb, but not in its case: the reader of the program does not weigh arguments. */
const UNREACHABLE: Record<string, string[]> = {
  // The session was opened a statement before it is described.
  logInEndpoint: ['unauthenticated'],
  // These name no version and hold the row lock.
  addAnnexEndpoint: ['stale_version'],
  removeAnnexEndpoint: ['stale_version'],
  addCommentEndpoint: ['stale_version'],
  resolveCommentEndpoint: ['stale_version'],
  reportFollowUpEndpoint: ['stale_version'],
  remindDispositionEndpoint: ['stale_version'],
  sendDispositionMessageEndpoint: ['stale_version'],
  uploadDocumentFileEndpoint: ['stale_version'],
  lendFileEndpoint: ['stale_version'],
  // A new letter has an empty body, or one that was checked when the copied letter was saved.
  createLetterEndpoint: ['stale_version', 'invalid_letter_body', 'circuit_invalid'],
  // Whoever sees an item may have it read.
  readIntakeAgainEndpoint: ['forbidden'],
  // These name no version; the receipt and the usual desks change nothing.
  directIncomingEndpoint: ['stale_version'],
  registerIncomingEndpoint: ['stale_version'],
  getReceiptEndpoint: ['stale_version', 'desk_read_only'],
  listUsualDesksEndpoint: ['stale_version', 'desk_read_only', 'wrong_state'],
  replyIncomingEndpoint: ['stale_version', 'invalid_letter_body', 'circuit_invalid'],
  // Describes what it has just made.
  createDisposalEndpoint: ['not_found'],
  // Asks for a first page and for months in order.
  getHomeEndpoint: ['invalid_input'],
};

describe('error codes', () => {
  let thrown: ThrownCodes;
  const mentioned = (file: string, verb: string) => {
    const found = thrown.of(file, verb);
    return [...(found?.codes ?? []), ...(found?.mentions ?? [])];
  };
  const bindings = readBindings();

  before(function () {
    this.timeout(120_000);
    const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
    const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
    thrown = readThrownCodes(files, parsed.options);
  });

  it('are bound to a verb that the reader of the program can follow, for each endpoint', () => {
    const lost = [...ENDPOINTS.keys()].filter((name) => {
      const binding = bindings.get(name);
      return !binding || !thrown.of(binding.file, binding.verb);
    });
    expect(lost).to.deep.equal([]);
  });

  it('are declared by each endpoint whose verb can throw them', () => {
    const undeclared: string[] = [];
    for (const [name, shape] of ENDPOINTS) {
      const { file, verb } = bindings.get(name) ?? { file: '', verb: '' };
      const known = new Set<string>([...shape.errors, ...commonErrors(shape), ...SHARED]);
      for (const code of UNREACHABLE[name] ?? []) known.add(code);
      for (const code of thrown.of(file, verb)?.codes ?? []) if (!known.has(code)) undeclared.push(`${name}: ${code}`);
    }
    expect(undeclared).to.deep.equal([]);
  });

  it('are thrown somewhere when they are in the table', () => {
    const inSources = files
      .filter((file) => !file.endsWith('/contract.ts') && !file.endsWith('server/errors.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const unused = (Object.keys(ERRORS) as ErrorCode[]).filter(
      (code) => !thrown.all.has(code) && !inSources.includes(`'${code}'`),
    );
    expect(unused).to.deep.equal([]);
  });

  it('that an endpoint declares can be thrown by its verb, or by what binds it', () => {
    const impossible: string[] = [];
    for (const [name, shape] of ENDPOINTS) {
      const { file, verb } = bindings.get(name) ?? { file: '', verb: '' };
      const possible = new Set<string>([...mentioned(file, verb), ...commonErrors(shape), ...SHARED]);
      if (shape.uploadLimitBytes !== undefined) possible.add('annex_too_large').add('payload_too_large');
      for (const code of shape.errors) if (!possible.has(code)) impossible.push(`${name}: ${code}`);
    }
    expect(impossible).to.deep.equal([]);
  });

  it('have an Indonesian sentence that ends like one', () => {
    for (const [code, { title }] of Object.entries(ERRORS)) expect(title, code).to.match(/^[A-Z].{15,}[.]$/u);
  });
});
