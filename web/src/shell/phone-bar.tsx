import { IconDots, IconHome, IconInbox, IconSearch, IconSignature, type Icon } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import css from './phone-bar.module.css';
import { PhoneMore } from './phone-more.tsx';
import { useCounts } from './use-counts.ts';

interface BarItem {
  to: string;
  label: string;
  icon: Icon;
  /** Paths that light this item. */
  under: readonly string[];
}

const items: readonly BarItem[] = [
  { to: '/', label: 'Beranda', icon: IconHome, under: [] },
  { to: '/masuk', label: 'Masuk', icon: IconInbox, under: ['/masuk'] },
  { to: '/ttd', label: 'Paraf & TTD', icon: IconSignature, under: ['/ttd', '/paraf'] },
  { to: '/arsip', label: 'Cari', icon: IconSearch, under: ['/arsip', '/surat'] },
];

function isCurrent(item: BarItem, path: string): boolean {
  if (item.to === '/') return path === '/';
  return item.under.some((start) => path === start || path.startsWith(`${start}/`));
}

export function PhoneBar() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [more, setMore] = useState(false);
  const counts = useCounts();
  const signingTo = (counts.toSign ?? 0) === 0 && (counts.toInitial ?? 0) > 0 ? '/paraf' : '/ttd';
  const onOther = !items.some((item) => isCurrent(item, path));

  return (
    <nav className={css['bar']} aria-label="Menu utama">
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to === '/ttd' ? signingTo : item.to}
          className={css['item']}
          aria-current={isCurrent(item, path) ? 'page' : undefined}
          data-current={isCurrent(item, path) ? '' : undefined}
        >
          <item.icon size={22} stroke={1.8} aria-hidden="true" />
          {item.label}
        </Link>
      ))}
      <button
        type="button"
        className={css['item']}
        aria-haspopup="dialog"
        data-current={onOther ? '' : undefined}
        onClick={() => setMore(true)}
      >
        <IconDots size={22} stroke={1.8} aria-hidden="true" />
        Lainnya
      </button>
      <PhoneMore open={more} onClose={() => setMore(false)} />
    </nav>
  );
}
