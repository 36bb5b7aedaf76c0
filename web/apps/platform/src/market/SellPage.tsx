import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Page } from '../ui/Page';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { emptyDraft, toNewProduct } from './draft';
import { ProductForm } from './ProductForm';
import { useOfferProduct } from './queries';

export function SellPage() {
  const offer = useOfferProduct();
  const navigate = useNavigate();
  return (
    <Page title="Offer something" isNarrow>
      <ProductForm
        initial={emptyDraft}
        isNew
        action={offer.isPending ? 'Offering it…' : 'Offer it'}
        isPending={offer.isPending}
        isSaved={offer.isSuccess}
        failure={offer.isError && <Failure>{explain(offer.error)}</Failure>}
        onSave={(draft) =>
          offer.mutate(toNewProduct(draft), {
            onSuccess: ({ id }) => {
              toast({ text: 'It is on the market.' });
              void navigate(`/market/products/${id}`);
            },
          })
        }
      />
    </Page>
  );
}
