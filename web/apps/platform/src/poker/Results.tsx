import { PartyPopper } from 'lucide-react';
import { Badge } from '../ui/states';
import { shown, type Statistics } from './poker';
import './results.css';

/** What the votes come to. */
export function Results({ statistics }: { readonly statistics: Statistics }) {
  const { average, median, consensus, distribution } = statistics;
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  return (
    <section className="results card" aria-labelledby="results">
      <div className="row spread">
        <h2 id="results">Result</h2>
        {consensus && (
          <Badge tone="good">
            <PartyPopper aria-hidden /> All agree
          </Badge>
        )}
      </div>
      <dl className="results-facts">
        <div>
          <dt>Average</dt>
          <dd className="tabular">{shown(average)}</dd>
        </div>
        <div>
          <dt>Median</dt>
          <dd className="tabular">{shown(median)}</dd>
        </div>
      </dl>
      <ol className="distribution" aria-label="Distribution">
        {distribution.map(({ storyPoints, count }) => (
          <li key={String(storyPoints)}>
            <span className="distribution-card">{storyPoints}</span>
            <span className="distribution-bar" aria-hidden>
              <span style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
            <span className="small tabular">
              {count} {count === 1 ? 'vote' : 'votes'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
