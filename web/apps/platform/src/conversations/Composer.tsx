import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button, Form, TextArea, TextField } from 'react-aria-components';
import type { Conversation } from './conversation';
import { useDraft } from './drafts';

const MOST_CHARACTERS = 4_000;

interface ComposerProps {
  readonly conversation: Conversation;
  readonly otherName: string;
  readonly onSend: (text: string) => void;
  readonly onKeystroke: () => void;
  readonly onStop: () => void;
}

/** Enter sends, Shift+Enter begins a new line; what is not sent is kept. */
export function Composer({ conversation, otherName, onSend, onKeystroke, onStop }: ComposerProps) {
  const [text, setText] = useDraft(conversation.id);
  const field = useRef<HTMLTextAreaElement>(null);
  if (conversation.blockedByMe || conversation.blockedByOther) {
    return (
      <p className="composer composer-blocked soft">
        {conversation.blockedByMe
          ? `You have blocked ${otherName}. Unblock to write.`
          : 'You cannot write to this person any more.'}
      </p>
    );
  }

  function send() {
    if (text.trim() !== '') {
      onSend(text.trim());
      setText('');
      onStop();
      field.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  }

  function change(value: string) {
    setText(value);
    if (value === '') {
      onStop();
    } else {
      onKeystroke();
    }
  }

  return (
    <Form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        aria-label={`Message to ${otherName}`}
        value={text}
        onChange={change}
        onBlur={onStop}
        maxLength={MOST_CHARACTERS}
        className="composer-field"
      >
        <TextArea ref={field} rows={1} placeholder="Write a message" onKeyDown={onKeyDown} enterKeyHint="send" />
      </TextField>
      <Button type="submit" className="composer-send" aria-label="Send" isDisabled={text.trim() === ''}>
        <SendHorizontal aria-hidden />
      </Button>
    </Form>
  );
}
