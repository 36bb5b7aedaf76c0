import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';

/** Properties of {@link MessageInput}. */
export interface MessageInputProps {
  /** Called with each change of the text. */
  readonly onTypingStart?: (() => void) | undefined;
  /** Called when the text is sent or empty again, and when the field is left. */
  readonly onTypingStop?: (() => void) | undefined;
  /** Called with a text that is not blank. */
  readonly onSendMessage: (content: string) => void;
  readonly disabled?: boolean | undefined;
  /** Longest text, in characters. Default 4,000. */
  readonly maxLength?: number | undefined;
}

/** Where a message is written. Enter sends it, Shift and Enter begin a new line. */
export function MessageInput({
  onTypingStart,
  onTypingStop,
  onSendMessage,
  disabled,
  maxLength = 4000,
}: MessageInputProps): ReactNode {
  const [text, setText] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && disabled !== true) {
      onTypingStop?.();
      onSendMessage(text.trim());
      setText('');
    }
  };
  const changed = (value: string): void => {
    setText(value);
    (value === '' ? onTypingStop : onTypingStart)?.();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      send(event);
    }
  };
  return (
    <form className="message-input" onSubmit={send}>
      <textarea
        aria-label="Message"
        placeholder="Write a message"
        rows={1}
        value={text}
        maxLength={maxLength}
        disabled={disabled}
        onChange={(event) => changed(event.target.value)}
        onKeyDown={pressed}
        onBlur={onTypingStop}
      />
      <button type="submit" disabled={disabled === true || text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
