-- Who has gone cannot sign in any more; their row stays for what others keep, and no longer says who it was.
alter table account add column erased_at timestamp(3) with time zone;

-- What is still to be forgotten of whom.
create table erasure (
    account_id varchar(40) not null,
    section varchar(40) not null,
    primary key (account_id, section)
);

-- The connections that have asked for rights as somebody, to be ended when these are gone.
create table connection_rights (
    account_id varchar(40) not null,
    socket_id varchar(40) not null,
    asked_at timestamp(3) with time zone not null,
    primary key (account_id, socket_id)
);
create index connection_rights_age on connection_rights (asked_at);

-- Those without a tenant are for everybody.
create table announcement (
    id varchar(40) primary key,
    kind varchar(20) not null,
    message varchar(2000) not null,
    status varchar(20),
    starts_at timestamp(3) with time zone,
    ends_at timestamp(3) with time zone,
    tenant_id varchar(40) references tenant (id) on delete cascade,
    created_by varchar(40) not null references account (id),
    created_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    told boolean not null
);
create index announcement_list on announcement (created_at desc, id desc);
create index announcement_due on announcement (told, starts_at);

create table admin_action (
    id varchar(40) primary key,
    at timestamp(3) with time zone not null,
    account_id varchar(40) not null references account (id),
    action varchar(60) not null,
    target varchar(400),
    detail varchar(2000)
);
create index admin_action_list on admin_action (at desc, id desc);
create index admin_action_account on admin_action (account_id);
