create table document (
    id varchar(40) primary key,
    tenant_id varchar(40) not null references tenant (id) on delete cascade,
    owner_id varchar(40) not null references account (id),
    title varchar(200) not null,
    body text not null,
    access varchar(20) not null,
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    updated_by varchar(40) not null references account (id)
);
create index document_list on document (tenant_id, updated_at);
create index document_owner on document (owner_id);

create table document_member (
    document_id varchar(40) not null references document (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    primary key (document_id, account_id)
);
create index document_member_account on document_member (account_id);
