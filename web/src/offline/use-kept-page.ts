import { useEffect, useState } from 'react';
import { useSession } from '../accounts/session.ts';
import { findKeptPage } from './device-cache.ts';

export interface KeptPageView {
  /** False while the device is being asked. */
  isKnown: boolean;
  /** Address of the first page kept on this device. */
  src: string | undefined;
}

const unasked: KeptPageView = { isKnown: true, src: undefined };

/** The first page of a letter as it was kept for reading without a connection. */
export function useKeptPage(incomingId: string, isWanted: boolean): KeptPageView {
  const { person } = useSession();
  const [view, setView] = useState<KeptPageView>({ isKnown: false, src: undefined });

  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    let src: string | undefined;
    const show = (image: Blob | undefined) => {
      if (isGone) return;
      if (image !== undefined) src = URL.createObjectURL(image);
      setView({ isKnown: true, src });
    };
    findKeptPage(person.id, incomingId).then(show, () => show(undefined));
    return () => {
      isGone = true;
      if (src !== undefined) URL.revokeObjectURL(src);
    };
  }, [person.id, incomingId, isWanted]);

  return isWanted ? view : unasked;
}
