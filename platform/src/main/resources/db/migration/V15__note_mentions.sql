create table contact_note_mention (
    note_id varchar(40) not null references contact_note (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    primary key (note_id, account_id)
);
create index contact_note_mention_account on contact_note_mention (account_id);
