import { Package } from 'lucide-react';
import { ItemCard } from '../ui/Cards';
import { money } from '../ui/money';
import { Badge } from '../ui/states';
import { type Product, stockText } from './product';

export function ProductCard({ product }: { readonly product: Product }) {
  const { id, category, seller, you, priceMinor, currency, status } = product;
  return (
    <ItemCard
      item={product}
      icon={Package}
      to={`/market/products/${id}`}
      priceName={you.isSeller ? 'You sell this' : `From ${seller.name}`}
      price={<span className="tabular">{money(priceMinor, currency)}</span>}
      beside={<Badge tone={status === 'active' ? 'plain' : 'danger'}>{stockText(product)}</Badge>}
    >
      <p className="small soft">{category.name}</p>
    </ItemCard>
  );
}
