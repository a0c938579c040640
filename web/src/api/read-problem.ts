import { ApiProblem, type ProblemCode } from './api-problem.ts';

interface ProblemJson {
  code?: ProblemCode;
  title?: string;
  detail?: string;
  fields?: { path: string; message: string }[];
}

async function readJson(response: Response): Promise<ProblemJson> {
  try {
    return (await response.json()) as ProblemJson;
  } catch {
    return {};
  }
}

/** Turns a refused reply into an ApiProblem; a reply of a proxy in between keeps its status and says so. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const json = await readJson(response);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem({
    code: json.code ?? 'unreadable',
    title: json.title ?? 'Jawaban server tidak dapat dibaca. Coba lagi sebentar lagi.',
    status: response.status,
    detail: json.detail,
    fields: json.fields,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  });
}

export function offlineProblem(): ApiProblem {
  return new ApiProblem({
    code: 'offline',
    title: 'Server tidak terjangkau. Isian Anda tetap ada; periksa sambungan, lalu coba lagi.',
    status: 0,
  });
}
