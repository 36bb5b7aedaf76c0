import { useInfiniteQuery } from '@tanstack/react-query';
import { Gavel, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../ui/Button';
import { LoadingCards } from '../ui/Cards';
import { SearchField } from '../ui/fields';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { EmptyState } from '../ui/states';
import { Tabs } from '../ui/Tabs';
import { useSettled } from '../ui/useSettled';
import { AuctionCard } from './AuctionCard';
import { type AuctionFilter, auctionFilters, auctionsQuery } from './queries';

const names: Readonly<Record<AuctionFilter, string>> = {
  live: 'Live',
  scheduled: 'Upcoming',
  ended: 'Ended',
  watching: 'Watching',
  mine: 'Mine',
};

export function AuctionsPage() {
  const [params] = useSearchParams();
  const filter = auctionFilters.find((known) => known === params.get('status')) ?? 'live';
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  return (
    <Page
      title="Auctions"
      actions={
        <ButtonLink href="/auctions/new" look="primary">
          <Plus aria-hidden /> Sell something
        </ButtonLink>
      }
    >
      <div className="list-tools">
        <Tabs
          label="Which auctions"
          tabs={auctionFilters.map((to) => ({ to: `/?status=${to}`, text: names[to], isCurrent: to === filter }))}
        />
        <SearchField label="Search auctions" value={search} onChange={setSearch} />
      </div>
      <AuctionList filter={filter} q={q} />
    </Page>
  );
}

function AuctionList({ filter, q }: { readonly filter: AuctionFilter; readonly q: string }) {
  const query = useInfiniteQuery(auctionsQuery(filter, q));
  return (
    <PagedList
      query={query}
      entriesOf={(page) => page.auctions}
      className="item-grid"
      loading={<LoadingCards label="Loading auctions" />}
      empty={<NoAuctions filter={filter} q={q} />}
    >
      {(auction) => <AuctionCard auction={auction} />}
    </PagedList>
  );
}

function NoAuctions({ filter, q }: { readonly filter: AuctionFilter; readonly q: string }) {
  if (q !== '') {
    return (
      <EmptyState icon={Gavel} title="Nothing found">
        No auction here matches “{q}”.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Gavel} title={empty[filter][0]} action={<ButtonLink href="/auctions/new">Sell something</ButtonLink>}>
      {empty[filter][1]}
    </EmptyState>
  );
}

const empty: Readonly<Record<AuctionFilter, readonly [title: string, text: string]>> = {
  live: ['No auction is on right now', 'New ones appear here as they start.'],
  scheduled: ['Nothing is planned', 'Auctions that start later appear here.'],
  ended: ['No auction has ended yet', 'You will find results here.'],
  watching: ['You watch nothing yet', 'Open an auction and press Watch to keep an eye on it.'],
  mine: ['You sell nothing yet', 'Put something up: it takes a minute.'],
};
