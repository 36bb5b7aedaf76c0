import { TriangleAlert } from 'lucide-react';
import { useRouteError } from 'react-router';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/states';
import { useEffect } from 'react';

/** Where a page has a fault of its own. */
export function ErrorPage() {
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <main role="alert">
      <EmptyState
        icon={TriangleAlert}
        title="This page broke"
        action={
          <Button look="primary" onPress={() => location.reload()}>
            Load it again
          </Button>
        }
      >
        That is our fault. Nothing that you sent is lost.
      </EmptyState>
    </main>
  );
}
