import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Menu, MenuItem } from '../kit/index.ts';
import { deskNote, useDeskChoice } from '../shell/desk-switcher.tsx';
import css from './home.module.css';

/** On phones, under the greeting: the desk one acts from, and the way to another. */
export function DeskLine() {
  const { desk, desks, choose } = useDeskChoice();
  if (desk === undefined) return null;
  if (desks.length === 1) return <span className="only-phone">{desk.title}</span>;
  return (
    <span className="only-phone">
      <Menu
        label="Bertindak sebagai"
        align="start"
        buttonClass={css['desk']}
        button={
          <>
            <span className="only-read">Bertindak sebagai </span>
            {desk.title}
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
    </span>
  );
}
