import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk, useSession } from '../accounts/session.ts';
import { useCounts } from './use-counts.ts';
import { placeGroups, type Place, type PlaceGroup } from './places.ts';

/** The places of the rail that the chosen desk can use. */
export function usePlaceGroups(): PlaceGroup[] {
  const session = useSession();
  const desk = useCurrentDesk();
  const counts = useCounts();
  const open: Record<NonNullable<Place['for']>, boolean> = {
    reviewer: desk?.isReviewer === true,
    signatory: desk?.isSignatory === true,
    books: mayDo(desk, 'read'),
    archive: desk?.roles.includes('archivist') === true,
    settings: desk?.roles.includes('admin') === true || desk?.isSignatory === true,
    classification: desk?.roles.some((role) => ['admin', 'archivist', 'auditor'].includes(role)) === true,
    audit: desk?.roles.some((role) => role === 'auditor' || role === 'admin') === true,
    import: desk?.roles.includes('admin') === true,
    demo: session.agency.isDemo,
    disposals:
      desk?.roles.includes('archivist') === true || desk?.isSignatory === true || (counts.disposalsWaiting ?? 0) > 0,
  };
  return placeGroups
    .map((group) => ({
      ...group,
      places: group.places.filter((place) => place.for === undefined || open[place.for]),
    }))
    .filter((group) => group.places.length > 0);
}
