import { type FormEvent, useState } from 'react';
import { explain, isProblem } from '../api/problem';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';
import { Failure } from '../ui/states';
import { useUnsaved } from '../ui/unsaved';
import type { Message } from './conversation';
import { messagesApi } from './queries';

interface EditMessageProps {
  readonly message: Message;
  readonly onSaved: (message: Message) => void;
  readonly onCancel: () => void;
}

export function EditMessage({ message, onSaved, onCancel }: EditMessageProps) {
  const [text, setText] = useState(message.text);
  useUnsaved(text !== message.text);
  const [failure, setFailure] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    try {
      onSaved(await messagesApi.edit(message, text.trim()));
    } catch (error) {
      setFailure(isProblem(error, 'stale') ? 'It was changed elsewhere meanwhile.' : explain(error));
      setSaving(false);
    }
  }

  return (
    <form
      className="edit-message"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField label="Edit message" autoFocus rows={2} value={text} onChange={setText} />
      {failure && <Failure>{failure}</Failure>}
      <span className="row">
        <Button type="submit" look="primary" size="small" isPending={isSaving} isDisabled={text.trim() === ''}>
          Save
        </Button>
        <Button look="quiet" size="small" onPress={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
