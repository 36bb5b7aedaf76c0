import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Package, Plus, ShoppingBag, Store } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../ui/Button';
import { LoadingCards } from '../ui/Cards';
import { SearchField } from '../ui/fields';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { EmptyState } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { useSettled } from '../ui/useSettled';
import { ProductCard } from './ProductCard';
import { categoriesQuery, type ProductFilter, productsQuery } from './queries';
import { Viewers } from './Viewers';

export function MarketPage() {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState(params.get('q') ?? '');
  const q = useSettled(search.trim());
  const filter: ProductFilter = { q, category: params.get('category'), isMine: params.get('mine') === 'true' };
  const isShown = (params.get('q') ?? '') === q;
  useEffect(() => {
    if (isShown) {
      return;
    }
    setParams(
      (before) => {
        if (q === '') {
          before.delete('q');
        } else {
          before.set('q', q);
        }
        return before;
      },
      { replace: true },
    );
  }, [q, isShown, setParams]);
  return (
    <Page
      title="Market"
      actions={
        <>
          <ButtonLink href="/orders">
            <ShoppingBag aria-hidden /> Orders
          </ButtonLink>
          <ButtonLink href="/market/sell" look="primary">
            <Plus aria-hidden /> Offer something
          </ButtonLink>
        </>
      }
    >
      <div className="list-tools">
        <Categories filter={filter} />
        <SearchField label="Search the market" value={search} onChange={setSearch} />
      </div>
      <Products filter={filter} />
    </Page>
  );
}

function Categories({ filter }: { readonly filter: ProductFilter }) {
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { category, isMine, q } = filter;
  const to = (query: Readonly<Record<string, string>>) =>
    `/market?${new URLSearchParams({ ...query, ...(q === '' ? {} : { q }) }).toString()}`;
  return (
    <Tabs
      label="Categories"
      tabs={[
        { to: to({}), text: 'All', isCurrent: category === null && !isMine },
        ...categories.map(({ id, name }) => ({ to: to({ category: id }), text: name, isCurrent: id === category && !isMine })),
        { to: to({ mine: 'true' }), text: 'Mine', isCurrent: isMine },
      ]}
    />
  );
}

function Products({ filter }: { readonly filter: ProductFilter }) {
  const query = useInfiniteQuery(productsQuery(filter));
  const searchKey = query.data?.pages[0]?.searchKey ?? null;
  const { category } = filter;
  return (
    <>
      {searchKey !== null && <Viewers channel={`presence-search-${searchKey}`} doing="searching for this" />}
      {searchKey === null && category !== null && <Viewers channel={`presence-category-${category}`} />}
      <PagedList
        query={query}
        entriesOf={(page) => page.products}
        className="item-grid"
        loading={<LoadingCards label="Loading products" />}
        empty={<NoProducts filter={filter} />}
      >
        {(product) => <ProductCard product={product} />}
      </PagedList>
    </>
  );
}

function NoProducts({ filter: { q, isMine } }: { readonly filter: ProductFilter }) {
  if (q !== '') {
    return (
      <EmptyState icon={Package} title="Nothing found">
        No product here matches “{q}”.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Store}
      title={isMine ? 'You offer nothing yet' : 'Nothing is offered here'}
      action={<ButtonLink href="/market/sell">Offer something</ButtonLink>}
    >
      {isMine ? 'What you offer is sold at your price, as long as there is some.' : 'Be the first.'}
    </EmptyState>
  );
}
