// components/MessageThread.tsx
import { useChannel, useTypingIndicator } from '@repo/real-time/client';
import { useEffect, useState } from 'react';

interface Message {
  id: string;
  content: string;
  senderId: string;
  createdAt: Date;
}

function MessageThread({ conversationId }: { conversationId: string }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const { bind } = useChannel(`private-conversation-${conversationId}`);
  const { typingUsers, sendTyping } = useTypingIndicator(conversationId);

  // Listen for new messages
  useEffect(() => {
    const unsubscribe = bind('new-message', (data: Message) => {
      setMessages((prev) => [...prev, data]);
    });

    return unsubscribe;
  }, [bind]);

  // Handle typing events
  const handleTypingStart = () => {
    sendTyping(true);
  };

  const handleTypingStop = () => {
    sendTyping(false);
  };

  return (
    <div className="message-thread">
      <div className="messages">
        {messages.map((message) => (
          <MessageBubble key={message.id} message={message} />
        ))}

        {typingUsers.length > 0 && <TypingIndicator users={typingUsers} />}
      </div>

      <MessageInput onTypingStart={handleTypingStart} onTypingStop={handleTypingStop} onSendMessage={handleSendMessage} />
    </div>
  );
}
