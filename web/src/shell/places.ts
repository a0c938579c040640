import {
  IconChartBar,
  IconHome,
  IconInbox,
  IconMailbox,
  IconPencil,
  IconSearch,
  IconShieldCheck,
  IconSignature,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';

export type CountName = 'inbox' | 'reviews' | 'signing' | 'drafts';

export interface Place {
  to: string;
  label: string;
  icon: Icon;
  count?: CountName;
  /** Whether its count is red when there is anything to do. */
  pressing?: boolean;
  /** Only where the installation is a demonstration. */
  demo?: boolean;
}

export interface PlaceGroup {
  title?: string;
  places: readonly Place[];
}

export const placeGroups: readonly PlaceGroup[] = [
  {
    places: [
      { to: '/', label: 'Beranda', icon: IconHome },
      { to: '/masuk', label: 'Kotak Masuk', icon: IconInbox, count: 'inbox' },
      { to: '/paraf', label: 'Perlu Paraf', icon: IconWritingSign, count: 'reviews' },
      { to: '/ttd', label: 'Perlu Tanda Tangan', icon: IconSignature, count: 'signing', pressing: true },
      { to: '/konsep', label: 'Konsep', icon: IconPencil, count: 'drafts' },
    ],
  },
  { title: 'Arsip', places: [{ to: '/arsip', label: 'Pencarian Arsip', icon: IconSearch }] },
  {
    title: 'Lainnya',
    places: [
      { to: '/laporan', label: 'Laporan', icon: IconChartBar },
      { to: '/periksa', label: 'Periksa Keaslian', icon: IconShieldCheck },
      { to: '/kotak-surel', label: 'Kotak Surel', icon: IconMailbox, demo: true },
    ],
  },
];
