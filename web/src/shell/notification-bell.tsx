import { IconBell } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { listNotificationsEndpoint, readNotificationsEndpoint } from '../../../server/notifications/contract.ts';
import { operation, useCommand, useOperation } from '../api/index.ts';
import { formatListTime } from '../format/dates.ts';
import { Menu, MenuItem, MenuNote } from '../kit/menu.tsx';
import css from './notification-bell.module.css';

const listNotifications = operation<typeof listNotificationsEndpoint>('get', '/notifications');
const readNotifications = operation<typeof readNotificationsEndpoint>('post', '/notifications/read');

function noteOf(count: number, unread: number): string {
  if (count === 0) return 'Belum ada pemberitahuan untuk meja ini.';
  return unread === 0 ? 'Semua sudah dibaca.' : `${unread} belum dibaca`;
}

/** Newest notices of the desk; opening the list marks them as read. */
export function NotificationBell() {
  const navigate = useNavigate();
  const list = useOperation(listNotifications, {}, { keepPrevious: true });
  const markRead = useCommand(readNotifications, { refresh: ['notifications'] });
  const unread = list.data?.unread ?? 0;
  const items = list.data?.items ?? [];
  const label = unread === 0 ? 'Pemberitahuan' : `Pemberitahuan, ${unread} belum dibaca`;

  return (
    <Menu
      wide
      label="Pemberitahuan"
      buttonLabel={label}
      buttonClass={css['bell']}
      button={
        <>
          <IconBell size={20} stroke={1.8} aria-hidden="true" />
          {unread === 0 ? null : <span className={css['dot']} />}
        </>
      }
      onClose={() => {
        if (unread > 0) markRead.press({});
      }}
    >
      <MenuNote title="Pemberitahuan">{noteOf(items.length, unread)}</MenuNote>
      {items.map((item) => (
        <MenuItem
          key={item.id}
          icon={
            <span className={css['mark']} data-new={item.readAt === null ? '' : undefined}>
              {item.readAt === null ? <span className="only-read">Baru. </span> : null}
            </span>
          }
          note={formatListTime(item.createdAt)}
          onPick={() => void navigate({ href: item.path })}
        >
          {item.text}
        </MenuItem>
      ))}
    </Menu>
  );
}
