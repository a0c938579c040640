import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk, useSession } from '../accounts/session.ts';
import { placeGroups, type Place, type PlaceGroup } from './places.ts';

/** The places of the rail that the chosen desk can use. */
export function usePlaceGroups(): PlaceGroup[] {
  const session = useSession();
  const desk = useCurrentDesk();
  const open: Record<NonNullable<Place['for']>, boolean> = {
    reviewer: desk?.isReviewer === true,
    signatory: desk?.isSignatory === true,
    books: mayDo(desk, 'read'),
    settings: desk?.roles.includes('admin') === true || desk?.isSignatory === true,
    import: desk?.roles.includes('admin') === true,
    demo: session.agency.isDemo,
  };
  return placeGroups
    .map((group) => ({
      ...group,
      places: group.places.filter((place) => place.for === undefined || open[place.for]),
    }))
    .filter((group) => group.places.length > 0);
}
