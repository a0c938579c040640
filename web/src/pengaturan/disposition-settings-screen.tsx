import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCurrentDesk } from '../accounts/session.ts';
import { tabPanelProps, Tabs } from '../kit/index.ts';
import type { SettingsTab } from '../routes/tabs.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { InstructionsTab } from './instructions-tab.tsx';
import { RemindersTab } from './reminders-tab.tsx';
import css from './settings.module.css';
import { TeamsTab } from './teams-tab.tsx';

const labels: Record<SettingsTab, string> = {
  instruksi: 'Instruksi',
  tim: 'Tim',
  kalender: 'Kalender',
  pengingat: 'Pengingat',
};

const bodies: Record<SettingsTab, () => ReactNode> = {
  instruksi: InstructionsTab,
  tim: TeamsTab,
  kalender: CalendarTab,
  pengingat: RemindersTab,
};

/** Lists behind the dispositions. Heads of units see the teams only; the server decides which of them are theirs. */
export function DispositionSettingsScreen() {
  const desk = useCurrentDesk();
  const search: { tab?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const isAdmin = desk?.roles.includes('admin') === true;
  const open: readonly SettingsTab[] = isAdmin ? ['instruksi', 'tim', 'kalender', 'pengingat'] : ['tim'];
  const tab = open.find((one) => one === search.tab) ?? open[0] ?? 'tim';
  const Body = bodies[tab];
  return (
    <>
      <PageTitle
        title="Pengaturan disposisi"
        tabs={
          <Tabs
            label="Pengaturan disposisi"
            value={tab}
            onChange={(value) => void navigate({ to: '/pengaturan/disposisi', search: { tab: value }, replace: true })}
            tabs={open.map((value) => ({ value, label: labels[value] }))}
          />
        }
      />
      <div className={css['page']} {...tabPanelProps(tab)}>
        <Body />
      </div>
    </>
  );
}
