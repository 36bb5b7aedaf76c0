import { PresenceIndicator } from '@/components/realtime/pusence-indicator';

<PresenceIndicator contactId={contactId} />;
