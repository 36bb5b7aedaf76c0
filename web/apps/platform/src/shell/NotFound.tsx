import { Compass } from 'lucide-react';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { EmptyState } from '../ui/states';

export function NotFound({ what = 'page' }: { readonly what?: string }) {
  return (
    <Page title="Not found" isTitleHidden>
      <EmptyState
        icon={Compass}
        title={`There is no such ${what}`}
        action={
          <ButtonLink href="/" look="primary">
            To the auctions
          </ButtonLink>
        }
      >
        It may have gone, or it is not for you to see.
      </EmptyState>
    </Page>
  );
}
