import { Check, CircleX } from 'lucide-react';
import { dateAndTime } from '../ui/time';
import { isGrave, type Order, statusTexts, type Step, stepsOf } from './order';

const stateTexts: Readonly<Record<Step['state'], string>> = {
  done: 'done',
  current: 'now',
  coming: 'to come',
  skipped: 'left out',
};

/** How far an order has come. */
export function StatusSteps({ order }: { readonly order: Order }) {
  return (
    <ol className="steps">
      {stepsOf(order).map(({ status, state, at }) => (
        <li
          key={status}
          data-state={state}
          data-grave={isGrave(status) || undefined}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className="step-mark" aria-hidden>
            {isGrave(status) ? <CircleX /> : (state === 'done' || state === 'current') && <Check />}
          </span>
          <span className="step-name">
            {statusTexts[status]}
            <span className="visually-hidden">, {stateTexts[state]}</span>
          </span>
          {at && (
            <time className="small soft" dateTime={at}>
              {dateAndTime(at)}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
