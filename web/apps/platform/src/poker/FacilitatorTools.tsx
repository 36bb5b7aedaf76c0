import { Eye, Flag, RotateCcw, SkipForward, Timer } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Item, Menu, Select } from '../ui/Menu';
import { Failure } from '../ui/states';
import { pointsOf, type Session, suggestion, turnout } from './poker';
import { useAct } from './queries';

const timers = [30, 60, 120, 300] as const;

/** What those who lead the session do with the task on the table. */
export function FacilitatorTools({ session }: { readonly session: Session }) {
  const act = useAct(session.id);
  const taskId = session.currentTaskId;
  return (
    <section className="poker-tools card" aria-labelledby="tools">
      <h2 id="tools">Lead</h2>
      {taskId !== null && session.phase === 'voting' && (
        <Button
          look="primary"
          isWide
          isPending={act.isPending}
          isDisabled={turnout(session).voted === 0}
          onPress={() => act.mutate({ kind: 'reveal', taskId })}
        >
          <Eye aria-hidden /> Reveal the votes
        </Button>
      )}
      {taskId !== null && session.phase === 'revealed' && <Finalize session={session} taskId={taskId} />}
      <div className="row">
        {taskId !== null && session.phase === 'revealed' && (
          <Button size="small" isDisabled={act.isPending} onPress={() => act.mutate({ kind: 'revote', taskId })}>
            <RotateCcw aria-hidden /> Vote again
          </Button>
        )}
        {taskId !== null && (
          <Button size="small" isDisabled={act.isPending} onPress={() => act.mutate({ kind: 'skip', taskId })}>
            <SkipForward aria-hidden /> Skip
          </Button>
        )}
        {taskId !== null && session.phase === 'voting' && (
          <MenuTrigger>
            <Button size="small" isDisabled={act.isPending}>
              <Timer aria-hidden /> Timer
            </Button>
            <Menu onAction={(seconds) => act.mutate({ kind: 'timer', seconds: seconds === 'stop' ? null : Number(seconds) })}>
              {timers.map((seconds) => (
                <Item key={seconds} id={seconds}>
                  {seconds < 60 ? `${seconds} seconds` : `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}`}
                </Item>
              ))}
              <Item id="stop">No timer</Item>
            </Menu>
          </MenuTrigger>
        )}
      </div>
      {act.isError && <Failure>{explain(act.error)}</Failure>}
      <End session={session} />
    </section>
  );
}

function Finalize({ session, taskId }: { readonly session: Session; readonly taskId: string }) {
  const { cards } = session.deck;
  const suggested = suggestion(session.deck, session.votes);
  const [card, setCard] = useState(cards.find((one) => pointsOf(one) === suggested) ?? cards[0] ?? '');
  const act = useAct(session.id);
  return (
    <div className="poker-finalize">
      <Select
        label={suggested === null ? 'Points' : `Points (suggested: ${suggested})`}
        value={card}
        options={cards.map((one) => ({ value: one, text: one }))}
        onChange={setCard}
      />
      <Button
        look="primary"
        isPending={act.isPending}
        onPress={() => act.mutate({ kind: 'finalize', taskId, storyPoints: pointsOf(card) })}
      >
        {act.isPending ? 'Saving…' : 'Save and go on'}
      </Button>
      {act.isError && <Failure>{explain(act.error)}</Failure>}
    </div>
  );
}

function End({ session }: { readonly session: Session }) {
  const [isAsking, setAsking] = useState(false);
  const act = useAct(session.id);
  const left = session.tasks.filter(({ finalStoryPoints, skipped }) => finalStoryPoints === null && !skipped).length;
  return (
    <>
      <Button look="danger" size="small" onPress={() => setAsking(true)}>
        <Flag aria-hidden /> End the session
      </Button>
      <ConfirmDialog
        title="End the session?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="End it"
        isDangerous
        isPending={act.isPending}
        onConfirm={() => act.mutate({ kind: 'end' }, { onSuccess: () => setAsking(false) })}
      >
        <p>
          {left === 0 ? 'All tasks are done.' : `${left} ${left === 1 ? 'task has' : 'tasks have'} no points yet.`} It ends for
          everybody and cannot be opened again.
        </p>
        {act.isError && <Failure>{explain(act.error)}</Failure>}
      </ConfirmDialog>
    </>
  );
}
