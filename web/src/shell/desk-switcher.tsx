import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { chooseDesk } from '../api/index.ts';
import { useCurrentDesk, useSession, type Appointment } from '../accounts/session.ts';
import { formatDate } from '../format/dates.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { showToast } from '../kit/toast.tsx';
import css from './header.module.css';

/** Unit, end of an acting appointment, and whether the desk may only be read. */
export function deskNote(desk: Appointment): string {
  const until = desk.kind === 'definitif' || desk.validTo === null ? '' : ` · sampai ${formatDate(desk.validTo)}`;
  return `${desk.unitName}${until}${desk.canAct ? '' : ' · hanya membaca selama Plh. bertugas'}`;
}

/** The desk of this tab and the way to another; lists of the old desk are never shown under the new one. */
export function useDeskChoice() {
  const session = useSession();
  const desk = useCurrentDesk();
  const client = useQueryClient();
  const choose = (next: Appointment) => {
    chooseDesk(next.id);
    void client.invalidateQueries();
    showToast(`Anda kini bertindak sebagai ${next.title}`);
  };
  return { desk, desks: session.appointments, choose };
}

export function DeskSwitcher() {
  const { desk, desks, choose } = useDeskChoice();
  if (desk === undefined) return null;

  const label = (
    <>
      <span className={css['deskLead']}>Bertindak sebagai</span>
      <span className={css['deskName']}>{desk.title}</span>
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
          note={deskNote(one)}
          trailing={one.id === desk.id ? <IconCheck size={18} stroke={2} /> : undefined}
          onPick={() => choose(one)}
        >
          {one.title}
        </MenuItem>
      ))}
    </Menu>
  );
}
