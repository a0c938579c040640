import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IncomingListItem } from '../../../server/incoming/contract.ts';
import { useSession } from '../accounts/session.ts';
import { queryKey, useDesk } from '../api/index.ts';
import { getDispositionOptions } from '../disposisi/disposition-operations.ts';
import { optionsInput } from '../disposisi/options-input.ts';
import { findKeptPage, keepPage, keptLetters } from '../offline/device-cache.ts';
import { getIncoming } from './incoming-operations.ts';
import { pageAddress, phoneWidthPx } from './page-address.ts';

/** After the screen itself is there, and never while something else is on its way. */
const startAfterMs = 4000;
const pauseMs = 500;
const pageBudgetBytes = 120_000;

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Data saver and the slowest links fetch only what is opened. */
function isLinkSpare(): boolean {
  const link = (navigator as { connection?: Connection }).connection;
  return navigator.onLine && link?.saveData !== true && !/2g/u.test(link?.effectiveType ?? '');
}

async function keepFirstPage(personId: string, incomingId: string): Promise<void> {
  if ((await findKeptPage(personId, incomingId)) !== undefined) return;
  const reply = await fetch(pageAddress(incomingId, 1, phoneWidthPx));
  if (!reply.ok) return;
  const image = await reply.blob();
  if (image.size <= pageBudgetBytes) await keepPage({ personId, incomingId, image });
}

interface Keeper {
  client: QueryClient;
  personId: string;
  desk: string;
}

async function keepLetter({ client, personId, desk }: Keeper, item: IncomingListItem): Promise<void> {
  const input = { params: { incomingId: item.id } };
  const key = queryKey(getIncoming, input, desk);
  if (client.getQueryData(key) === undefined)
    await client.query({ queryKey: key, queryFn: () => getIncoming(input, { appointmentId: desk }) });
  const isForDisposition = item.role === 'to' && item.settledAt === null;
  const asked = optionsInput(item.id, null);
  const optionsKey = queryKey(getDispositionOptions, asked, desk);
  if (isForDisposition && client.getQueryData(optionsKey) === undefined)
    await client.query({
      queryKey: optionsKey,
      queryFn: () => getDispositionOptions(asked, { appointmentId: desk }),
      retry: false,
    });
  await keepFirstPage(personId, item.id);
}

/**
 * Fetches the newest letters one by one for reading without a connection. Only class B: opening a restricted letter is
 * recorded, and nobody has opened it here; those are kept once somebody does.
 */
export function useKeepInbox(items: readonly IncomingListItem[] | undefined): void {
  const client = useQueryClient();
  const { person } = useSession();
  const desk = useDesk();
  const ids = items?.map((item) => item.id).join(' ');

  useEffect(() => {
    if (items === undefined || desk === undefined) return;
    const waiting = items.filter((item) => item.securityClass === 'B').slice(0, keptLetters);
    let timer: ReturnType<typeof setTimeout>;
    const later = (ms: number) => {
      timer = setTimeout(() => void step(), ms);
    };
    const step = async () => {
      const isBusy = client.isFetching() > 0 || document.visibilityState === 'hidden' || !isLinkSpare();
      const item = isBusy ? undefined : waiting.shift();
      if (item !== undefined)
        await keepLetter({ client, personId: person.id, desk }, item).catch(() => {
          waiting.length = 0;
        });
      if (waiting.length > 0) later(isBusy ? startAfterMs : pauseMs);
    };
    later(startAfterMs);
    return () => clearTimeout(timer);
    // The rows are the same as long as their ids are.
  }, [client, person.id, desk, ids]);
}
