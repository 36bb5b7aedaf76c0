import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, isProblem } from '../api/problem';
import { NotFound } from '../shell/NotFound';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { SaveFailure } from '../ui/SaveFailure';
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
      <Loaded query={query} label="Loading the product" lines={8}>
        {(product) => <EditProduct key={id} latest={product} onReload={query.refetch} />}
      </Loaded>
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
      failure={<SaveFailure error={edit.error} isLatestKnown={latest.version !== product.version} onTakeLatest={takeLatest} />}
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
