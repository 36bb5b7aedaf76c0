import { Plus, RotateCcw } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem';
import { Button, IconButton } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Badge, Failure } from '../ui/states';
import { useUnsaved } from '../ui/unsaved';
import { leads, type Session, type Task } from './poker';
import { useAct } from './queries';

export function TaskList({ session }: { readonly session: Session }) {
  const act = useAct(session.id);
  const isLeading = leads(session.you.role);
  return (
    <section className="poker-tasks card" aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      <ol>
        {session.tasks.map((task) => (
          <li key={task.id} data-current={task.id === session.currentTaskId || undefined}>
            <span className="poker-task-title">{task.title}</span>
            <State task={task} isCurrent={task.id === session.currentTaskId} />
            {isLeading && (task.finalStoryPoints !== null || task.skipped) && (
              <IconButton
                label={`Estimate ${task.title} again`}
                isDisabled={act.isPending}
                onPress={() => act.mutate({ kind: 'reopen', taskId: task.id })}
              >
                <RotateCcw aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {act.isError && <Failure>{explain(act.error)}</Failure>}
      {isLeading && <AddTask session={session} />}
    </section>
  );
}

function State({ task, isCurrent }: { readonly task: Task; readonly isCurrent: boolean }) {
  if (isCurrent) {
    return <Badge tone="brass">Now</Badge>;
  }
  if (task.finalStoryPoints !== null) {
    return <Badge tone="good">{points(task.finalStoryPoints)}</Badge>;
  }
  return task.skipped ? <Badge>Skipped</Badge> : null;
}

function points(storyPoints: number | string): string {
  return typeof storyPoints === 'number' ? `${storyPoints} ${storyPoints === 1 ? 'point' : 'points'}` : storyPoints;
}

function AddTask({ session }: { readonly session: Session }) {
  const [title, setTitle] = useState('');
  const act = useAct(session.id);
  useUnsaved(title !== '');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() !== '') {
      act.mutate({ kind: 'tasks', title: title.trim() }, { onSuccess: () => setTitle('') });
    }
  }
  return (
    <form className="add-task" onSubmit={submit}>
      <TextField label="Another task" maxLength={200} value={title} onChange={setTitle} />
      <Button type="submit" isPending={act.isPending} isDisabled={title.trim() === ''}>
        <Plus aria-hidden /> Add
      </Button>
      {act.isError && <Failure>{explain(act.error)}</Failure>}
    </form>
  );
}
