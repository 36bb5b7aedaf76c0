import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, explain, isProblem } from '../api/problem';
import { NotFound } from '../shell/NotFound';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { ErrorState, Failure, Skeleton } from '../ui/states';
import { toast } from '../ui/toasts';
import { draftOf, toNewProduct } from './draft';
import type { Product } from './product';
import { ProductForm } from './ProductForm';
import { productQuery, useEditProduct } from './queries';

export function EditProductPage() {
  const { id = '' } = useParams();
  const query = useQuery(productQuery(id));
  const isForeign = query.data && !query.data.you.isSeller;
  if (isForeign || (query.error instanceof ApiProblem && query.error.status === 404)) {
    return <NotFound what="product of yours" />;
  }
  return (
    <Page title="Change your offer" isNarrow>
      {query.data ? (
        <EditProduct key={id} latest={query.data} onReload={query.refetch} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} label="Loading the product" />
      )}
    </Page>
  );
}

/** Edits the product as it was when the form was filled: what others change meanwhile is not overwritten unseen. */
function EditProduct({ latest, onReload }: { readonly latest: Product; readonly onReload: () => Promise<unknown> }) {
  const [product, setProduct] = useState(latest);
  const edit = useEditProduct(product);
  const navigate = useNavigate();
  const [initial, setInitial] = useState(() => draftOf(product));
  function takeLatest() {
    setProduct(latest);
    setInitial(draftOf(latest));
    edit.reset();
  }
  return (
    <ProductForm
      key={product.version}
      initial={initial}
      isNew={false}
      action={edit.isPending ? 'Saving…' : 'Save'}
      isPending={edit.isPending}
      isSaved={edit.isSuccess}
      failure={
        isProblem(edit.error, 'stale') ? (
          <>
            <Failure>It was changed elsewhere meanwhile, so yours was not saved.</Failure>
            <Button onPress={takeLatest} isDisabled={latest.version === product.version}>
              Begin again with what is there now
            </Button>
          </>
        ) : (
          edit.isError && <Failure>{explain(edit.error)}</Failure>
        )
      }
      onSave={(draft) => {
        const { currency: _, ...change } = toNewProduct(draft);
        edit.mutate(change, {
          onSuccess: ({ id }) => {
            toast({ text: 'Saved.' });
            void navigate(`/market/products/${id}`);
          },
          onError: (error) => isProblem(error, 'stale') && void onReload(),
        });
      }}
    />
  );
}
