import { AccountMenu } from './account-menu.tsx';
import { DeskSwitcher } from './desk-switcher.tsx';
import css from './header.module.css';
import { NotificationBell } from './notification-bell.tsx';
import { SearchBox } from './search-box.tsx';

export function Header() {
  return (
    <header className={css['header']}>
      <SearchBox />
      <div className={css['right']}>
        <DeskSwitcher />
        <NotificationBell />
        <AccountMenu />
      </div>
    </header>
  );
}
