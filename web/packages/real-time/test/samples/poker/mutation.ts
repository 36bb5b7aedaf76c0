import { getRealtimeService } from '~/server/realtime';

// In your mutation
const realtime = getRealtimeService();
await realtime.trigger(`planning-poker-${sessionId}`, 'vote', {
  sessionId,
  taskId,
  userId,
  storyPoints,
});
