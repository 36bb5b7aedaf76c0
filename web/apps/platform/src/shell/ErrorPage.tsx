import { TriangleAlert } from 'lucide-react';
import { useRouteError } from 'react-router';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/states';
import { useEffect } from 'react';

/** How browsers and the bundler call it. */
const NOT_LOADED = /dynamically imported module|importing a module script|preload CSS/i;

/** Where a page has a fault of its own, or its code did not come. */
export function ErrorPage() {
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  const isNotLoaded = error instanceof Error && NOT_LOADED.test(error.message);
  return (
    <main role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={isNotLoaded ? 'This page did not come' : 'This page broke'}
        action={
          <Button look="primary" onPress={() => location.reload()}>
            Load it again
          </Button>
        }
      >
        {isNotLoaded
          ? 'There is no connection, or there is a new version of Fanfare.'
          : 'That is our fault. Nothing that you sent is lost.'}
      </EmptyState>
    </main>
  );
}
