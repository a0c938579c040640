import { IconPlus, IconWifi, IconWifiOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCurrentDesk, useSession } from '../accounts/session.ts';
import { ButtonLink } from '../kit/button.tsx';
import { Emblem } from './emblem.tsx';
import type { Place } from './places.ts';
import css from './rail.module.css';
import { useCounts } from './use-counts.ts';
import { usePlaceGroups } from './use-place-groups.ts';

/** Current only where they are themselves: below them stand entries of their own. */
const whole: ReadonlySet<string> = new Set(['/', '/arsip']);

function RailLink({ place, count, pressing }: { place: Place; count: number | undefined; pressing: boolean }) {
  const Icon = place.icon;
  return (
    <Link to={place.to} className={css['link']} activeOptions={{ exact: whole.has(place.to), includeSearch: false }}>
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <span className={css['label']}>{place.label}</span>
      {count === undefined || count === 0 ? null : (
        <span className={css['count']} data-pressing={pressing ? '' : undefined}>
          {count}
        </span>
      )}
    </Link>
  );
}

export function Rail({ connected }: { connected: boolean }) {
  const session = useSession();
  const desk = useCurrentDesk();
  const counts = useCounts();
  const groups = usePlaceGroups();
  return (
    <nav className={css['rail']} aria-label="Menu utama">
      <div className={css['brand']}>
        <Emblem />
        <div>
          <div className={css['name']}>Lontar</div>
          <div className={css['agency']}>{session.agency.shortName}</div>
        </div>
      </div>
      {desk?.canAct === true ? (
        <div className={css['create']}>
          <ButtonLink to="/konsep/baru" variant="gold" full icon={<IconPlus size={18} stroke={2} />}>
            Buat konsep
          </ButtonLink>
        </div>
      ) : null}
      {groups.map((group) => (
        <div key={group.title ?? 'utama'} className={css['group']}>
          {group.title === undefined ? null : <div className={css['heading']}>{group.title}</div>}
          {group.places.map((place) => (
            <RailLink
              key={place.to}
              place={place}
              count={place.count === undefined ? undefined : counts[place.count]}
              pressing={
                place.pressing === true || (place.pressingBy !== undefined && (counts[place.pressingBy] ?? 0) > 0)
              }
            />
          ))}
        </div>
      ))}
      <div className={css['connection']}>
        {connected ? <IconWifi size={16} stroke={1.8} /> : <IconWifiOff size={16} stroke={1.8} />}
        {connected ? 'Tersambung' : 'Terputus, menyambung lagi'}
      </div>
    </nav>
  );
}
