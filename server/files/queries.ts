import { run, type Tx } from '../db.ts';

export async function insertBlob(
  tx: Tx,
  blob: { agencyId: string; sha256: string; sizeBytes: number; mediaType: string; keyId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into blob (agency_id, sha256, size_bytes, media_type, key_id, created_at)
     values (:agencyId, :sha256, :sizeBytes, :mediaType, :keyId, :now) on conflict do nothing`,
    blob,
  );
}

export async function insertBlobRef(
  tx: Tx,
  ref: { agencyId: string; sha256: string; ownerKind: string; ownerId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into blob_ref (agency_id, sha256, owner_kind, owner_id, created_at)
     values (:agencyId, :sha256, :ownerKind, :ownerId, :now) on conflict do nothing`,
    ref,
  );
}

export async function deleteBlobRefs(
  tx: Tx,
  owner: { agencyId: string; ownerKind: string; ownerId: string },
): Promise<void> {
  await run(
    tx,
    `delete from blob_ref where agency_id = :agencyId and owner_kind = :ownerKind and owner_id = :ownerId`,
    owner,
  );
}
