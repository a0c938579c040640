import { join } from 'node:path';

/** Where a directory store keeps a blob: `<agency>/<first two digits>/<sha256>`. */
export function blobPath(directory: string, agencyId: string, sha256: string): string {
  return join(directory, agencyId, sha256.slice(0, 2), sha256);
}
