// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { FormEvent } from 'react';
import { expect, test, vi } from 'vitest';
import { useChecked } from './useChecked';

function begin(title: string) {
  const save = vi.fn();
  const form = ({ title }: { readonly title: string }) => useChecked(() => (title === '' ? { title: 'Missing' } : {}), save);
  const { result, rerender } = renderHook(form, { initialProps: { title } });
  const submit = () =>
    act(() =>
      result.current.submit({
        preventDefault: () => {},
        currentTarget: document.createElement('form'),
      } as unknown as FormEvent<HTMLFormElement>),
    );
  return { result, rerender, submit, save };
}

test('what is wrong is said from the first try on, and nothing is saved', () => {
  const { result, rerender, submit, save } = begin('');
  expect(result.current.errors).toEqual({});
  submit();
  expect(result.current.errors).toEqual({ title: 'Missing' });
  expect(save).not.toHaveBeenCalled();
  rerender({ title: 'Trumpet' });
  expect(result.current.errors).toEqual({});
  submit();
  expect(save).toHaveBeenCalledOnce();
});

test('a form that begins anew says nothing of what it has not been asked', () => {
  const { result, submit } = begin('');
  submit();
  act(() => result.current.beginAnew());
  expect(result.current.errors).toEqual({});
});
