import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useCurrentDesk, useSession } from '../accounts/session.ts';
import { newKey } from '../api/index.ts';
import { touches } from '../api/use-command.ts';
import { outbox } from '../offline/device-outbox.ts';

/** Registries read letters that are addressed to other desks; only the addressed desk marks them as read. */
export function useMarkRead(incoming: Incoming | undefined): void {
  const desk = useCurrentDesk();
  const { person } = useSession();
  const client = useQueryClient();
  const isUnread = incoming?.addressees.some(
    (addressee) => addressee.positionId === desk?.positionId && addressee.readAt === null,
  );
  const unreadId = desk?.canAct === true && isUnread === true ? incoming?.id : undefined;
  const marked = useRef<string>(undefined);

  useEffect(() => {
    if (unreadId === undefined || desk === undefined || marked.current === unreadId) return;
    marked.current = unreadId;
    const entry = {
      key: newKey(),
      personId: person.id,
      desk: desk.id,
      incomingId: unreadId,
      command: { kind: 'read' } as const,
      queuedAt: new Date().toISOString(),
      refusal: null,
    };
    const send = async () => {
      const { state } = await outbox.submit(entry);
      if (state !== 'sent') return;
      await client.invalidateQueries({
        predicate: ({ queryKey }) => touches(queryKey, ['incoming', 'counts', 'home']),
      });
    };
    // A mark that neither reached the server nor fits on the device is made again at the next opening.
    void send().catch(() => undefined);
  });
}
