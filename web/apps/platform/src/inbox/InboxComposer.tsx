import { CalendarClock, SendHorizontal, StickyNote } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, Form, TextArea, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useDraft } from '../conversations/drafts';
import type { Person } from '../session/person';
import { Failure } from '../ui/states';
import { type Carrier, carrierNames, type Contact, nameOf, obstacleText, replyingText } from './contact';
import { LaterMenu } from './LaterMenu';
import { MentionList } from './MentionList';
import { useAddNote } from './useAddNote';
import { useColleagues } from './useMembers';
import { useMentions } from './useMentions';

type Mode = Carrier | 'note';

const nobody: readonly Person[] = [];
const MOST_CHARACTERS = 1_600;

interface InboxComposerProps {
  readonly contact: Contact;
  readonly preset: Carrier;
  /** Names of others who are writing an answer. */
  readonly replying: readonly string[];
  readonly onSend: (message: { readonly text: string; readonly channel: Carrier; readonly scheduledFor?: string }) => void;
  readonly onKeystroke: () => void;
  readonly onStop: () => void;
}

/** Answers the contact, or notes something for the team. That one writes a note nobody is told. */
export function InboxComposer({ contact, preset, replying, onSend, onKeystroke, onStop }: InboxComposerProps) {
  const [chosen, setChosen] = useState<Mode>();
  const mode = chosen ?? preset;
  const isNote = mode === 'note';
  const [text, setText] = useDraft(isNote ? `${contact.id} note` : contact.id);
  const note = useAddNote(contact.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const colleagues = useColleagues(contact.team.id);
  const mentions = useMentions({ people: isNote ? colleagues : nobody, text, onChange: setText, field });
  const obstacle = isNote ? null : obstacleText(contact, mode);
  const isEmpty = text.trim() === '';
  const warning = replyingText(replying);

  function send(at?: Date) {
    if (isEmpty || obstacle !== null || (isNote && note.isPending)) {
      return;
    }
    if (isNote) {
      note.add(text.trim(), () => setText(''));
    } else {
      onSend({ text: text.trim(), channel: mode, ...(at && { scheduledFor: at.toISOString() }) });
      setText('');
      onStop();
    }
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (mentions.onKeyDown(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  }

  function change(value: string) {
    setText(value);
    if (isNote) {
      return;
    }
    if (value === '') {
      onStop();
    } else {
      onKeystroke();
    }
  }

  return (
    <Form
      className="inbox-composer"
      data-mode={isNote ? 'note' : 'reply'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="inbox-modes">
        <ToggleButtonGroup
          aria-label="Write"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[mode]}
          onSelectionChange={([key]) => {
            onStop();
            setChosen(key as Mode);
          }}
          className="modes"
        >
          {contact.channels.map((carrier) => (
            <ToggleButton key={carrier} id={carrier} className="mode">
              {carrierNames[carrier]}
            </ToggleButton>
          ))}
          <ToggleButton id="note" className="mode mode-note">
            <StickyNote aria-hidden /> Note
          </ToggleButton>
        </ToggleButtonGroup>
        <p className="replying small" role="status" data-collides={(!isEmpty && !isNote) || undefined}>
          {warning && (!isEmpty && !isNote ? `${warning}. Look before you send.` : warning)}
        </p>
        {!isNote && obstacle === null && (
          <LaterMenu
            label="Send later"
            icon={CalendarClock}
            dialogTitle="Send later"
            isDisabled={isEmpty}
            onChosen={(at) => send(at)}
          />
        )}
      </div>
      {obstacle !== null ? (
        <p className="inbox-obstacle soft">{obstacle}</p>
      ) : (
        <div className="inbox-write">
          <MentionList mentions={mentions} />
          <TextField
            aria-label={isNote ? `Note on ${nameOf(contact)}` : `Message to ${nameOf(contact)}`}
            value={text}
            onChange={change}
            onBlur={onStop}
            maxLength={MOST_CHARACTERS}
            className="composer-field"
          >
            <TextArea
              {...mentions.fieldProps}
              ref={field}
              rows={1}
              placeholder={isNote ? 'A note that only the team sees' : `Answer by ${carrierNames[mode]}`}
              onKeyDown={onKeyDown}
              enterKeyHint="send"
            />
          </TextField>
          <Button
            type="submit"
            className="composer-send"
            aria-label={isNote ? 'Add note' : 'Send'}
            isDisabled={isEmpty || note.isPending}
          >
            <SendHorizontal aria-hidden />
          </Button>
        </div>
      )}
      {isNote && note.failure && <Failure>{note.failure}</Failure>}
    </Form>
  );
}
