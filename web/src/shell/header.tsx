import { IconBell } from '@tabler/icons-react';
import { AccountMenu } from './account-menu.tsx';
import { DeskSwitcher } from './desk-switcher.tsx';
import css from './header.module.css';
import { SearchBox } from './search-box.tsx';
import { IconButton } from '../kit/button.tsx';

export function Header() {
  return (
    <header className={css['header']}>
      <SearchBox />
      <div className={css['right']}>
        <DeskSwitcher />
        <IconButton label="Pemberitahuan" icon={<IconBell size={20} stroke={1.8} />} />
        <AccountMenu />
      </div>
    </header>
  );
}
