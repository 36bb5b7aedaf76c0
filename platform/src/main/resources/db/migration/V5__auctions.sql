create table auction (
    id varchar(40) primary key,
    seller_id varchar(40) not null references account (id),
    title varchar(120) not null,
    description text not null,
    image text,
    currency varchar(3) not null,
    start_price_minor bigint not null,
    reserve_minor bigint,
    buy_now_minor bigint,
    starts_at timestamp(3) with time zone not null,
    end_at timestamp(3) with time zone not null,
    max_end_at timestamp(3) with time zone not null,
    status varchar(20) not null,
    outcome varchar(20),
    by_invitation boolean not null,
    price_minor bigint not null,
    leader_id varchar(40) references account (id),
    leader_max_minor bigint not null,
    bids_count int not null,
    ending_soon_told boolean not null,
    due_at timestamp(3) with time zone,
    version bigint not null,
    created_at timestamp(3) with time zone not null
);
create index auction_due on auction (due_at);
create index auction_seller on auction (seller_id, created_at);
create index auction_status_end on auction (status, end_at);
create index auction_status_start on auction (status, starts_at);

create table auction_bid (
    auction_id varchar(40) not null references auction (id),
    seq bigint not null,
    bidder_id varchar(40) not null references account (id),
    amount_minor bigint not null,
    max_minor bigint not null,
    bought boolean not null,
    placed_at timestamp(3) with time zone not null,
    client_id varchar(64),
    voided_at timestamp(3) with time zone,
    shown_minor bigint,
    answer_minor bigint,
    answer_bidder_id varchar(40),
    primary key (auction_id, seq),
    unique (auction_id, bidder_id, client_id)
);
create index auction_bid_bidder on auction_bid (bidder_id);

create table auction_invitation (
    auction_id varchar(40) not null references auction (id),
    account_id varchar(40) not null references account (id),
    primary key (auction_id, account_id)
);

create table auction_watch (
    auction_id varchar(40) not null references auction (id),
    account_id varchar(40) not null references account (id),
    primary key (auction_id, account_id)
);

create table auction_secret (
    id int primary key,
    secret varchar(64) not null
);
