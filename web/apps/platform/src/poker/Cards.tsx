import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { explain } from '../api/problem';
import { useUser } from '../session/session';
import { Failure } from '../ui/states';
import { pointsOf, type Session, type Task } from './poker';
import { useVote } from './queries';
import { type Typed, typedCard } from './typedCard';
import './hand.css';

const NEXT_KEY_MS = 700;

/** One's hand: by mouse, by arrow keys and space, or by writing what is on the card. The same card again takes it back. */
export function Cards({ session, task }: { readonly session: Session; readonly task: Task }) {
  const vote = useVote(session, useUser().id);
  const { cards } = session.deck;
  const own = session.you.storyPoints;
  const isOpen = session.phase === 'voting';
  const chosen = own === null ? undefined : cards.find((card) => pointsOf(card) === own);
  const play = (card: string | undefined) =>
    vote.mutate({ taskId: task.id, storyPoints: card === undefined ? null : pointsOf(card) });
  const onKeyDown = useTypedCards(cards, play);
  return (
    <section className="hand card" aria-labelledby="hand" onKeyDown={isOpen ? onKeyDown : undefined}>
      <div className="row spread">
        <h2 id="hand">{isOpen ? 'Your card' : 'Your card was'}</h2>
        <p className="soft small" id="hand-hint" data-of-keys={(isOpen && chosen === undefined) || undefined}>
          {hint(isOpen, chosen)}
        </p>
      </div>
      <ToggleButtonGroup
        aria-labelledby="hand"
        aria-describedby="hand-hint"
        className="hand-cards"
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={([card]) => play(card as string | undefined)}
        isDisabled={!isOpen}
      >
        {cards.map((card) => (
          <ToggleButton key={card} id={card} className="poker-card">
            {card}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {vote.isError && <Failure>{explain(vote.error)}</Failure>}
    </section>
  );
}

function hint(isOpen: boolean, chosen: string | undefined): string {
  if (!isOpen) {
    return chosen === undefined ? 'You have not voted.' : `You have voted ${chosen}.`;
  }
  return chosen === undefined
    ? 'Choose with the arrow keys and space, or write it.'
    : `You have voted ${chosen}. You may change it until the reveal.`;
}

/** Only while the focus is on the cards: letters and digits mean something else elsewhere. */
function useTypedCards(cards: readonly string[], play: (card: string) => void) {
  const typed = useRef<Typed | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    clearTimeout(timer.current);
    const now = typedCard(cards, typed.current?.text ?? '', event.key);
    typed.current = now;
    if (now === null) {
      return;
    }
    const settle = () => {
      typed.current = null;
      if (now.card !== null) {
        play(now.card);
      }
    };
    if (now.isOpen) {
      timer.current = setTimeout(settle, NEXT_KEY_MS);
    } else {
      settle();
    }
  };
}
