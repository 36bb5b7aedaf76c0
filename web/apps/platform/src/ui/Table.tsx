import type { ReactNode } from 'react';
import './table.css';

interface TableProps {
  readonly label: string;
  readonly head: readonly string[];
  /** Rows, with `<th scope="row">` for what each is about. */
  readonly children: ReactNode;
}

/** Where there is no room it scrolls, by keys as well. */
export function Table({ label, head, children }: TableProps) {
  return (
    <div className="table-scroll card" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
