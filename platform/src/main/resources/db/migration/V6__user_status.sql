create table user_status (
    user_id varchar(40) primary key references account (id) on delete cascade,
    is_here boolean not null,
    chosen varchar(20) not null,
    last_seen timestamp(3) with time zone
);
create index user_status_here on user_status (is_here);
