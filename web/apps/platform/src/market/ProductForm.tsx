import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button';
import { currencies } from '../ui/currencies';
import { CountField, MoneyField } from '../ui/fields';
import { Select } from '../ui/Menu';
import { OfferFields } from '../ui/OfferFields';
import { useChecked } from '../ui/useChecked';
import { useUnsaved } from '../ui/unsaved';
import { checked, type Draft, MOST_PIECES } from './draft';
import { categoriesQuery } from './queries';
import '../ui/forms.css';

interface ProductFormProps {
  readonly initial: Draft;
  readonly action: string;
  readonly isPending: boolean;
  readonly isSaved: boolean;
  /** What the server said against it. */
  readonly failure: ReactNode;
  readonly isNew: boolean;
  readonly onSave: (draft: Draft) => void;
}

export function ProductForm({ initial, action, isPending, isSaved, failure, isNew, onSave }: ProductFormProps) {
  const [draft, setDraft] = useState(initial);
  const { data: categories = [] } = useQuery(categoriesQuery);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  useUnsaved(draft !== initial && !isSaved);

  const { errors, submit } = useChecked(
    () => checked(draft),
    () => onSave(draft),
  );

  return (
    <form className="form-card card" onSubmit={submit} noValidate>
      <OfferFields
        offer={draft}
        set={set}
        titleError={errors.title}
        hint="Its state, its measures, how it gets to the buyer."
        isPictureOptional={initial.image === ''}
      />
      <Select
        label="Category"
        value={draft.categoryId}
        options={categories.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(categoryId) => set({ categoryId })}
        error={errors.categoryId}
      />
      <div className="form-pair">
        <MoneyField
          label="Price"
          currency={draft.currency}
          isRequired
          minValue={0}
          value={draft.price}
          onChange={(price) => set({ price })}
          error={errors.price}
          hint="For one piece."
        />
        {isNew && (
          <Select label="Currency" value={draft.currency} options={currencies} onChange={(currency) => set({ currency })} />
        )}
      </div>
      <CountField
        label="How many there are"
        isRequired
        minValue={isNew ? 1 : 0}
        maxValue={MOST_PIECES}
        value={draft.stock}
        onChange={(stock) => set({ stock })}
        error={errors.stock}
      />
      {failure}
      <Button type="submit" look="primary" isPending={isPending}>
        {action}
      </Button>
    </form>
  );
}
