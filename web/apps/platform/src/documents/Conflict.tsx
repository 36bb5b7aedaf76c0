import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import type { SharedDocument } from './document';
import type { Draft } from './draft';

interface ConflictProps {
  readonly mine: Draft;
  readonly theirs: SharedDocument;
  readonly onSettled: (keep: 'mine' | 'theirs') => void;
}

/** Two have written in the same place: nothing is thrown away before somebody has seen both. */
export function Conflict({ mine, theirs, onSettled }: ConflictProps) {
  return (
    <section className="conflict" aria-label="Two versions" role="alert">
      <p>
        <strong>{theirs.updatedBy.name} has changed the same place.</strong> Yours is not saved until you have chosen.
      </p>
      <div className="conflict-pair">
        <Version title={`${theirs.updatedBy.name}'s`} heading={theirs.title} text={theirs.text}>
          <Button size="small" onPress={() => onSettled('theirs')}>
            Take theirs
          </Button>
        </Version>
        <Version title="Yours" heading={mine.title} text={mine.text}>
          <Button size="small" look="primary" onPress={() => onSettled('mine')}>
            Keep mine
          </Button>
        </Version>
      </div>
    </section>
  );
}

function Version({
  title,
  heading,
  text,
  children,
}: {
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="conflict-version">
      <h2>{title}</h2>
      <div className="conflict-text" tabIndex={0} role="group" aria-label={`${title} text`}>
        <strong>{heading}</strong>
        {'\n'}
        {text}
      </div>
      {children}
    </div>
  );
}
