import { Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/Button';

interface PartProps {
  readonly title: string;
  readonly about: string;
  /** Says what would be made. */
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** All of one kind, and how to make another. */
export function Part({ title, about, add, onAdd, children }: PartProps) {
  const heading = useId();
  return (
    <section className="admin-queue card" aria-labelledby={heading}>
      <div className="row spread">
        <div>
          <h2 id={heading}>{title}</h2>
          <p className="soft">{about}</p>
        </div>
        <Button onPress={onAdd}>
          <Plus aria-hidden /> {add}
        </Button>
      </div>
      {children}
    </section>
  );
}
