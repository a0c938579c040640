import { buildAddress } from '../api/build-address.ts';
import { newKey } from '../api/new-key.ts';
import { offlineProblem, readProblem } from '../api/read-problem.ts';

/** Throws ApiProblem; the cookie of the session comes with the reply. */
export async function logIn(nip: string, password: string): Promise<void> {
  const response = await fetch(buildAddress('/session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Idempotency-Key': newKey() },
    body: JSON.stringify({ nip, password }),
  }).catch(() => {
    throw offlineProblem();
  });
  if (!response.ok) throw await readProblem(response);
}
