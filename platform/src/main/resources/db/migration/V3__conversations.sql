-- Of the two participants, low_id is the one whose id comes first. A conversation about nothing has an empty subject.
create table conversation (
    id varchar(40) primary key,
    low_id varchar(40) not null references account (id) on delete cascade,
    high_id varchar(40) not null references account (id) on delete cascade,
    subject_type varchar(40) not null,
    subject_id varchar(100) not null,
    subject_title varchar(200) not null,
    last_seq bigint not null,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    unique (low_id, high_id, subject_type, subject_id),
    check (low_id <> high_id)
);
create index conversation_high on conversation (high_id);

create table participant (
    conversation_id varchar(40) not null references conversation (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    read_seq bigint not null,
    read_at timestamp(3) with time zone,
    primary key (conversation_id, account_id)
);
create index participant_account on participant (account_id);

-- The application itself is the sender where there is none. Of a deleted message only its place is left.
create table message (
    id varchar(40) primary key,
    conversation_id varchar(40) not null references conversation (id) on delete cascade,
    seq bigint not null,
    sender_id varchar(40) references account (id) on delete cascade,
    body varchar(8192) not null,
    client_id varchar(64),
    version int not null,
    sent_at timestamp(3) with time zone not null,
    edited_at timestamp(3) with time zone,
    deleted_at timestamp(3) with time zone,
    unique (conversation_id, seq),
    unique (sender_id, client_id)
);

create table account_block (
    blocker_id varchar(40) not null references account (id) on delete cascade,
    blocked_id varchar(40) not null references account (id) on delete cascade,
    created_at timestamp(3) with time zone not null,
    primary key (blocker_id, blocked_id)
);
create index account_block_blocked on account_block (blocked_id);
