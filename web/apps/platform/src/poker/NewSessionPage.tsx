import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { Switch, TextField } from '../ui/fields';
import { Loaded } from '../ui/Loaded';
import { Select } from '../ui/Menu';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { useChecked } from '../ui/useChecked';
import { useUnsaved } from '../ui/unsaved';
import { cardsOf, checked, CUSTOM, emptyDraft, tasksOf, toNewSession } from './draft';
import type { Deck } from './poker';
import { decksQuery, useCreateSession } from './queries';
import '../ui/forms.css';
import './new-session.css';

export function NewSessionPage() {
  return (
    <Page title="New session" isNarrow>
      <Loaded query={useQuery(decksQuery)} label="Loading the decks" lines={6}>
        {(decks) => <NewSession decks={decks} />}
      </Loaded>
    </Page>
  );
}

function NewSession({ decks }: { readonly decks: readonly Deck[] }) {
  const [draft, setDraft] = useState(() => ({ ...emptyDraft, deck: decks[0]?.name ?? CUSTOM }));
  const create = useCreateSession();
  const navigate = useNavigate();
  useUnsaved([draft.title, draft.project, draft.tasks, draft.cards].some((text) => text !== '') && !create.isSuccess);
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const tasks = tasksOf(draft.tasks).length;
  const cards = draft.deck === CUSTOM ? cardsOf(draft.cards) : (decks.find(({ name }) => name === draft.deck)?.cards ?? []);

  const { errors, submit } = useChecked(
    () => checked(draft),
    () => create.mutate(toNewSession(draft), { onSuccess: ({ id }) => void navigate(`/poker/${id}`) }),
  );

  return (
    <form className="form-card card" onSubmit={submit} noValidate>
      <TextField
        label="Title"
        isRequired
        maxLength={120}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={errors.title}
        placeholder="Sprint 12"
      />
      <TextField
        label="Project (optional)"
        maxLength={80}
        value={draft.project}
        onChange={(project) => set({ project })}
        hint="One session of a project runs at a time."
      />
      <TextField
        label="Tasks"
        isRequired
        rows={7}
        value={draft.tasks}
        onChange={(text) => set({ tasks: text })}
        error={errors.tasks}
        placeholder={'Sign in with a passkey\nExport as CSV'}
        hint={tasks === 0 ? 'One a line. Paste them from a list.' : `${tasks} ${tasks === 1 ? 'task' : 'tasks'}, one a line.`}
      />
      <Select
        label="Deck"
        value={draft.deck}
        options={[
          ...decks.map(({ name }) => ({ value: name, text: deckName(name) })),
          { value: CUSTOM, text: 'Cards of our own' },
        ]}
        onChange={(deck) => set({ deck })}
      />
      {draft.deck === CUSTOM && (
        <TextField
          label="Cards"
          isRequired
          value={draft.cards}
          onChange={(text) => set({ cards: text })}
          error={errors.cards}
          placeholder="0.5, 1, 2, 4, ?"
          hint="With commas or spaces between them."
        />
      )}
      {cards.length > 0 && (
        <ul className="deck-preview" aria-label="Cards of the deck">
          {cards.map((card) => (
            <li key={card}>{card}</li>
          ))}
        </ul>
      )}
      <Switch isSelected={draft.autoReveal} onChange={(autoReveal) => set({ autoReveal })}>
        Turn the cards over once everybody who is there has voted
      </Switch>
      {create.isError && <Failure>{explain(create.error)}</Failure>}
      <Button type="submit" look="primary" isPending={create.isPending}>
        {create.isPending ? 'Beginning…' : 'Begin'}
      </Button>
    </form>
  );
}

function deckName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
