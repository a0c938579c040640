import type { ErrorCode, FieldProblem } from '../../../server/errors.ts';

/** `offline`: the server could not be reached; `unreadable`: it answered with something that is not ours. */
export type ProblemCode = ErrorCode | 'offline' | 'unreadable';

interface ProblemParts {
  code: ProblemCode;
  title: string;
  status: number;
  detail?: string | undefined;
  fields?: FieldProblem[] | undefined;
  retryAfterSeconds?: number | undefined;
}

/** What the server refused (problem+json, RFC 9457), or why it could not be asked. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.detail ?? parts.title);
    this.name = 'ApiProblem';
    this.code = parts.code;
    this.title = parts.title;
    this.status = parts.status;
    this.detail = parts.detail;
    this.fields = parts.fields ?? [];
    this.retryAfterSeconds = parts.retryAfterSeconds;
  }

  /** The sentence for one input of a form, or undefined when it is not among the places to mend. */
  field(path: string): string | undefined {
    return this.fields.find((problem) => problem.path === path)?.message;
  }
}

export function isProblem(error: unknown, ...codes: ProblemCode[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}
