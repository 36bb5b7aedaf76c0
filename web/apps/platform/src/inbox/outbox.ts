import type { Outbox, Unsent } from '../conversations/outbox';
import { Store } from '../ui/store';
import { guard } from '../ui/unsaved';
import type { Carrier } from './contact';

/** A message to a contact that the server has not confirmed. */
export interface UnsentToContact extends Unsent {
  readonly channel: Carrier;
  readonly scheduledFor?: string;
}

export const outbox = new Store<Outbox<UnsentToContact>>([]);
guard(() => outbox.value.length > 0);
