import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { Failure } from '../ui/states';
import type { Session } from './poker';
import { useAct } from './queries';

/** Whoever comes later sees how it stands before they sit down. */
export function JoinForm({ session }: { readonly session: Session }) {
  const act = useAct(session.id);
  return (
    <section className="poker-join card" aria-labelledby="join">
      <div>
        <h2 id="join">Take a seat</h2>
        <p className="soft">You see the table already. Do you want to vote, too?</p>
      </div>
      <div className="row">
        <Button look="primary" isPending={act.isPending} onPress={() => act.mutate({ kind: 'join', role: 'voter' })}>
          Join and vote
        </Button>
        <Button isDisabled={act.isPending} onPress={() => act.mutate({ kind: 'join', role: 'spectator' })}>
          Only watch
        </Button>
      </div>
      {act.isError && <Failure>{explain(act.error)}</Failure>}
    </section>
  );
}
