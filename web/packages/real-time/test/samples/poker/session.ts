import { useRealtimeClient } from './useRealtimeClient';

useRealtimeClient({
  sessionId,
  callbacks: {
    onEvent: (message) => {
      // Handle events
    },
    onConnected: () => {
      // Handle connection
    },
    // ...
  },
});
