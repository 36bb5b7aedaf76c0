create table account (
    id varchar(40) primary key,
    email varchar(320) not null unique,
    name varchar(120) not null,
    avatar varchar(400),
    password varchar(200) not null,
    role varchar(20) not null,
    created_at timestamp(3) with time zone not null
);

create table account_session (
    token_hash varchar(64) primary key,
    account_id varchar(40) not null references account (id) on delete cascade,
    csrf varchar(64) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null
);
create index account_session_account on account_session (account_id);

create table tenant (
    id varchar(40) primary key,
    name varchar(120) not null
);

create table membership (
    tenant_id varchar(40) not null references tenant (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    primary key (tenant_id, account_id)
);
create index membership_account on membership (account_id);
