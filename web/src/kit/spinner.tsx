import css from './spinner.module.css';

export function Spinner({ size = 18 }: { size?: number }) {
  return (
    <svg className={css['spinner']} width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M12 3a9 9 0 1 1-8.5 6" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
