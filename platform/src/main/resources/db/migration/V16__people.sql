-- Who was invited joins with their first password. Who is deactivated cannot sign in until somebody takes that back.
alter table account add column joined_at timestamp(3) with time zone;
alter table account add column deactivated_at timestamp(3) with time zone;
update account set joined_at = created_at;
create index account_list on account (created_at desc, id desc);

-- One link at most for each account, and only the hash of what is in it.
create table account_invitation (
    account_id varchar(40) primary key references account (id) on delete cascade,
    token_hash varchar(64) not null unique,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null
);
