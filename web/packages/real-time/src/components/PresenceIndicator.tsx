import type { ReactNode } from 'react';
import { usePresence } from '../client/usePresence.js';

/** Of which channel {@link PresenceIndicator} tells. */
export type PresenceIndicatorProps = (
  | { readonly contactId: string; readonly productId?: undefined; readonly channel?: undefined }
  | { readonly productId: string; readonly contactId?: undefined; readonly channel?: undefined }
  | { readonly channel: string; readonly contactId?: undefined; readonly productId?: undefined }
) & {
  /** How many are shown one by one. Default 3. */
  readonly show?: number | undefined;
};

/** Who looks at the same: `2 people viewing`. Nothing while nobody is known to. */
export function PresenceIndicator({ contactId, productId, channel, show = 3 }: PresenceIndicatorProps): ReactNode {
  const name = channel ?? (contactId === undefined ? `presence-product-${productId}` : `presence-contact-${contactId}`);
  const { members, count, isStale } = usePresence(name);
  if (count === 0) {
    return null;
  }
  return (
    <div className="presence-indicator" data-stale={isStale || undefined}>
      <div className="flex items-center space-x-2 text-sm text-gray-600">
        <div className="flex -space-x-1">
          {[...members.values()].slice(0, show).map((member) => (
            <div key={member.id} className="w-6 h-6 rounded-full bg-green-500 border-2 border-white" title={member.name} />
          ))}
        </div>
        <span>{count === 1 ? '1 person' : `${count} people`} viewing</span>
      </div>
    </div>
  );
}
