import { IconMailOpened } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOperation, usePages } from '../api/index.ts';
import { EmptyState } from '../kit/index.ts';
import { useKeepInbox } from './use-keep-inbox.ts';
import { useKeys } from '../shell/use-keys.ts';
import { IncomingList, type InboxTab } from './incoming-list.tsx';
import { countIncoming, listIncoming } from './incoming-operations.ts';
import { IncomingReader } from './incoming-reader.tsx';
import css from './inbox.module.css';

/** Kotak Masuk: the list stays beside the open letter on wide screens and gives way to it on phones. */
export function InboxScreen() {
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const [tab, setTab] = useState<InboxTab>('all');
  const list = usePages(listIncoming, { query: { tab } });
  const counts = useOperation(countIncoming, {}, { keepPrevious: true }).data;
  const items = list.pages.flatMap((page) => page.items);
  const at = items.findIndex((item) => item.id === id);
  useKeepInbox(tab === 'all' ? items : undefined);

  useEffect(() => {
    if (id === undefined) document.title = 'Kotak Masuk · Lontar';
  }, [id]);

  const open = (index: number) => {
    const item = items[index];
    if (item !== undefined) void navigate({ to: '/masuk/$id', params: { id: item.id }, replace: id !== undefined });
  };
  useKeys({
    j: () => open(at + 1),
    k: () => open(Math.max(at - 1, 0)),
    Enter: () => {
      if (at < 0) open(0);
      else document.getElementById('baca')?.focus();
    },
  });

  const next = items.slice(at + 1).find((item) => item.id !== id);
  return (
    <div className={css['inbox']} data-open={id === undefined ? undefined : ''}>
      <div className={css['side']}>
        <IncomingList list={list} items={items} counts={counts} tab={tab} onTab={setTab} openId={id} />
      </div>
      <div className={css['main']} id="baca" tabIndex={-1}>
        {id === undefined ? (
          <div className={css['unopened']}>
            <EmptyState icon={<IconMailOpened size={28} stroke={1.8} />} title="Pilih surat untuk dibaca">
              Tekan J untuk membuka surat berikutnya, K untuk sebelumnya.
            </EmptyState>
          </div>
        ) : (
          <IncomingReader
            key={id}
            incomingId={id}
            place={at < 0 ? undefined : { at: at + 1, of: counts?.[tab] ?? items.length }}
            next={next === undefined ? undefined : { id: next.id, left: counts?.open }}
          />
        )}
      </div>
    </div>
  );
}
