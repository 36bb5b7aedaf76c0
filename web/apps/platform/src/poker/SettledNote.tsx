import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '../ui/toasts';
import type { Settled } from './usePlanningPoker';
import './seats.css';

const LIFE_MS = 6_000;

/** Between two tasks: what the one came to, and what is next. */
export function SettledNote({ settled, onDone }: { readonly settled: Settled; readonly onDone: () => void }) {
  useEffect(() => {
    announce(`${settled.title}: ${settled.storyPoints}. ${settled.next === null ? '' : `Next: ${settled.next}.`}`);
    const timer = setTimeout(onDone, LIFE_MS);
    return () => clearTimeout(timer);
  }, [settled, onDone]);
  return (
    <div className="settled" key={settled.title}>
      <span className="played" data-state="open">
        {settled.storyPoints}
      </span>
      <span className="cut">{settled.title}</span>
      {settled.next !== null && (
        <>
          <ArrowRight aria-hidden />
          <strong className="cut">
            <span className="visually-hidden">Next: </span>
            {settled.next}
          </strong>
        </>
      )}
    </div>
  );
}
