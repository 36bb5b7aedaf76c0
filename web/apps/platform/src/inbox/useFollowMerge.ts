import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useChannelEvents } from '../realtime';
import { changesOf } from './contact';

/** Leads from a contact that is no more to the one that it was merged into, in the same view of the list. */
export function useFollow(): (into: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return useCallback((into) => void navigate({ pathname: `/inbox/${into}`, search }, { replace: true }), [navigate, search]);
}

/** Does so when somebody merges it. That the contact is no more may be known before. */
export function useFollowMerge(contactId: string, isKnown: boolean): void {
  const follow = useFollow();
  useChannelEvents(
    isKnown ? `private-contact-${contactId}` : null,
    useMemo(
      () => ({
        'contact:updated': (data: unknown) => {
          const { mergedInto } = changesOf(data);
          if (typeof mergedInto === 'string') {
            follow(mergedInto);
          }
        },
      }),
      [follow],
    ),
  );
}
