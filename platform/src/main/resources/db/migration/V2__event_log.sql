create table channel_position (
    channel varchar(200) primary key,
    seq bigint not null
);

create table channel_event (
    channel varchar(200) not null,
    seq bigint not null,
    name varchar(200) not null,
    data text not null,
    published_at timestamp(3) with time zone not null,
    primary key (channel, seq)
);
create index channel_event_age on channel_event (published_at);
