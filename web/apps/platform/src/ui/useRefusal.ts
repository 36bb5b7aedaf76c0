import { type RefObject, useEffect, useRef } from 'react';
import { showFirstError } from './showFirstError';

/** Leads to the field with which something was refused, once that is shown there. */
export function useRefusal(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error && form.current) {
      showFirstError(form.current);
    }
  }, [error]);
  return form;
}
