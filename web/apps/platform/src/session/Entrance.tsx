import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand';
import './sign-in.css';

interface EntranceProps {
  /** Above all. */
  readonly banners?: ReactNode;
  readonly children: ReactNode;
}

/** What is around the pages of those who are not signed in yet. */
export function Entrance({ banners, children }: EntranceProps) {
  return (
    <div className="sign-in-page">
      <div>{banners}</div>
      <main className="sign-in">
        <div className="sign-in-pitch">
          <Brand />
          <p>Bid, talk and be told, the moment it happens.</p>
        </div>
        <div className="sign-in-panel card">{children}</div>
      </main>
    </div>
  );
}
