import {
  IconBook2,
  IconChartBar,
  IconFolder,
  IconHome,
  IconInbox,
  IconListTree,
  IconMailbox,
  IconPackageExport,
  IconPackageImport,
  IconPencil,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconSignature,
  IconSitemap,
  IconTrash,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';

export type CountName =
  | 'incomingUnread'
  | 'toInitial'
  | 'toSign'
  | 'drafts'
  | 'intakeWaiting'
  | 'dispositionsOpen'
  | 'dispositionsLate'
  | 'recordsUnfiled'
  | 'disposalsWaiting';

export interface Place {
  to: string;
  label: string;
  icon: Icon;
  count?: CountName;
  /** Whether its count is red when there is anything to do. */
  pressing?: boolean;
  /** Another count that turns its count red while it is not zero. */
  pressingBy?: CountName;
  /** Shown only to desks of this kind, or in a demonstration. */
  for?:
    | 'reviewer'
    | 'signatory'
    | 'books'
    | 'archive'
    | 'classification'
    | 'audit'
    | 'disposals'
    | 'import'
    | 'demo'
    | 'settings';
}

export interface PlaceGroup {
  title?: string;
  places: readonly Place[];
}

export const placeGroups: readonly PlaceGroup[] = [
  {
    places: [
      { to: '/', label: 'Beranda', icon: IconHome },
      { to: '/masuk', label: 'Kotak Masuk', icon: IconInbox, count: 'incomingUnread' },
      { to: '/paraf', label: 'Perlu Paraf', icon: IconWritingSign, count: 'toInitial', for: 'reviewer' },
      {
        to: '/ttd',
        label: 'Perlu Tanda Tangan',
        icon: IconSignature,
        count: 'toSign',
        pressing: true,
        for: 'signatory',
      },
      {
        to: '/disposisi',
        label: 'Disposisi',
        icon: IconSitemap,
        count: 'dispositionsOpen',
        pressingBy: 'dispositionsLate',
      },
      { to: '/konsep', label: 'Konsep', icon: IconPencil, count: 'drafts' },
    ],
  },
  {
    title: 'Tata Usaha',
    places: [
      { to: '/agenda/masuk', label: 'Agenda Masuk', icon: IconBook2, count: 'intakeWaiting', for: 'books' },
      { to: '/agenda/keluar', label: 'Agenda Keluar', icon: IconBook2, for: 'books' },
    ],
  },
  {
    title: 'Arsip',
    places: [
      { to: '/arsip', label: 'Pencarian Arsip', icon: IconSearch },
      { to: '/berkas', label: 'Berkas', icon: IconFolder, count: 'recordsUnfiled', for: 'archive' },
      { to: '/penyusutan', label: 'Penyusutan', icon: IconTrash, count: 'disposalsWaiting', for: 'disposals' },
      { to: '/arsip/ekspor', label: 'Ekspor', icon: IconPackageExport },
      { to: '/arsip/impor', label: 'Impor', icon: IconPackageImport, for: 'import' },
    ],
  },
  {
    title: 'Lainnya',
    places: [
      { to: '/laporan', label: 'Laporan', icon: IconChartBar },
      { to: '/periksa', label: 'Periksa Keaslian', icon: IconShieldCheck },
      { to: '/pengaturan/audit', label: 'Jejak Audit', icon: IconShieldLock, for: 'audit' },
      { to: '/pengaturan/disposisi', label: 'Pengaturan', icon: IconSettings, for: 'settings' },
      {
        to: '/pengaturan/klasifikasi',
        label: 'Klasifikasi dan JRA',
        icon: IconListTree,
        for: 'classification',
      },
      { to: '/kotak-surel', label: 'Kotak Surel', icon: IconMailbox, for: 'demo' },
    ],
  },
];

/** Whether another place of the rail lies under its address, so that being there is not being here. */
export function hasPlacesBelow({ to }: Place): boolean {
  const below = to === '/' ? '/' : `${to}/`;
  return placeGroups.some(({ places }) => places.some((other) => other.to !== to && other.to.startsWith(below)));
}
