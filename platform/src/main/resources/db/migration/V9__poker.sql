create table poker_session (
    id varchar(40) primary key,
    tenant_id varchar(40) not null references tenant (id),
    title varchar(120) not null,
    project varchar(80),
    active_project varchar(80),
    deck_name varchar(40) not null,
    cards text not null,
    auto_reveal boolean not null,
    current_task_id varchar(40),
    timer_ends_at timestamp(3) with time zone,
    due_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    ended_reason varchar(200),
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    unique (tenant_id, active_project)
);
create index poker_session_list on poker_session (tenant_id, created_at);
create index poker_session_due on poker_session (due_at);

create table poker_task (
    id varchar(40) primary key,
    session_id varchar(40) not null references poker_session (id),
    position int not null,
    title varchar(200) not null,
    description text,
    final_card varchar(16),
    skipped boolean not null,
    round int not null,
    revealed boolean not null,
    unique (session_id, position)
);

create table poker_member (
    session_id varchar(40) not null references poker_session (id),
    account_id varchar(40) not null references account (id),
    role varchar(20) not null,
    joined_at timestamp(3) with time zone not null,
    is_connected boolean not null,
    gone_since timestamp(3) with time zone,
    primary key (session_id, account_id)
);
create index poker_member_account on poker_member (account_id);

create table poker_vote (
    task_id varchar(40) not null references poker_task (id),
    round int not null,
    account_id varchar(40) not null references account (id),
    card varchar(16) not null,
    voted_at timestamp(3) with time zone not null,
    primary key (task_id, round, account_id)
);
create index poker_vote_account on poker_vote (account_id);
