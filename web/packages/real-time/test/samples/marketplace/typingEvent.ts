type TypingEvent = {
  type: 'typing';
  data: {
    conversationId: string;
    userId: string;
    isTyping: boolean;
  };
};
