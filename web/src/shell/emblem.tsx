/** Lines of writing on palm leaf, held by a string. */
export function Emblem({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#e3b23c" />
      <path d="M7.5 11h17M7.5 16h17M7.5 21h12" stroke="#1d1300" strokeWidth="2" strokeLinecap="round" />
      <circle cx="16" cy="11" r="1.7" fill="#1d1300" />
      <circle cx="16" cy="16" r="1.7" fill="#1d1300" />
    </svg>
  );
}
