import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useParams } from 'react-router';
import { PageOf } from '../shell/PageOf';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Badge } from '../ui/states';
import { Table } from '../ui/Table';
import { dateAndTime } from '../ui/time';
import { agreedAtOnce, shown } from './poker';
import { type Round, type Summary, summaryQuery } from './queries';
import './summary-page.css';

export function SummaryPage() {
  const { id = '' } = useParams();
  const query = useQuery(summaryQuery(id));
  return (
    <PageOf query={query} what="session" title="Summary">
      {(summary) => <ShownSummary summary={summary} />}
    </PageOf>
  );
}

function ShownSummary({ summary }: { readonly summary: Summary }) {
  const { session, tasks, totals, people } = summary;
  return (
    <Page
      title={session.title}
      back={{ to: '/poker', text: 'All sessions' }}
      actions={
        <>
          {session.project && <Badge>{session.project}</Badge>}
          {session.status === 'active' && <ButtonLink href={`/poker/${session.id}`}>Back to the table</ButtonLink>}
          <ButtonLink href={`/api/poker/sessions/${session.id}/summary.csv`} download look="primary">
            <Download aria-hidden /> Download CSV
          </ButtonLink>
        </>
      }
    >
      <p className="soft">
        {session.endedAt === null ? 'Still running.' : `Ended ${dateAndTime(session.endedAt)}.`}
        {session.endedReason !== null && ` ${session.endedReason}`}
      </p>
      <dl className="summary-facts card">
        <Fact name="Points in all">{shown(totals.storyPoints)}</Fact>
        <Fact name="Estimated">{`${totals.finalized} of ${totals.tasks}`}</Fact>
        <Fact name="Skipped">{String(totals.skipped)}</Fact>
        <Fact name="Agreed at once">{String(agreedAtOnce(tasks))}</Fact>
      </dl>
      <Table label="Tasks and votes" head={['Task', 'Points', 'Votes', 'Average']}>
        {tasks.map(({ task, rounds, finalStoryPoints }) => (
          <tr key={task.id}>
            <th scope="row">{task.title}</th>
            <td>{finalStoryPoints === null ? <NoPoints skipped={task.skipped} /> : <strong>{finalStoryPoints}</strong>}</td>
            <td className="wide">
              <Rounds rounds={rounds} nameOf={(id) => people.find((person) => person.id === id)?.name} />
            </td>
            <td className="tabular">{shown(rounds.at(-1)?.statistics.average ?? null)}</td>
          </tr>
        ))}
      </Table>
    </Page>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}

function NoPoints({ skipped }: { readonly skipped: boolean }) {
  return skipped ? <Badge>Skipped</Badge> : <span className="soft">–</span>;
}

function Rounds({
  rounds,
  nameOf,
}: {
  readonly rounds: readonly Round[];
  readonly nameOf: (userId: string) => string | undefined;
}) {
  if (rounds.every(({ votes }) => votes.length === 0)) {
    return <span className="soft">None</span>;
  }
  return (
    <ol className="summary-rounds">
      {rounds.map(({ votes }, round) => (
        <li key={round}>
          {rounds.length > 1 && <span className="soft small">Round {round + 1}: </span>}
          {votes.map(({ userId, storyPoints }) => `${nameOf(userId) ?? 'Somebody who left'} ${storyPoints}`).join(', ')}
        </li>
      ))}
    </ol>
  );
}
