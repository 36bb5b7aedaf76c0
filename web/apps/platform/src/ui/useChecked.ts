import { type FormEvent, useState } from 'react';
import { showFirstError } from './showFirstError';

/**
 * A form that says what is wrong from the first try on, and leads to it.
 *
 * @param check what is wrong with each field, at a time in milliseconds of the epoch
 * @param onGood called when there was a try and nothing is wrong
 */
export function useChecked<Errors extends object>(check: (now: number) => Errors, onGood: (now: number) => void) {
  const [wasTried, setTried] = useState(false);
  const errors: Partial<Errors> = wasTried ? check(Date.now()) : {};
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const now = Date.now();
    if (Object.keys(check(now)).length > 0) {
      showFirstError(event.currentTarget);
    } else {
      onGood(now);
    }
  }
  return { errors, submit, beginAnew: () => setTried(false) };
}
