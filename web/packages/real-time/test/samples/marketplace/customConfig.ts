const customConfig: RealTimeConfig = {
  pusherKey: 'your-key',
  pusherCluster: 'your-cluster',
  enablePresence: true,
  enableTypingIndicators: true,
  // Additional Pusher options
  wsHost: 'ws.pusherapp.com',
  wsPort: 80,
  wssPort: 443,
  forceTLS: true,
  enabledTransports: ['ws', 'wss'],
};
