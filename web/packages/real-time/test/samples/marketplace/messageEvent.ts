type MessageEvent = {
  type: 'message';
  data: {
    id: string;
    conversationId: string;
    senderId: string;
    content: string;
    createdAt: Date;
  };
};
