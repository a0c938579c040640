import type { Binder } from '../http.ts';

export function intakeRoutes(_binder: Binder): void {
  // Filled by the verbs of this feature.
}
