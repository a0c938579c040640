import { useState, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import { downloadFault } from '../api/download-fault.ts';
import { fetchFile, type FetchedFile } from '../api/fetch-file.ts';
import { AnchorButton, Button, type AnchorButtonProps, type ButtonProps } from './button.tsx';
import { saveFile } from './save-file.ts';
import { Spinner } from './spinner.tsx';
import { showToast } from './toast.tsx';

interface Download {
  pending: boolean;
  /** Saves the file under the name the server gives it. */
  save: (address: string) => void;
  /** Shows the file in a tab of its own, to be printed from there. */
  show: (address: string) => void;
}

/** The only way to a file of the server: a refusal is said in the page instead of standing in a tab as JSON. */
export function useDownload(): Download {
  const [pending, setPending] = useState(false);

  const run = async (address: string, onFile: (file: FetchedFile) => void, onFault?: () => void) => {
    if (pending) return;
    setPending(true);
    try {
      onFile(await fetchFile(address));
    } catch (error) {
      onFault?.();
      showToast(downloadFault(error), { tone: 'problem' });
    } finally {
      setPending(false);
    }
  };

  return {
    pending,
    save: (address) => void run(address, ({ bytes, fileName }) => saveFile(fileName, bytes)),
    show: (address) => {
      // Opened with the press itself: later the browser would take it for an unwanted window.
      const tab = pending ? null : openWaitingTab();
      void run(
        address,
        ({ bytes, fileName }) => {
          if (tab === null) saveFile(fileName, bytes);
          else tab.location.replace(URL.createObjectURL(bytes));
        },
        () => tab?.close(),
      );
    },
  };
}

function openWaitingTab(): Window | null {
  const tab = window.open('', '_blank');
  if (tab === null) return null;
  tab.document.title = 'Menyiapkan berkas';
  tab.document.body.textContent = 'Menyiapkan berkas …';
  return tab;
}

/** A press that asks for a new tab, a window or the menu stays the browser's. */
function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** A link keeps its address, for people who copy it; a press goes through the page. */
function useDownloadLink(href: string, inTab = false) {
  const { pending, save, show } = useDownload();
  return {
    pending,
    link: {
      href,
      ...(inTab ? { target: '_blank', rel: 'noopener' } : { download: '' }),
      'aria-busy': pending,
      onClick: (event: MouseEvent) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        (inTab ? show : save)(href);
      },
    },
  };
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Looked at in a tab of its own, such as a picture. */
  inTab?: boolean;
}

/** A link in a list of files. */
export function DownloadLink({ href, inTab, ...rest }: LinkProps) {
  return <a {...rest} {...useDownloadLink(href, inTab).link} />;
}

/** The same as a button. */
export function DownloadButton({ href, icon, ...rest }: AnchorButtonProps & { href: string }) {
  const { pending, link } = useDownloadLink(href);
  return <AnchorButton {...rest} {...link} icon={pending ? <Spinner /> : icon} />;
}

/** Shows a file to be printed in a tab of its own. */
export function PrintButton({ address, ...rest }: ButtonProps & { address: string }) {
  const { pending, show } = useDownload();
  return <Button {...rest} pending={pending} onClick={() => show(address)} />;
}
