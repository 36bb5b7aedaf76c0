import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { useOpenConversation } from '../conversations/queries';
import { Button } from '../ui/Button';
import { toast } from '../ui/toasts';
import type { Auction } from './auction';

/** Opens the thread about this auction, and begins it if there is none. */
export function MessageSeller({ auction, children }: { readonly auction: Auction; readonly children: ReactNode }) {
  const navigate = useNavigate();
  const open = useOpenConversation();
  function go() {
    if (auction.you.conversationId) {
      void navigate(`/messages/${auction.you.conversationId}`);
      return;
    }
    open.mutate(
      { participantId: auction.seller.id, subject: { type: 'auction', id: auction.id, title: auction.title } },
      {
        onSuccess: (conversation) => void navigate(`/messages/${conversation.id}`),
        onError: (error) => toast({ text: explain(error), tone: 'danger' }),
      },
    );
  }
  return (
    <div>
      <Button onPress={go} isPending={open.isPending}>
        {children}
      </Button>
    </div>
  );
}
