import { IconCloudOff } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useDesk, useEvents } from '../api/index.ts';
import { HeldBar } from '../disposisi/held-bar.tsx';
import { OutboxNote } from '../offline/outbox-note.tsx';
import { CommandList } from './command-list.tsx';
import { Header } from './header.tsx';
import { KeyList } from './key-list.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Rail } from './rail.tsx';
import css from './shell.module.css';
import { useOnline } from './use-online.ts';

/** The frame of every screen behind the log in. */
export function Shell() {
  const online = useOnline();
  const stream = useEvents(useDesk());
  const connected = online && stream !== 'lost';
  return (
    <div className={css['shell']} data-shell="">
      <a className={css['skip']} href="#isi">
        Langsung ke isi
      </a>
      <div className="only-desktop">
        <Rail connected={connected} />
      </div>
      <div className={css['page']}>
        <div className="only-desktop">
          <Header />
        </div>
        {online ? null : (
          <div className={css['offline']} role="status">
            <IconCloudOff size={18} stroke={1.8} aria-hidden="true" />
            Tidak ada sambungan. Yang tampak adalah data terakhir; disposisi tersimpan di perangkat, tanda tangan
            menunggu sambungan kembali.
          </div>
        )}
        <OutboxNote online={online} />
        <main id="isi" className={css['main']} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <PhoneBar />
      <HeldBar />
      <KeyList />
      <CommandList />
    </div>
  );
}
