export { broadcastToTenant } from '@fanfare/real-time/server';
