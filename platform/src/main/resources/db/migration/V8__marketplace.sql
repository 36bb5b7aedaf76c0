create table product_category (
    id varchar(40) primary key,
    tenant_id varchar(40) not null references tenant (id),
    name varchar(80) not null,
    unique (tenant_id, name)
);

-- A product belongs to the tenant of its category, which stays the same.
create table product (
    id varchar(40) primary key,
    tenant_id varchar(40) not null references tenant (id),
    category_id varchar(40) not null references product_category (id),
    seller_id varchar(40) not null references account (id),
    title varchar(120) not null,
    description text not null,
    image text,
    price_minor bigint not null,
    currency varchar(3) not null,
    stock int not null,
    withdrawn boolean not null,
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    check (stock >= 0)
);
create index product_tenant on product (tenant_id, created_at);
create index product_category_product on product (category_id);
create index product_seller on product (seller_id);

-- What was ordered stays as it was then, whatever becomes of the product. Told is whether the tenant has heard of it.
create table product_order (
    id varchar(40) primary key,
    product_id varchar(40) not null references product (id),
    tenant_id varchar(40) not null references tenant (id),
    buyer_id varchar(40) not null references account (id),
    seller_id varchar(40) not null references account (id),
    title varchar(120) not null,
    quantity int not null,
    total_minor bigint not null,
    currency varchar(3) not null,
    status varchar(20) not null,
    told boolean not null,
    client_id varchar(64),
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    unique (buyer_id, client_id)
);
create index product_order_buyer on product_order (buyer_id, created_at);
create index product_order_seller on product_order (seller_id, created_at);
create index product_order_product on product_order (product_id);
create index product_order_tenant on product_order (tenant_id, created_at);
create index product_order_told on product_order (told);

create table product_order_step (
    order_id varchar(40) not null references product_order (id),
    seq int not null,
    status varchar(20) not null,
    account_id varchar(40) not null references account (id),
    taken_at timestamp(3) with time zone not null,
    primary key (order_id, seq)
);

-- Of all modules, each for a purpose of its own.
create table channel_secret (
    purpose varchar(40) primary key,
    secret varchar(64) not null
);
insert into channel_secret (purpose, secret) select 'auctions', secret from auction_secret;
drop table auction_secret;
