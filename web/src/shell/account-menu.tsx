import { IconDevices, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useLogOut } from '../accounts/use-log-out.ts';
import { useSession } from '../accounts/session.ts';
import { Avatar } from '../kit/avatar.tsx';
import { Menu, MenuItem, MenuNote } from '../kit/menu.tsx';
import css from './header.module.css';
import { openKeyList } from './key-list.tsx';

export function AccountMenu() {
  const session = useSession();
  const logOut = useLogOut();
  return (
    <Menu
      label="Akun"
      buttonLabel={`${session.person.initials}, akun ${session.person.name}`}
      buttonClass={css['account']}
      button={<Avatar name={session.person.name} initials={session.person.initials} tone="kapuas" />}
    >
      <MenuNote title={session.person.name}>NIP {session.person.nip}</MenuNote>
      <MenuItem icon={<IconKeyboard size={18} stroke={1.8} />} onPick={openKeyList}>
        Pintasan papan tombol
      </MenuItem>
      <MenuItem icon={<IconLogout size={18} stroke={1.8} />} onPick={logOut.here}>
        Keluar
      </MenuItem>
      <MenuItem icon={<IconDevices size={18} stroke={1.8} />} onPick={logOut.everywhere}>
        Keluar dari semua perangkat
      </MenuItem>
    </Menu>
  );
}
