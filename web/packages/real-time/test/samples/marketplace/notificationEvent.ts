type NotificationEvent = {
  type: 'notification';
  data: {
    id: string;
    userId: string;
    title: string;
    message: string;
    type: 'order' | 'message' | 'payment' | 'system';
    metadata?: Record<string, any>;
    read: boolean;
    createdAt: Date;
  };
};
