import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDesk, chooseDesk } from '../api/index.ts';
import { useSession, type Desk } from '../accounts/session.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { showToast } from '../kit/toast.tsx';
import css from './header.module.css';

const kindPrefix: Record<Desk['kind'], string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' };

export function deskTitle(desk: Desk): string {
  return kindPrefix[desk.kind] + desk.positionTitle;
}

/** The desk of this tab and the way to another; lists of the old desk are never shown under the new one. */
export function useDeskChoice() {
  const session = useSession();
  const chosen = useDesk();
  const client = useQueryClient();
  const desk = session.appointments.find((one) => one.id === chosen) ?? session.appointments[0];
  const choose = (next: Desk) => {
    chooseDesk(next.id);
    void client.invalidateQueries();
    showToast(`Anda kini bertindak sebagai ${deskTitle(next)}`);
  };
  return { desk, desks: session.appointments, choose };
}

export function DeskSwitcher() {
  const { desk, desks, choose } = useDeskChoice();
  if (desk === undefined) return null;

  const label = (
    <>
      <span className={css['deskLead']}>Bertindak sebagai</span>
      <span className={css['deskName']}>{deskTitle(desk)}</span>
    </>
  );
  if (desks.length === 1) {
    return (
      <div className={css['desk']} data-single="">
        {label}
      </div>
    );
  }

  return (
    <Menu
      label="Bertindak sebagai"
      buttonClass={css['desk']}
      button={
        <>
          {label}
          <IconChevronDown size={16} stroke={2} aria-hidden="true" />
        </>
      }
    >
      {desks.map((one) => (
        <MenuItem
          key={one.id}
          checked={one.id === desk.id}
          note={one.unitName}
          trailing={one.id === desk.id ? <IconCheck size={18} stroke={2} /> : undefined}
          onPick={() => choose(one)}
        >
          {deskTitle(one)}
        </MenuItem>
      ))}
    </Menu>
  );
}
