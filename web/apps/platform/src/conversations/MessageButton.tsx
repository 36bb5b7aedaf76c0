import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { toast } from '../ui/toasts';
import type { Subject } from './conversation';
import { useOpenConversation } from './queries';

interface MessageButtonProps {
  /** Null if there is none yet. */
  readonly conversationId: string | null;
  readonly to: string;
  readonly about: Subject;
  readonly children: ReactNode;
}

/** Opens the thread with somebody about something, and begins it if there is none. */
export function MessageButton({ conversationId, to, about, children }: MessageButtonProps) {
  const navigate = useNavigate();
  const open = useOpenConversation();
  function go() {
    if (conversationId) {
      void navigate(`/messages/${conversationId}`);
      return;
    }
    open.mutate(
      { participantId: to, subject: about },
      {
        onSuccess: (conversation) => void navigate(`/messages/${conversation.id}`),
        onError: (error) => toast({ text: explain(error), tone: 'danger' }),
      },
    );
  }
  return (
    <div>
      <Button onPress={go} isPending={open.isPending}>
        <MessageCircle aria-hidden /> {children}
      </Button>
    </div>
  );
}
