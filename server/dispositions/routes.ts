import type { Binder } from '../http.ts';

export function dispositionRoutes(_binder: Binder): void {
  // Filled by the verbs of this feature.
}
