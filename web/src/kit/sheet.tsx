import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import css from './sheet.module.css';

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Buttons at the foot; the main action comes last. */
  footer?: ReactNode;
  wide?: boolean;
  /** The content marks its first control with `data-autofocus`; otherwise the title is read first. */
  hasOwnFocus?: boolean;
  children: ReactNode;
}

/** A dialog in the middle of a wide screen, a sheet from the bottom of a phone; the page behind is inert. */
export function Sheet({ open, onClose, title, footer, wide = false, hasOwnFocus = false, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={css['sheet']}
      data-wide={wide ? '' : undefined}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div className={css['inner']}>
          <header className={css['head']}>
            <h2 id={titleId} tabIndex={-1} data-autofocus={hasOwnFocus ? undefined : ''}>
              {title}
            </h2>
            <IconButton label="Tutup" icon={<IconX size={20} stroke={1.8} />} onClick={onClose} />
          </header>
          <div className={css['body']}>{children}</div>
          {footer === undefined ? null : <footer className={css['foot']}>{footer}</footer>}
        </div>
      ) : null}
    </dialog>
  );
}
