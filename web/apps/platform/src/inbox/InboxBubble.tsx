import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, Check, CheckCheck, CircleAlert, Clock, Paperclip } from 'lucide-react';
import { memo } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { clockTime, dateAndTime } from '../ui/time';
import { toast } from '../ui/toasts';
import { carrierNames, failureText, hasFailed, type InboxMessage, type Medium, sizeText, statusText } from './contact';
import { inboxApi, keys } from './queries';

interface InboxBubbleProps {
  readonly message: InboxMessage;
  readonly contactName: string;
  readonly me: string;
}

export const InboxBubble = memo(function InboxBubble({ message, contactName, me }: InboxBubbleProps) {
  const { direction, sender, senderId, body, media, channel, createdAt } = message;
  const isOurs = direction === 'outbound';
  const who = isOurs ? (senderId === me ? 'You' : (sender?.name ?? 'The team')) : contactName;
  return (
    <li className="message inbox-message" data-mine={isOurs || undefined} data-first data-status={message.status}>
      <span className={isOurs ? 'inbox-sender small soft' : 'visually-hidden'}>{who}</span>
      {media.map((medium) => (
        <Attachment key={medium.id} medium={medium} from={who} />
      ))}
      {body !== '' && <p className="bubble">{body}</p>}
      <span className="message-meta small soft">
        <time dateTime={createdAt} title={dateAndTime(createdAt)}>
          {clockTime(createdAt)}
        </time>
        {` · ${carrierNames[channel]}`}
        {isOurs && <Status message={message} />}
      </span>
      {hasFailed(message) && <Failed message={message} />}
      {message.status === 'scheduled' && <Scheduled message={message} />}
    </li>
  );
});

function Status({ message }: { readonly message: InboxMessage }) {
  const { status } = message;
  const Icon = hasFailed(message)
    ? CircleAlert
    : status === 'delivered' || status === 'read'
      ? CheckCheck
      : status === 'sent'
        ? Check
        : status === 'cancelled'
          ? Ban
          : Clock;
  return (
    <span className="inbox-status" data-status={status}>
      <Icon aria-hidden /> {statusText(message)}
    </span>
  );
}

function Failed({ message }: { readonly message: InboxMessage }) {
  const retry = useMessageAction(message, inboxApi.retry, 'Not sent');
  return (
    <span className="inbox-step small" role="alert">
      <span className="message-failure">{failureText(message)}</span>
      <Button look="quiet" size="small" isPending={retry.isPending} onPress={() => retry.mutate()}>
        Retry
      </Button>
    </span>
  );
}

function Scheduled({ message }: { readonly message: InboxMessage }) {
  const cancel = useMessageAction(message, inboxApi.cancel, 'Not cancelled');
  return (
    <span className="inbox-step small">
      <Button look="quiet" size="small" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
        Do not send
      </Button>
    </span>
  );
}

function useMessageAction({ id, contactId }: InboxMessage, act: (id: string) => Promise<unknown>, failure: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => act(id),
    onError: (error) => toast({ text: `${failure}: ${explain(error)}`, tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.messages(contactId) }),
  });
}

/** Its box is there before it is, so that nothing moves when it comes. */
function Attachment({ medium, from }: { readonly medium: Medium; readonly from: string }) {
  const { url, contentType, size } = medium;
  if (url === null) {
    return (
      <span className="inbox-file soft small">
        <Paperclip aria-hidden /> {contentType} is on its way, or could not be had
      </span>
    );
  }
  return contentType.startsWith('image/') ? (
    <a className="inbox-picture" href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={`Picture from ${from}`} loading="lazy" width={256} height={192} />
      <span className="small">{sizeText(size)}</span>
    </a>
  ) : (
    <a className="inbox-file small" href={url} target="_blank" rel="noreferrer">
      <Paperclip aria-hidden /> {contentType}, {sizeText(size)}
    </a>
  );
}
