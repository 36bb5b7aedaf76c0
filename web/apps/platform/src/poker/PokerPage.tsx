import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Spade } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { Badge, EmptyState, Skeleton } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { Ago } from '../ui/time';
import { type SessionEntry, type SessionFilter, sessionFilters, sessionsQuery } from './queries';
import './poker-page.css';

const names: Readonly<Record<SessionFilter, string>> = { active: 'Running', ended: 'Ended' };

export function PokerPage() {
  const [params] = useSearchParams();
  const filter = sessionFilters.find((known) => known === params.get('status')) ?? 'active';
  return (
    <Page
      title="Planning poker"
      actions={
        <ButtonLink href="/poker/new" look="primary">
          <Plus aria-hidden /> New session
        </ButtonLink>
      }
    >
      <Tabs
        label="Which sessions"
        tabs={sessionFilters.map((to) => ({ to: `/poker?status=${to}`, text: names[to], isCurrent: to === filter }))}
      />
      <Sessions filter={filter} />
    </Page>
  );
}

function Sessions({ filter }: { readonly filter: SessionFilter }) {
  const query = useInfiniteQuery({ ...sessionsQuery(filter), refetchInterval: 15_000 });
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.sessions}
      className="poker-list"
      loading={<Skeleton lines={5} label="Loading the sessions" />}
      empty={<NoSessions filter={filter} />}
    >
      {(session) => <Entry session={session} />}
    </PagedList>
  );
}

function Entry({ session }: { readonly session: SessionEntry }) {
  const { id, title, project, status, members, tasks, finalized, createdAt } = session;
  return (
    <Link to={status === 'ended' ? `/poker/${id}/summary` : `/poker/${id}`} className="poker-entry card">
      <span className="poker-entry-title cut">{title}</span>
      {project !== null && <Badge>{project}</Badge>}
      <span className="soft small tabular">
        {finalized} of {count(tasks, 'task')} estimated · {count(members, 'person', 'people')} · <Ago at={createdAt} />
      </span>
      <progress max={Math.max(1, tasks)} value={finalized} aria-label={`Estimated tasks of ${title}`} />
    </Link>
  );
}

function count(value: number, one: string, many = `${one}s`): string {
  return `${value} ${value === 1 ? one : many}`;
}

function NoSessions({ filter }: { readonly filter: SessionFilter }) {
  return filter === 'ended' ? (
    <EmptyState icon={Spade} title="No session has ended yet">
      What was decided in them is kept here.
    </EmptyState>
  ) : (
    <EmptyState icon={Spade} title="Nobody plays right now" action={<ButtonLink href="/poker/new">Begin a session</ButtonLink>}>
      Estimate together: everybody plays a card, and all are turned over at once.
    </EmptyState>
  );
}
