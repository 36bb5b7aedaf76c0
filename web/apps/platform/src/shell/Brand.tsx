import './brand.css';

export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="8" />
        <path d="M7 13.5v5l3.2.6L11.5 24h3l-1-4.3L25 23V9L7 13.5Z" />
      </svg>
      Fanfare
    </span>
  );
}
