import type { LucideIcon } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { InstantField } from '../ui/InstantField';
import { Item, Menu } from '../ui/Menu';
import { laterChoices } from './contact';

interface LaterMenuProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly dialogTitle: string;
  readonly isDisabled?: boolean;
  readonly onChosen: (at: Date) => void;
}

const OTHER = 'other';

/** When something is to happen: one of the usual times, or any. */
export function LaterMenu({ label, icon: Icon, dialogTitle, isDisabled, onChosen }: LaterMenuProps) {
  const [isAsking, setAsking] = useState(false);
  const choices = laterChoices(new Date());
  return (
    <>
      <MenuTrigger>
        <Button size="small" aria-label={label} isDisabled={isDisabled ?? false}>
          <Icon aria-hidden />
          <span className="contact-tool-text">{label}</span>
        </Button>
        <Menu
          onAction={(key) => {
            const choice = choices.find(({ id }) => id === key);
            if (choice) {
              onChosen(choice.at);
            } else {
              setAsking(true);
            }
          }}
        >
          {choices.map(({ id, text }) => (
            <Item key={id} id={id} textValue={text}>
              {text}
            </Item>
          ))}
          <Item id={OTHER} textValue="Another time">
            Another time…
          </Item>
        </Menu>
      </MenuTrigger>
      <Dialog title={dialogTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        <TimeForm
          action={label}
          onChosen={(at) => {
            setAsking(false);
            onChosen(at);
          }}
        />
      </Dialog>
    </>
  );
}

function TimeForm({ action, onChosen }: { readonly action: string; readonly onChosen: (at: Date) => void }) {
  const [text, setText] = useState('');
  const at = new Date(text);
  const isGone = text !== '' && at.getTime() <= Date.now();
  function choose(event: FormEvent) {
    event.preventDefault();
    onChosen(at);
  }
  return (
    <form className="stack" onSubmit={choose}>
      <InstantField label="Day and time" autoFocus value={text} onChange={setText} error={isGone ? 'That is over' : undefined} />
      <div className="dialog-actions">
        <Button type="submit" look="primary" isDisabled={text === '' || isGone}>
          {action}
        </Button>
      </div>
    </form>
  );
}
