import css from './key-hint.module.css';

/** One key of the keyboard; hidden on phones. `onAction` is for the coloured ground of a button. */
export function KeyHint({ children, onAction = false }: { children: string; onAction?: boolean }) {
  return (
    <kbd className={css['key']} data-on-action={onAction ? '' : undefined} aria-hidden="true">
      {children}
    </kbd>
  );
}
