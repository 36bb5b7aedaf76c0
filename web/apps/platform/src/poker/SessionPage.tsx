import { CloudOff, LogOut } from 'lucide-react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { explain } from '../api/problem';
import { PageOf } from '../shell/PageOf';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { Badge, Failure } from '../ui/states';
import { usePatiently } from '../ui/usePatiently';
import { Cards } from './Cards';
import { FacilitatorTools } from './FacilitatorTools';
import { JoinForm } from './JoinForm';
import { People } from './People';
import { currentTask, leads, plays, type Session, turnout } from './poker';
import { useAct } from './queries';
import { Results } from './Results';
import { SessionTimer } from './SessionTimer';
import { SettledNote } from './SettledNote';
import { TaskList } from './TaskList';
import { type PlanningPoker, usePlanningPoker } from './usePlanningPoker';
import './session-page.css';

export function SessionPage() {
  const { id = '' } = useParams();
  return <FollowedSession key={id} id={id} />;
}

function FollowedSession({ id }: { readonly id: string }) {
  const poker = usePlanningPoker(id);
  const { query } = poker;
  return (
    <PageOf query={query} what="session" title="Planning poker">
      {(session) =>
        session.status === 'ended' ? (
          <Navigate to={`/poker/${id}/summary`} replace />
        ) : (
          <ShownSession session={session} poker={poker} />
        )
      }
    </PageOf>
  );
}

function ShownSession({ session, poker }: { readonly session: Session; readonly poker: PlanningPoker }) {
  const { role } = session.you;
  const task = currentTask(session);
  const isDown = usePatiently(!poker.isPresenceKnown);
  return (
    <Page title={session.title} actions={<Actions session={session} />} back={{ to: '/poker', text: 'All sessions' }}>
      {isDown && (
        <p className="poker-down" role="status">
          <CloudOff aria-hidden /> Votes are still saved; who is online may be out of date.
        </p>
      )}
      {poker.settled && <SettledNote settled={poker.settled} onDone={poker.dismissSettled} />}
      <div className="poker">
        <div className="stack">
          <section className="poker-task card" aria-labelledby="task">
            <div className="row spread">
              <p className="soft small">{place(session)}</p>
              {session.timerEndsAt && <SessionTimer key={session.timerEndsAt} endsAt={session.timerEndsAt} />}
            </div>
            <h2 id="task">{task ? task.title : 'No task is left'}</h2>
            {task?.description && <p className="poker-description">{task.description}</p>}
            <Turnout session={session} />
            <People session={session} online={poker.online} isPresenceKnown={poker.isPresenceKnown} />
          </section>
          {role === null && <JoinForm session={session} />}
          {session.phase === 'revealed' && session.statistics && <Results statistics={session.statistics} />}
          {plays(role) && task && <Cards key={`${task.id} ${session.round}`} session={session} task={task} />}
        </div>
        <div className="poker-side stack">
          {leads(role) && (
            <FacilitatorTools key={`${session.currentTaskId} ${session.phase} ${session.round}`} session={session} />
          )}
          <TaskList session={session} />
        </div>
      </div>
    </Page>
  );
}

function place({ tasks, currentTaskId, round }: Session): string {
  const index = tasks.findIndex(({ id }) => id === currentTaskId);
  const where = index < 0 ? `${tasks.length} tasks` : `Task ${index + 1} of ${tasks.length}`;
  return round > 1 && index >= 0 ? `${where} · round ${round}` : where;
}

function Turnout({ session }: { readonly session: Session }) {
  const { voted, players } = turnout(session);
  if (session.currentTaskId === null) {
    return <p className="soft">Add another, or end the session.</p>;
  }
  return (
    <p className="row">
      {session.phase === 'revealed' ? (
        <Badge tone="brass">Revealed</Badge>
      ) : (
        <Badge tone={voted === players && players > 0 ? 'good' : 'plain'}>
          {voted} of {players} voted
        </Badge>
      )}
      {session.autoReveal && session.phase === 'voting' && (
        <span className="soft small">The last vote turns the cards over.</span>
      )}
    </p>
  );
}

function Actions({ session }: { readonly session: Session }) {
  const act = useAct(session.id);
  const navigate = useNavigate();
  const { role } = session.you;
  return (
    <>
      {session.project && <Badge>{session.project}</Badge>}
      {act.isError && <Failure>{explain(act.error)}</Failure>}
      {role !== null && !leads(role) && (
        <Button
          isDisabled={act.isPending}
          onPress={() => act.mutate({ kind: 'join', role: role === 'voter' ? 'spectator' : 'voter' })}
        >
          {role === 'voter' ? 'Only watch' : 'Vote, too'}
        </Button>
      )}
      {role !== null && (
        <Button
          isDisabled={act.isPending}
          onPress={() => act.mutate({ kind: 'leave' }, { onSuccess: () => void navigate('/poker') })}
        >
          <LogOut aria-hidden /> Leave
        </Button>
      )}
    </>
  );
}
