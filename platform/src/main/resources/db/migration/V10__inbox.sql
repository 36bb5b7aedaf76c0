create table team (
    id varchar(40) primary key,
    tenant_id varchar(40) not null references tenant (id) on delete cascade,
    name varchar(100) not null
);
create index team_tenant on team (tenant_id);

create table team_member (
    team_id varchar(40) not null references team (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    primary key (team_id, account_id)
);
create index team_member_account on team_member (account_id);

-- Where others reach a team: a number, or a service of the carrier's that has several.
create table team_line (
    address varchar(40) primary key,
    team_id varchar(40) not null references team (id) on delete cascade,
    position int not null
);
create index team_line_team on team_line (team_id, position);

-- unread_count is that of inbound messages after read_seq.
create table contact (
    id varchar(40) primary key,
    team_id varchar(40) not null references team (id) on delete cascade,
    name varchar(200),
    phone varchar(40) not null,
    status varchar(10) not null,
    snoozed_until timestamp(3) with time zone,
    assignee_id varchar(40) references account (id) on delete set null,
    last_seq bigint not null,
    read_seq bigint not null,
    unread_count int not null,
    sms boolean not null,
    whatsapp boolean not null,
    whatsapp_at timestamp(3) with time zone,
    opted_out_at timestamp(3) with time zone,
    line varchar(40),
    version int not null,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null
);
create index contact_page on contact (team_id, updated_at, id);
create index contact_assignee on contact (assignee_id);
create index contact_snoozed on contact (snoozed_until);

-- All numbers of a contact, who has more than one after another was merged into it.
create table contact_number (
    team_id varchar(40) not null references team (id) on delete cascade,
    phone varchar(40) not null,
    contact_id varchar(40) not null references contact (id) on delete cascade,
    primary key (team_id, phone)
);
create index contact_number_contact on contact_number (contact_id);

-- What is left to do for an outbound message is its phase; it is done when due_at has come.
create table contact_message (
    id varchar(40) primary key,
    contact_id varchar(40) not null references contact (id) on delete cascade,
    seq bigint not null,
    direction varchar(10) not null,
    medium varchar(10) not null,
    line varchar(40) not null,
    body varchar(8192) not null,
    status varchar(12) not null,
    error_code varchar(40),
    error varchar(300),
    external_id varchar(64) unique,
    sender_id varchar(40) references account (id) on delete set null,
    client_id varchar(64),
    phase varchar(10),
    due_at timestamp(3) with time zone,
    attempt int not null,
    tries int not null,
    started_at timestamp(3) with time zone,
    scheduled_for timestamp(3) with time zone,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    unique (contact_id, seq),
    unique (sender_id, client_id)
);
create index contact_message_due on contact_message (due_at);

create table contact_media (
    id varchar(40) primary key,
    message_id varchar(40) not null references contact_message (id) on delete cascade,
    position int not null,
    content_type varchar(100) not null,
    size bigint not null,
    source varchar(2048) not null,
    state varchar(10) not null,
    tries int not null,
    due_at timestamp(3) with time zone,
    unique (message_id, position)
);
create index contact_media_due on contact_media (due_at);

-- In pieces, since H2 has no longer values that PostgreSQL calls the same.
create table contact_media_piece (
    media_id varchar(40) not null references contact_media (id) on delete cascade,
    position int not null,
    data bytea not null,
    primary key (media_id, position)
);

create table contact_note (
    id varchar(40) primary key,
    contact_id varchar(40) not null references contact (id) on delete cascade,
    author_id varchar(40) references account (id) on delete set null,
    text varchar(8192) not null,
    version int not null,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null
);
create index contact_note_contact on contact_note (contact_id);
create index contact_note_author on contact_note (author_id);

create table contact_seen (
    contact_id varchar(40) not null references contact (id) on delete cascade,
    account_id varchar(40) not null references account (id) on delete cascade,
    seen_at timestamp(3) with time zone not null,
    primary key (contact_id, account_id)
);
create index contact_seen_account on contact_seen (account_id);
