import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Ban, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { Link } from 'react-router';
import { explain } from '../api/problem';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Item, Menu } from '../ui/Menu';
import { Failure } from '../ui/states';
import { ago, useMinute } from '../ui/time';
import type { Person } from '../session/person';
import { type Conversation, pageOf } from './conversation';
import { statusQuery, useBlock, type UserStatus } from './queries';

export function ThreadHeader({ conversation, other }: { readonly conversation: Conversation; readonly other: Person }) {
  const { data: status } = useQuery(statusQuery(other.id));
  const [isAsking, setAsking] = useState(false);
  const block = useBlock(conversation.id);
  const { blockedByMe, subject } = conversation;
  const page = subject && pageOf(subject);
  return (
    <header className="thread-header">
      <Link to="/messages" className="thread-back" aria-label="All conversations">
        <ArrowLeft aria-hidden />
      </Link>
      <Avatar name={other.name} src={other.avatar} presence={status?.status} />
      <div className="thread-who">
        <h1 className="cut">{other.name}</h1>
        <p className="small soft cut">
          {subject && (page ? <Link to={page}>{subject.title}</Link> : subject.title)}
          {subject && status && ' · '}
          {status && <Seen status={status} />}
        </p>
      </div>
      <MenuTrigger>
        <IconButton label="More about this conversation">
          <EllipsisVertical aria-hidden />
        </IconButton>
        <Menu onAction={() => (blockedByMe ? block.mutate(false) : setAsking(true))}>
          <Item id="block" textValue="Block" isDangerous={!blockedByMe}>
            <Ban aria-hidden /> {blockedByMe ? `Unblock ${other.name}` : `Block ${other.name}`}
          </Item>
        </Menu>
      </MenuTrigger>
      <ConfirmDialog
        title={`Block ${other.name}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="Block"
        isDangerous
        isPending={block.isPending}
        onConfirm={() => block.mutate(true, { onSuccess: () => setAsking(false) })}
      >
        <p>Neither of you can write to the other until you unblock. What was said stays.</p>
        {block.isError && <Failure>{explain(block.error)}</Failure>}
      </ConfirmDialog>
    </header>
  );
}

function Seen({ status }: { readonly status: UserStatus }) {
  const now = useMinute();
  if (status.status !== 'offline') {
    return status.status === 'online' ? 'Online' : 'Away';
  }
  return status.lastSeen ? `Last seen ${ago(Date.parse(status.lastSeen), now)}` : 'Offline';
}
