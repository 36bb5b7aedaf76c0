type PresenceEvent = {
  type: 'presence';
  data: {
    userId: string;
    status: 'online' | 'offline' | 'away';
    lastSeen?: Date;
  };
};
