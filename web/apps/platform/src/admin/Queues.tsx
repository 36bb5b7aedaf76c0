import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Badge, Failure } from '../ui/states';
import { Table } from '../ui/Table';
import { Ago, dateAndTime } from '../ui/time';
import { Loaded } from '../ui/Loaded';
import { type DeadLetter, type Queue, type QueueName, queueQuery, queues, useDeadLetter } from './queries';

const names: Readonly<Record<QueueName, readonly [title: string, about: string]>> = {
  outbox: ['Outbox', 'Events that are stored and on their way to the realtime server.'],
  webhooks: ['Webhooks', 'What the realtime server tells applications.'],
  'event-bus': ['Event bus', 'Events between modules, and to other services.'],
};

/** What waits, and what was given up after many tries. */
export function Queues() {
  return queues.map((name) => <QueueSection key={name} name={name} />);
}

function QueueSection({ name }: { readonly name: QueueName }) {
  const [title, about] = names[name];
  return (
    <section className="admin-queue card" aria-labelledby={`queue-${name}`}>
      <div>
        <h2 id={`queue-${name}`}>{title}</h2>
        <p className="soft">{about}</p>
      </div>
      <Loaded query={useQuery(queueQuery(name))} label={`Loading ${title.toLowerCase()}`}>
        {(queue) => (
          <>
            <Waiting queue={queue} />
            {queue.deadLetters.length > 0 && <DeadLetters name={name} letters={queue.deadLetters} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Waiting({ queue: { pending, oldestPendingAt, deadLetters } }: { readonly queue: Queue }) {
  return (
    <p className="row">
      {pending !== null && (
        <Badge tone={pending === 0 ? 'good' : 'brass'}>{pending === 0 ? 'Nothing waits' : `${pending} waiting`}</Badge>
      )}
      {oldestPendingAt !== null && (
        <span className="small soft">
          the oldest since <Ago at={oldestPendingAt} />
        </span>
      )}
      <Badge tone={deadLetters.length === 0 ? 'plain' : 'danger'}>
        {deadLetters.length === 0 ? 'None given up' : `${deadLetters.length} given up`}
      </Badge>
    </p>
  );
}

function DeadLetters({ name, letters }: { readonly name: QueueName; readonly letters: readonly DeadLetter[] }) {
  const [doomed, setDoomed] = useState<DeadLetter | null>(null);
  const act = useDeadLetter(name);
  return (
    <>
      {act.isError && !doomed && <Failure>{explain(act.error)}</Failure>}
      <Table label={`Given up: ${names[name][0]}`} head={['Event', 'Channel', 'Error', 'Tries', 'Since', 'Actions']}>
        {letters.map((letter) => (
          <tr key={letter.id}>
            <th scope="row">{letter.event || letter.id}</th>
            <td>{letter.channel ?? '–'}</td>
            <td className="wide">{letter.error ?? '–'}</td>
            <td className="tabular">{letter.attempts ?? '–'}</td>
            <td>
              <time dateTime={letter.at}>{dateAndTime(letter.at)}</time>
            </td>
            <td>
              <div className="admin-actions">
                <Button
                  size="small"
                  isDisabled={act.isPending}
                  aria-label={`Replay ${letter.event || letter.id}`}
                  onPress={() => act.mutate({ id: letter.id, how: 'replay' })}
                >
                  Replay
                </Button>
                <Button
                  size="small"
                  look="danger"
                  isDisabled={act.isPending}
                  aria-label={`Delete ${letter.event || letter.id}`}
                  onPress={() => setDoomed(letter)}
                >
                  Delete
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </Table>
      <ConfirmDialog
        title="Delete it for good?"
        isOpen={doomed !== null}
        onClose={() => setDoomed(null)}
        action="Delete"
        isDangerous
        isPending={act.isPending}
        onConfirm={() => doomed && act.mutate({ id: doomed.id, how: 'delete' }, { onSuccess: () => setDoomed(null) })}
      >
        <p>
          {doomed?.event ?? 'It'} is never delivered{doomed?.channel ? ` to ${doomed.channel}` : ''}.
        </p>
        {act.isError && <Failure>{explain(act.error)}</Failure>}
      </ConfirmDialog>
    </>
  );
}
