import { Skeleton } from '../ui/states';

/** While the code of a page is on its way. */
export function LoadingPage() {
  return (
    <div className="page">
      <Skeleton lines={6} label="Loading the page" />
    </div>
  );
}
