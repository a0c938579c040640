import { IconFileZip, IconPackageExport } from '@tabler/icons-react';
import type {
  exportDocumentEndpoint,
  exportIncomingEndpoint,
  exportLetterEndpoint,
} from '../../../server/exchange/contract.ts';
import { fileAddress } from '../api/index.ts';
import { DownloadButton, Button, ErrorNote } from '../kit/index.ts';
import { useExportFiles } from './use-export-files.ts';

/** Has files (berkas) packed as a bag and goes to where the package will be fetched. */
export function ExportFilesButton({
  fileIds,
  title,
  label = 'Ekspor sebagai paket',
}: {
  fileIds: readonly string[];
  title?: string;
  label?: string;
}) {
  const command = useExportFiles();
  return (
    <>
      <Button
        variant="outline"
        icon={<IconPackageExport size={18} stroke={1.8} aria-hidden="true" />}
        pending={command.pending}
        disabled={fileIds.length === 0}
        onClick={() => command.press({ body: { fileIds: [...fileIds], ...(title === undefined ? {} : { title }) } })}
      >
        {label}
      </Button>
      {command.problem === null ? null : <ErrorNote problem={command.problem} />}
    </>
  );
}

const packageAddress = {
  letter: (letterId: string) =>
    fileAddress<typeof exportLetterEndpoint>('/letters/:letterId/export.zip', { params: { letterId } }),
  incoming: (incomingId: string) =>
    fileAddress<typeof exportIncomingEndpoint>('/incoming/:incomingId/export.zip', { params: { incomingId } }),
  document: (documentId: string) =>
    fileAddress<typeof exportDocumentEndpoint>('/documents/:documentId/export.zip', { params: { documentId } }),
};

/** One letter or document with everything that belongs to it, as a ZIP. */
export function ExportRecordButton({ kind, id }: { kind: keyof typeof packageAddress; id: string }) {
  return (
    <DownloadButton
      variant="outline"
      href={packageAddress[kind](id)}
      icon={<IconFileZip size={18} stroke={1.8} aria-hidden="true" />}
    >
      Unduh paket arsip
    </DownloadButton>
  );
}
