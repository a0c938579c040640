import { PageTitle } from '../shell/page-title.tsx';
import { QueuePanel } from './queue-panel.tsx';

/** Belum diberkaskan: the queue on a page of its own, as phones show it. */
export function UnfiledScreen() {
  return (
    <>
      <PageTitle title="Belum diberkaskan" backTo="/berkas" context="Berkas" />
      <QueuePanel hasKeys />
    </>
  );
}
