export { useRealtimeClient } from '@fanfare/real-time/client';
