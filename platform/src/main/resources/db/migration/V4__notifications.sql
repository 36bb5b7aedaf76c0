create table notification (
    id varchar(40) primary key,
    user_id varchar(40) not null references account (id) on delete cascade,
    type varchar(20) not null,
    title text not null,
    message text not null,
    metadata text,
    once_key varchar(200),
    urgent boolean not null,
    is_read boolean not null,
    seen boolean not null,
    archived boolean not null,
    created_at timestamp(3) with time zone not null,
    unique (user_id, once_key)
);
create index notification_list on notification (user_id, archived, created_at desc, id desc);
create index notification_age on notification (archived, created_at);

create table notification_preference (
    user_id varchar(40) not null references account (id) on delete cascade,
    type varchar(20) not null,
    in_app boolean not null,
    email boolean not null,
    primary key (user_id, type)
);
