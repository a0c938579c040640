import { type DerNode, DerMalformed, readFirstDer } from './der/read-der.ts';

/** The CMS at the start of Contents; behind it only zeros may stand. */
export function readGap(contents: Uint8Array): DerNode {
  const cms = readFirstDer(contents);
  if (contents.subarray(cms.raw.length).some((byte) => byte !== 0))
    throw new DerMalformed('Bytes behind the signature');
  return cms;
}
