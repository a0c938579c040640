import { IconCheck, IconDevices, IconLogout, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLogOut } from '../accounts/use-log-out.ts';
import { ButtonLink } from '../kit/button.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { deskNote, useDeskChoice } from './desk-switcher.tsx';
import css from './phone-bar.module.css';
import { usePlaceGroups } from './use-place-groups.ts';

const inBar = new Set(['/', '/masuk', '/ttd', '/arsip']);

/** Everything of the rail and the header that the bar of the phone has no room for. */
export function PhoneMore({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { desk, desks, choose } = useDeskChoice();
  const logOut = useLogOut();
  const places = usePlaceGroups()
    .flatMap((group) => group.places)
    .filter((place) => !inBar.has(place.to));
  return (
    <Sheet open={open} onClose={onClose} title="Lainnya">
      <ButtonLink to="/konsep/baru" variant="gold" full icon={<IconPlus size={18} stroke={2} />} onClick={onClose}>
        Buat konsep
      </ButtonLink>
      <div className={css['places']} style={{ marginTop: 8 }}>
        {places.map((place) => (
          <Link key={place.to} to={place.to} className={css['place']} onClick={onClose}>
            <place.icon size={20} stroke={1.8} aria-hidden="true" />
            {place.label}
          </Link>
        ))}
      </div>
      <h3 className={css['heading']}>Bertindak sebagai</h3>
      <div className={css['places']}>
        {desks.map((one) => (
          <button
            key={one.id}
            type="button"
            className={css['place']}
            aria-pressed={one.id === desk?.id}
            onClick={() => {
              choose(one);
              onClose();
            }}
          >
            <span className={css['placeText']}>
              {one.title}
              <span className={css['placeNote']}>{deskNote(one)}</span>
            </span>
            {one.id === desk?.id ? <IconCheck size={18} stroke={2} aria-hidden="true" /> : null}
          </button>
        ))}
        <button type="button" className={css['place']} onClick={logOut.here}>
          <IconLogout size={20} stroke={1.8} aria-hidden="true" />
          Keluar
        </button>
        <button type="button" className={css['place']} onClick={logOut.everywhere}>
          <IconDevices size={20} stroke={1.8} aria-hidden="true" />
          Keluar dari semua perangkat
        </button>
      </div>
    </Sheet>
  );
}
