import { act } from '@testing-library/react';

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
