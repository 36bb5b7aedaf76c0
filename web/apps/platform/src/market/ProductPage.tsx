import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { useParams } from 'react-router';
import { MessageButton } from '../conversations/MessageButton';
import { PageOf } from '../shell/PageOf';
import { Page } from '../ui/Page';
import { Picture } from '../ui/Picture';
import { dateAndTime } from '../ui/time';
import { BuyPanel } from './BuyPanel';
import { type Product, stockText } from './product';
import { OffererTools } from './OffererTools';
import { productQuery } from './queries';
import { Viewers } from './Viewers';
import '../ui/offer.css';

export function ProductPage() {
  const { id = '' } = useParams();
  const query = useQuery(productQuery(id));
  return (
    <PageOf query={query} what="product" title="Product">
      {(product) => <ShownProduct key={id} product={product} />}
    </PageOf>
  );
}

function ShownProduct({ product }: { readonly product: Product }) {
  const { id, title, description, seller, you } = product;
  return (
    <Page title={title}>
      <div className="offer">
        <div className="offer-picture card">
          <Picture of={product} icon={Package} />
        </div>
        <div className="offer-side stack">
          <BuyPanel product={product} />
          <Viewers channel={`presence-product-${id}`} namesThem />
          {you.isSeller && <OffererTools product={product} />}
        </div>
        <section className="stack" aria-labelledby="about">
          <h2 id="about">About</h2>
          <p className="offer-description">{description || 'No description.'}</p>
          <Facts product={product} />
          {!you.isSeller && (
            <MessageButton conversationId={you.conversationId} to={seller.id} about={{ type: 'product', id, title }}>
              {you.conversationId ? 'Open the conversation' : `Ask ${seller.name}`}
            </MessageButton>
          )}
        </section>
      </div>
    </Page>
  );
}

function Facts({ product }: { readonly product: Product }) {
  return (
    <dl className="facts">
      <div>
        <dt>Seller</dt>
        <dd>{product.you.isSeller ? 'You' : product.seller.name}</dd>
      </div>
      <div>
        <dt>Category</dt>
        <dd>{product.category.name}</dd>
      </div>
      <div>
        <dt>Stock</dt>
        <dd>{stockText(product)}</dd>
      </div>
      <div>
        <dt>Offered since</dt>
        <dd>
          <time dateTime={product.createdAt}>{dateAndTime(product.createdAt)}</time>
        </dd>
      </div>
    </dl>
  );
}
