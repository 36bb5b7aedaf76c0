import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Leads from a contact that is no more to the one that it was merged into, in the same view of the list. */
export function useFollowMerge(): (into: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return useCallback((into) => void navigate({ pathname: `/inbox/${into}`, search }, { replace: true }), [navigate, search]);
}
