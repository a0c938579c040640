import { offlineProblem } from './read-problem.ts';

/** fetch that says in an ApiProblem that the server could not be reached. */
export async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw offlineProblem();
  }
}
